import Cohorts
import Decisions
import LuaRuntime
import Notation

/// Writes the record of an evaluation straight from what was worked out: the same bytes that `Decision.write` makes, with no
/// value in between. What is rare is left to that.
final class RecordWriter {
    private let evaluator: Evaluator
    private let parts: RecordParts
    private let reads = ReadsBook()
    private var json = JSONWriter()
    // Whether the pack has any of these at all.
    private let hasTables, hasClassifications, hasGroups: Bool

    init(_ evaluator: Evaluator) {
        self.evaluator = evaluator
        parts = RecordParts(evaluator.program)
        let rules = evaluator.program.rules
        (hasTables, hasClassifications, hasGroups) = (!rules.tables.isEmpty, !rules.classifications.isEmpty, !rules.groups.isEmpty)
    }

    deinit { parts.free() }

    /// - Parameter digest: of the nominal's line, in hexadecimal digits.
    func write(digest: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) {
        guard evaluator.failure == nil, evaluator.placed == nil, !evaluator.state.hasTrace, let id = evaluator.idBytes else {
            var decision = evaluator.decision
            decision.input = "sha256:" + String(decoding: digest, as: UTF8.self)
            json.reset()
            decision.write(to: &json, pack: evaluator.program.pack.identity)
            return out.put(json.bytes)
        }
        out.reserve(1 << 12)
        out.put("{\"nominal\":")
        out.put(quoted: id)
        put(parts.identity, &out)
        out.put(digest)
        out.put("\",\"recommendation\":")
        putRecommendation(&out)
        out.put(",\"criteria\":{")
        for index in 0..<evaluator.plan.criteriaCount {
            if index > 0 { out.put(byte: 0x2C) }
            putCriteria(index, &out)
        }
        out.put("},\"matrices\":{")
        for index in 0..<evaluator.plan.matrixCount {
            if index > 0 { out.put(byte: 0x2C) }
            putMatrix(index, &out)
        }
        out.put("},\"tables\":")
        if hasTables { putJSON(&out) { $0.value(evaluator.tables) } } else { out.put("{}") }
        out.put(",\"classes\":")
        if hasClassifications { putJSON(&out) { $0.value(evaluator.classes) } } else { out.put("{}") }
        out.put(",\"groups\":")
        if hasGroups { putJSON(&out) { $0.value(evaluator.groupAnswers) } } else { out.put("{}") }
        out.put(",\"taskings\":[")
        for place in 0..<evaluator.taskingCount {
            if place > 0 { out.put(byte: 0x2C) }
            putTasking(evaluator.memory.taskings[place], id, &out)
        }
        out.put("],\"allocation\":null,\"reads\":")
        putReads(&out)
        out.put(",\"warnings\":")
        if evaluator.warnings.isEmpty { out.put("[]") } else { putJSON(&out) { $0.value(evaluator.warnings) } }
        out.put(",\"trace\":[],\"error\":null}")
    }

    private func put(_ range: TextRange, _ out: inout ByteBuffer) { out.put(slack: parts.fragments[range]) }

    private func putJSON(_ out: inout ByteBuffer, _ write: (inout JSONWriter) -> Void) {
        json.reset()
        write(&json)
        out.put(json.bytes)
    }

    private func putText(_ range: TextRange, _ out: inout ByteBuffer) { out.put(quoted: evaluator.memory.text.pointee.bytes(range), hasSlack: true) }

    private func putNumber(_ value: Double, _ out: inout ByteBuffer) {
        if value.isFinite { out.put(number: value) } else { out.put("null") }
    }

    private func putNames(_ names: [String], _ out: inout ByteBuffer) {
        out.put(byte: 0x5B)
        for (place, name) in names.enumerated() {
            if place > 0 { out.put(byte: 0x2C) }
            out.put(quoted: name)
        }
        out.put(byte: 0x5D)
    }

    // MARK: Parts

    private func putRecommendation(_ out: inout ByteBuffer) {
        let verdict = evaluator.verdict
        guard verdict.rule >= 0 else {
            if verdict.action == .none { return put(parts.nothingJoins, &out) }
            return putJSON(&out) { $0.value(evaluator.recommendation) }
        }
        put(verdict.isMember ? parts.deselection[verdict.rule] : parts.selection[verdict.rule], &out)
        for (place, range) in evaluator.because.enumerated() {
            if place > 0 { out.put(byte: 0x2C) }
            putText(range, &out)
        }
        out.put("],\"unknown\":[]}")
    }

    private func putCriteria(_ index: Int, _ out: inout ByteBuffer) {
        let (plan, memory) = (evaluator.plan, evaluator.memory)
        out.put(slack: plan.fragments[plan.criteria[index].head])
        switch memory.criteria[index] {
        case .yes: out.put("yes\",\"rows\":[")
        case .no: out.put("no\",\"rows\":[")
        case .unknown: out.put("unknown\",\"rows\":[")
        }
        let rows = plan.criteria[index].rows
        for row in rows {
            if row > rows.lowerBound { out.put(byte: 0x2C) }
            let state = memory.criteriaRows[row]
            switch state.met {
            case .yes: out.put(slack: plan.fragments[plan.criteriaRows[row].yes])
            case .no: out.put(slack: plan.fragments[plan.criteriaRows[row].no])
            case .unknown:
                out.put(slack: plan.fragments[plan.criteriaRows[row].unknown])
                putNames(state.unknown < 0 ? [] : evaluator.unknowns[Int(state.unknown)], &out)
                out.put(byte: 0x7D)
            }
        }
        out.put("]}")
    }

    private func putMatrix(_ index: Int, _ out: inout ByteBuffer) {
        let (plan, memory) = (evaluator.plan, evaluator.memory)
        let matrix = plan.matrices[index]
        let state = memory.matrices[index]
        out.put(slack: plan.fragments[matrix.head])
        putNumber(state.low, &out)
        out.put(",\"to\":")
        if state.hasHigh { putNumber(state.high, &out) } else { out.put("null") }
        if matrix.bandCount > 0 {
            out.put(",\"band\":")
            if state.band >= 0 { out.put(slack: plan.fragments[plan.bands[matrix.firstBand &+ Int(state.band)].id]) } else { out.put("null") }
        }
        out.put(",\"rows\":[")
        for row in matrix.firstRow..<matrix.firstRow &+ matrix.rowCount {
            if row > matrix.firstRow { out.put(byte: 0x2C) }
            let points = memory.matrixRows[row]
            out.put(slack: plan.fragments[plan.matrixRows[row].head])
            putNumber(points.low, &out)
            if points.unknown >= 0, case let names = evaluator.unknowns[Int(points.unknown)], !names.isEmpty {
                out.put(",\"to\":")
                if points.hasHigh { putNumber(points.high, &out) } else { out.put("null") }
                out.put(",\"unknown\":")
                putNames(names, &out)
            }
            if points.because.isThere {
                out.put(",\"because\":")
                if points.isPlain { out.put(plain: evaluator.memory.text.pointee.bytes(points.because)) } else { putText(points.because, &out) }
            }
            out.put(byte: 0x7D)
        }
        out.put("]}")
    }

    private func putTasking(_ tasking: AnswerMemory.TaskingState, _ id: UnsafeBufferPointer<UInt8>, _ out: inout ByteBuffer) {
        put(parts.taskings[Int(tasking.rule)].head, &out)
        if tasking.hasDue {
            out.put(byte: 0x22)
            out.put(Day(number: tasking.due))
            out.put(byte: 0x22)
        } else {
            out.put("null")
        }
        out.put(",\"because\":")
        if tasking.because.isThere { putText(tasking.because, &out) } else { out.put("null") }
        out.put(",\"key\":")
        out.put(quoted: id)
        // The id's closing quote makes room for the rest of the key.
        out.dropLast()
        put(parts.taskings[Int(tasking.rule)].tail, &out)
    }

    /// Paths in order, without a record or list of which a part is among them.
    private func putReads(_ out: inout ByteBuffer) {
        evaluator.state.withFieldsRead { words in
            reads.put(words, &out) { list in
                list.put(byte: 0x5B)
                putPaths(words, &list)
                list.put(byte: 0x5D)
            }
        }
    }

    private func putPaths(_ words: UnsafePointer<UInt64>, _ out: inout ByteBuffer) {
        func isRead(_ id: Int) -> Bool { words[id >> 6] >> UInt64(id & 63) & 1 == 1 }
        let start = out.count
        let fields = evaluator.program.layout.fields
        for path in parts.paths where words[path.word] & path.bit != 0 {
            if path.hasParts, fields[path.id].children.contains(where: isRead) { continue }
            out.put(slack: parts.fragments[path.json])
        }
        // Each path has its comma before it, and the first needs none.
        if out.count > start { out.cut(at: start) }
    }
}
