import Decisions
import LuaSyntax

/// Lists what there is to cover of the rules of a pack.
struct CoverageMapBuilder {
    private let set: RuleSet
    private let files: [String: [String: Int]]
    private(set) var items: [CoverageItem] = []
    private(set) var rules: [String] = []

    /// - Parameter files: where rows are written that have no place of their own once loaded.
    init(_ set: RuleSet, files: [WrittenFile]) {
        self.set = set
        self.files = Dictionary(
            files.map { file in (file.source.name, Dictionary(file.rules.map { ($0.path, $0.position.line) }) { first, _ in first }) }
        ) { first, _ in first }
    }

    mutating func addAll() {
        for rule in set.criteria {
            rules.append("criteria.\(rule.name)")
            for row in rule.rows { branch("criteria.\(rule.name).\(row.id)", row.heading) }
        }
        for rule in set.matrices { add(rule) }
        for rule in set.tables { add(rule) }
        for rule in set.classifications { add(rule) }
        for rule in set.groups { rules.append("group.\(rule.name)") }
        list("selection", set.selection) { ($0.id, $0.heading, $0.when != nil) }
        list("deselection", set.deselection) { ($0.id, $0.heading, $0.when != nil) }
        list("tasking", set.taskings) { ($0.id, $0.heading, $0.when != nil) }
        if let allocation = set.allocation {
            rules.append("allocation")
            if allocation.keep != nil { branch("allocation.keep", allocation.heading, title: "\(allocation.heading.title): kept") }
        }
    }

    private mutating func add(_ rule: Matrix) {
        rules.append("matrix.\(rule.name)")
        for row in rule.rows {
            let path = "matrix.\(rule.name).\(row.id)"
            if row.when != nil { branch(path, row.heading) } else { rules.append(path) }
            item(.rows, path, row.heading, row.heading.title)
            guard case .steps(_, let steps) = row.points else { continue }
            for (place, step) in steps.enumerated() {
                item(.rows, "\(path).step.\(place + 1)", row.heading, "\(row.heading.title), from \(DecisionWords.number(step.from))")
            }
        }
        for band in rule.bands { item(.bands, "band.\(rule.name).\(band.id)", rule.heading, band.title) }
    }

    private mutating func add(_ rule: TableRule) {
        rules.append("table.\(rule.name)")
        rules += rule.inputs.map { "table.\(rule.name).input.\($0.id)" }
        for row in 0..<rule.table.cells.count {
            item(.rows, "table.\(rule.name).\(row + 1)", rule.heading, "\(rule.heading.title), row \(row + 1)")
        }
    }

    private mutating func add(_ rule: Classification) {
        rules.append("class.\(rule.name)")
        for entry in rule.classes {
            let path = "class.\(rule.name).\(entry.id)"
            if entry.when != nil { branch(path, entry.heading) }
            item(.classes, path, entry.heading, entry.heading.title)
        }
    }

    private mutating func list<Rule>(_ name: String, _ list: [Rule], _ parts: (Rule) -> (id: String, heading: Heading, hasWhen: Bool)) {
        if list.isEmpty { return }
        rules.append(name)
        for rule in list {
            let (id, heading, hasWhen) = parts(rule)
            if hasWhen { branch("\(name).\(id)", heading) } else { rules.append("\(name).\(id)") }
        }
    }

    private mutating func branch(_ path: String, _ heading: Heading, title: String? = nil) {
        rules.append(path)
        for answer in [Met.yes, .no] { item(.branches, path, heading, title ?? heading.title, answer) }
    }

    private mutating func item(_ kind: CoverageKind, _ path: String, _ heading: Heading, _ title: String, _ answer: Met? = nil) {
        items.append(
            CoverageItem(
                kind: kind, id: answer.map { "\(path) \($0.rawValue)" } ?? path, rule: path, title: title, file: heading.file,
                line: files[heading.file]?[path] ?? heading.line, answer: answer))
    }
}
