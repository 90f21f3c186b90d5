import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

extension Evaluator {
    /// What tells of what a rule looked at and found, a sentence each: answers first, then fields, then lists.
    func parts(_ owner: SentenceBook.Owner, _ reads: LuaReads) -> [SentenceBook.Part] {
        sentences.parts(owner, reads) { parts(for: reads) }
    }

    /// What was looked at and found in the evaluation that is held, a sentence each.
    func sentences(for reads: LuaReads) -> [String] {
        parts(for: reads).map { part in
            let start = memory.text.pointee.count
            putSentence(part)
            return memory.text.pointee.text(memory.text.pointee.range(from: start))
        }
    }

    private func parts(for reads: LuaReads) -> [SentenceBook.Part] {
        var parts: [SentenceBook.Part] = []
        var owners: [Answer] = []
        for slot in reads.slots.members where slot < program.slots.owners.count {
            let owner = program.slots.owners[slot]
            if !owners.contains(owner) { owners.append(owner) }
        }
        for owner in owners { parts.append(.answer(owner)) }
        let fields = program.layout.fields
        var lists: [Int] = []
        for id in reads.fields.members where id < fields.count {
            let field = fields[id]
            if field.children.contains(where: { reads.fields.contains($0) }) { continue }
            if let list = field.list {
                if !lists.contains(list) { lists.append(list) }
            } else {
                parts.append(.field(fieldSentence(field)))
            }
        }
        for list in lists { parts.append(.field(fieldSentence(fields[list]))) }
        return parts
    }

    private func fieldSentence(_ field: LaidOutField) -> FieldSentence {
        sentences.sentence(for: field.id) {
            let title = field.definition.title
            let capital = title.prefix(1).uppercased() + title.dropFirst()
            let sensitivity = program.pack.catalogue.sensitivity(at: field.path) ?? .sensitive
            var isClosed = sensitivity == .sensitive
            var isNumber = false
            var values: [[UInt8]] = []
            switch field.definition.type {
            case .record, .list: isClosed = true
            case .int: isNumber = true
            case .enumeration(let definition): values = definition.values.map { Array(DecisionWords.value($0).utf8) }
            default: break
            }
            return FieldSentence(
                field: field.id, head: Array("\(capital): ".utf8), closed: Array("Looked at: \(title).".utf8), isClosed: isClosed,
                cell: field.since.map { program.layout.fields[$0].cell } ?? field.cell, isNumber: isNumber, values: values)
        }
    }

    /// Puts a sentence into the texts of this evaluation.
    func putSentence(_ part: SentenceBook.Part) {
        switch part {
        case .answer(.criteria(let index)):
            memory.text.pointee.put(text: rules.criteria[index].heading.title)
            switch memory.criteria[index] {
            case .yes: memory.text.pointee.put(": met.")
            case .no: memory.text.pointee.put(": not met.")
            case .unknown: memory.text.pointee.put(": not known.")
            }
        case .answer(.matrix(let index)):
            let matrix = plan.matrices[index]
            memory.text.pointee.put(slack: plan.fragments[matrix.sentence])
            putScore(memory.matrices[index])
            let band = memory.matrices[index].band
            if band < 0 { return memory.text.pointee.put(".") }
            memory.text.pointee.put(": ")
            memory.text.pointee.put(slack: plan.fragments[plan.bands[matrix.firstBand + Int(band)].title])
        case .answer(let answer): memory.text.pointee.put(text: sentence(for: answer))
        case .field(let sentence): put(sentence)
        }
    }

    private func sentence(for answer: Answer) -> String {
        switch answer {
        case .criteria, .matrix: return ""
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

    /// `92`, or `63 to 83` where data is missing.
    private func putScore(_ score: AnswerMemory.MatrixState) {
        memory.text.pointee.put(number: score.low)
        if !score.hasHigh { return memory.text.pointee.put(" or more") }
        if score.high == score.low { return }
        memory.text.pointee.put(" to ")
        memory.text.pointee.put(number: score.high)
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

    /// A field's value in words; of sensitive fields, and of records and lists, only that they were looked at.
    private func put(_ sentence: FieldSentence) {
        guard !sentence.isClosed, let row else { return memory.text.pointee.put(sentence.closed) }
        let value = row.value(at: sentence.cell)
        if value != NominalRow.none, sentence.isNumber {
            memory.text.pointee.put(sentence.head)
            memory.text.pointee.put(Int(value))
        } else if sentence.values.indices.contains(Int(value)) {
            memory.text.pointee.put(sentence.head)
            memory.text.pointee.put(sentence.values[Int(value)])
        } else {
            guard let words = self.value(of: program.layout.fields[sentence.field]) else { return memory.text.pointee.put(sentence.closed) }
            memory.text.pointee.put(sentence.head)
            memory.text.pointee.put(text: words)
        }
        memory.text.pointee.put(".")
    }

    /// nil for records and lists.
    func value(of field: LaidOutField) -> String? {
        guard let row else { return nil }
        let cell = field.since.map { program.layout.fields[$0].cell } ?? field.cell
        let value = row.value(at: cell)
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
