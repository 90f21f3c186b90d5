import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

extension Evaluator {
    /// What a rule looked at and found, a sentence each: answers first, then fields.
    func sentences(for reads: LuaReads) -> [String] {
        var sentences: [String] = []
        var owners: [Answer] = []
        for slot in reads.slots.members where slot < program.slots.owners.count {
            let owner = program.slots.owners[slot]
            if !owners.contains(owner) { owners.append(owner) }
        }
        for owner in owners { sentences.append(sentence(for: owner)) }
        let fields = program.layout.fields
        var lists: [Int] = []
        for id in reads.fields.members where id < fields.count {
            let field = fields[id]
            if field.children.contains(where: { reads.fields.contains($0) }) { continue }
            if let list = field.list {
                if !lists.contains(list) { lists.append(list) }
            } else {
                sentences.append(sentence(for: field))
            }
        }
        sentences += lists.map { sentence(for: fields[$0]) }
        return sentences
    }

    private func sentence(for answer: Answer) -> String {
        switch answer {
        case .criteria(let index):
            return "\(rules.criteria[index].heading.title): \(words(criteria[index].met))."
        case .matrix(let index):
            let rule = rules.matrices[index]
            let answer = matrices[index]
            let band = answer.band.flatMap { id in rule.bands.first { $0.id == id }?.title }
            return "\(rule.heading.title) is \(score(answer))" + (band.map { ": \($0)." } ?? ".")
        case .table(let index):
            return "\(rules.tables[index].heading.title): \(words(tables[index].output))."
        case .classification(let index):
            let rule = rules.classifications[index]
            let titles = (classes[index].classes ?? []).map { id in rule.classes.first { $0.id == id }?.heading.title ?? id }
            return "\(rule.heading.title): \(classes[index].classes == nil ? "not known" : titles.isEmpty ? "none" : DecisionWords.list(titles))."
        case .group(let index):
            let size = groupAnswers[index].size
            return "\(rules.groups[index].heading.title): " + (size.map { $0 == 0 ? "in none." : "a group of \($0)." } ?? "not known.")
        }
    }

    private func words(_ met: Met) -> String {
        switch met {
        case .yes: "met"
        case .no: "not met"
        case .unknown: "not known"
        }
    }

    /// `92`, or `63 to 83` where data is missing.
    func score(_ answer: MatrixAnswer) -> String {
        guard let high = answer.high else { return "\(DecisionWords.number(answer.low)) or more" }
        return high == answer.low ? DecisionWords.number(answer.low) : "\(DecisionWords.number(answer.low)) to \(DecisionWords.number(high))"
    }

    private func words(_ output: TableAnswer.Output) -> String {
        switch output {
        case .none: "no row matches"
        case .unknown: "not known"
        case .one(let values): DecisionWords.list(values.map(words))
        case .many(let rows): DecisionWords.list(rows.map { DecisionWords.list($0.map(words)) })
        }
    }

    private func words(_ value: DecisionValue) -> String {
        switch value {
        case .text(let text): DecisionWords.value(text)
        case .number(let number): DecisionWords.number(number)
        case .bool(let value): value ? "yes" : "no"
        case .date(let day): day.inWords
        }
    }

    /// A field's value in words; of sensitive fields, and of lists, only that they were looked at.
    private func sentence(for field: LaidOutField) -> String {
        let title = field.definition.title
        let capital = title.prefix(1).uppercased() + title.dropFirst()
        let sensitivity = program.pack.catalogue.sensitivity(at: field.path) ?? .sensitive
        guard sensitivity != .sensitive, let words = value(of: field) else { return "\(capital): looked at." }
        return "\(capital): \(words)."
    }

    /// nil for records and lists.
    func value(of field: LaidOutField) -> String? {
        guard let row else { return nil }
        let cell = field.since.map { program.layout.fields[$0].cell } ?? field.cell
        let value = row.cells[cell]
        switch field.definition.type {
        case .record, .list: return nil
        default: if value == NominalRow.none { return "not known" }
        }
        switch field.definition.type {
        case .bool: return value != 0 ? "yes" : "no"
        case .int: return String(value)
        case .number, .percent: return DecisionWords.number(Double(bitPattern: UInt64(bitPattern: value)))
        case .string, .words: return row.string(at: cell)
        case .date: return Day(number: Int(value)).inWords
        case .yearsSince: return String(Day(number: Int(value)).wholeYears(until: program.asOf))
        case .enumeration(let values): return values.values.indices.contains(Int(value)) ? DecisionWords.value(values.values[Int(value)]) : nil
        case .record, .list: return nil
        }
    }
}
