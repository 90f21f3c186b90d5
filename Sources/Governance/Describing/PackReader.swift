import Evidence
import FieldDefinitions
import Notation
import RulePacks

/// Puts what a pack declares into words.
final class PackReader {
    let program: RuleProgram
    let words: RuleWords
    /// The pack that this one extends; nil where it extends none.
    let baseline: PackSource?
    /// Titles of the rules that name a field, by the field's path.
    private(set) var readBy: [String: [String]] = [:]

    init(_ program: RuleProgram) {
        self.program = program
        words = RuleWords(program)
        baseline = program.pack.manifest.extends.flatMap { try? PackSource.load(PackFiles(id: $0, files: program.pack.files.files)) }
    }

    func origin(_ heading: Heading) -> PackInWords.Origin { .init(source: heading.source, note: heading.note) }

    /// - Parameter title: of the rule that asks.
    func said(_ wording: RuleWords.Wording?, by title: String) -> PackInWords.Wording {
        guard let wording else { return .init(lines: ["as the pack works it out while it loads"], isWhole: false) }
        for field in wording.fields where readBy[field, default: []].last != title { readBy[field, default: []].append(title) }
        return .init(lines: wording.lines, isWhole: wording.isWhole)
    }

    /// `deter young offenders`
    private func plain(_ word: String) -> String { word.split(separator: "_").joined(separator: " ") }

    // MARK: Lists

    func list(_ kind: String, _ rules: [SelectionRule], outcome: (SelectionRule) -> String) -> [PackInWords.Rule] {
        rules.map { rule in
            let path = "\(kind).\(rule.id)"
            return .init(
                path: path, title: rule.heading.title, outcome: outcome(rule),
                condition: rule.when == nil ? .always : said(words.condition(of: path, "when", "3"), by: rule.heading.title), origin: origin(rule.heading))
        }
    }

    func recommendation(_ rule: SelectionRule) -> String {
        let category = rule.category.map { " as “\(plain($0))”" } ?? ""
        return rule.action == "monitor" ? "Monitor\(category)" : "Select\(category)"
    }

    func leaving(_ rule: SelectionRule) -> String { rule.category.map { "Leave, and become “\(plain($0))”" } ?? "Leave" }

    var taskings: [PackInWords.Rule] {
        program.rules.taskings.map { rule in
            let path = "tasking.\(rule.id)"
            var parts = ["for the \(plain(rule.owner))"]
            switch rule.due {
            case .span(let span)?: parts.append("due within \(span)")
            case .function?: parts.append("due on \(said(words.value(of: path, "due"), by: rule.heading.title).text)")
            case nil: break
            }
            if let priority = rule.priority { parts.append("priority \(plain(priority))") }
            if let every = rule.every { parts.append("not again within \(every)") }
            if rule.isEnforcement { parts.append("enforcement, so never for somebody recorded only as a victim of a gang or exploited by it") }
            return .init(
                path: path, title: rule.heading.title, outcome: parts.joined(separator: "; "),
                condition: rule.when == nil ? .always : said(words.condition(of: path, "when", "3"), by: rule.heading.title), origin: origin(rule.heading))
        }
    }

    var places: PackInWords.Places? {
        program.rules.allocation.map { rule in
            let title = rule.heading.title
            return .init(
                title: title, origin: origin(rule.heading), places: rule.capacity, ranks: words.values(of: "allocation", "rank").map { said($0, by: title) },
                kept: rule.keep == nil ? nil : said(words.condition(of: "allocation", "keep"), by: title))
        }
    }

    // MARK: Answers

    func criteria(_ rule: Criteria) -> PackInWords.Answer {
        .init(
            title: rule.heading.title, origin: origin(rule.heading), rule: "Met where \(combination(rule.root, rule)).",
            parts: rule.rows.map { row in
                let path = "criteria.\(rule.name).\(row.id)"
                return .init(
                    path: path, title: row.heading.title, condition: said(words.condition(of: path, "3", "when"), by: row.heading.title), origin: origin(row.heading))
            })
    }

    private func combination(_ node: Criteria.Node, _ rule: Criteria, nested: Bool = false) -> String {
        func joined(_ parts: [Criteria.Node], _ word: String, _ lead: String) -> String {
            if parts.count == 1 { return combination(parts[0], rule, nested: nested) }
            let text = lead + parts.map { combination($0, rule, nested: true) }.joined(separator: ", \(word) ")
            return nested ? "(\(text))" : text
        }
        switch node {
        case .row(let place): return "“\(rule.rows[place].heading.title)”" + (nested ? "" : " holds")
        case .all(let parts):
            if !nested, parts.allSatisfy({ if case .row = $0 { true } else { false } }) { return parts.count == 1 ? combination(parts[0], rule) : "all of these hold" }
            return joined(parts, "and", "")
        case .any(let parts):
            if !nested, parts.allSatisfy({ if case .row = $0 { true } else { false } }) {
                return parts.count == 1 ? combination(parts[0], rule) : "at least one of these holds"
            }
            return joined(parts, "or", "either ")
        }
    }

    func classification(_ rule: Classification) -> PackInWords.Answer {
        let pick = switch rule.pick {
        case .first: "Each person belongs to the first of these that fits."
        case .one: "Each person must fit one of these and no more."
        case .any: "A person belongs to all of these that fit."
        }
        return .init(
            title: rule.heading.title, origin: origin(rule.heading), rule: pick,
            parts: rule.classes.map { entry in
                let path = "class.\(rule.name).\(entry.id)"
                return .init(
                    path: path, title: entry.heading.title,
                    condition: entry.when == nil
                        ? .init(lines: ["everybody else"], isWhole: true) : said(words.condition(of: path, "3", "when"), by: entry.heading.title),
                    origin: origin(entry.heading))
            })
    }

    func group(_ rule: GroupRule) -> PackInWords.Answer {
        let members: String
        switch rule.members {
        case .key: members = "People who share the same \(said(words.value(of: "group.\(rule.name)", "key"), by: rule.heading.title).text)."
        case .link(let kinds, let within):
            members = "People linked to one another as \(kinds.map(plain).joined(separator: " or "))" + (within.map { ", dated within \($0)" } ?? "") + "."
        }
        return .init(title: rule.heading.title, origin: origin(rule.heading), rule: members, parts: [])
    }

    func table(_ rule: TableRule) -> PackInWords.Table {
        .init(
            title: rule.heading.title, origin: origin(rule.heading), rule: rule.table.hitPolicy.inWords,
            inputs: rule.inputs.map { input in
                (input.title, words.value(of: "table.\(rule.name).input.\(input.id)", "of").map { said($0, by: rule.heading.title) })
            },
            outputs: rule.table.outputNames.map(plain),
            rows: zip(rule.table.cells, rule.table.outputs).map { $0.map(\.inWords) + $1.map(\.inWords) })
    }
}
