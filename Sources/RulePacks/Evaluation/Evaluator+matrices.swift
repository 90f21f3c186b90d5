import Decisions
import LuaRuntime

extension Evaluator {
    func answerMatrix(_ index: Int) -> LuaStatus {
        let matrix = plan.matrices + index
        var why: Missing?
        for place in 0..<matrix.pointee.rowCount {
            recorder?.began(index, row: place)
            let number = matrix.pointee.firstRow &+ place
            memory.matrixRows[number] = AnswerMemory.PointsState()
            switch points(number, index, place) {
            case .known:
                let points = memory.matrixRows[number].low
                recorder?.gave(points, index, row: place)
                state.setMemo(plan.matrixRows[number].slot, number: points)
            case .unknown:
                let missing = whyUnknown()
                memory.matrixRows[number].unknown = noteUnknown(missing)
                setUnknown(plan.matrixRows[number].slot, missing)
                why = why ?? Missing()
                why?.formUnion(missing)
            case .failed(let status): return status
            }
        }
        return total(index, why)
    }

    // MARK: Rows

    private enum Points {
        /// The points are in `memory`.
        case known
        /// The interval is in `memory`; `whyUnknown` tells for want of what, until the next call.
        case unknown
        case failed(LuaStatus)
    }

    private func points(_ number: Int, _ index: Int, _ place: Int) -> Points {
        let row = plan.matrixRows + number
        if row.pointee.hasWhen {
            switch truth(row.pointee.when, .row(place, in: index)) {
            case .failed(let status): return .failed(status)
            case .unknown:
                recorder?.condition(index, row: place, .unknown)
                return unknown(
                    number, low: Swift.min(row.pointee.unmet, row.pointee.unknownLow), high: row.pointee.hasUnknownHigh ? Swift.max(row.pointee.unmet, row.pointee.unknownHigh) : nil)
            case .no:
                recorder?.condition(index, row: place, .no)
                _ = settle(0, row, number, index, place)
                return .known
            case .yes: recorder?.condition(index, row: place, .yes)
            }
        }
        // Set once the rule has run: what it reads may be worked out meanwhile, with texts of its own.
        var start = memory.text.pointee.count
        switch row.pointee.kind {
        case .constant:
            if let note = settle(row.pointee.constant, row, number, index, place) { memory.text.pointee.put(text: note) }
        case .function:
            switch run(row.pointee.function, .row(place, in: index)) {
            case .ok: break
            case .unknown: return unknown(number, low: row.pointee.unknownLow, high: row.pointee.hasUnknownHigh ? row.pointee.unknownHigh : nil)
            case let status: return .failed(status)
            }
            guard let points = state.finiteNumber else {
                return .failed(
                    fail("not_points", "the row wants a number of points, and its function gave \(state.result(0).noun)", name(of: .row(place, in: index))))
            }
            start = memory.text.pointee.count
            if let reason = state.secondText, reason.count > 0 {
                if state.lastWithheld {
                    memory.text.pointee.put(text: Evaluator.withheldReason)
                } else {
                    memory.matrixRows[number].isPlain = memory.text.pointee.put(mended: reason)
                }
            }
            let hasReason = memory.text.pointee.count > start
            if let note = settle(points, row, number, index, place) {
                memory.text.pointee.put(text: hasReason ? "; \(note)" : note)
                memory.matrixRows[number].isPlain = false
            }
        case .steps:
            switch run(row.pointee.function, .row(place, in: index)) {
            case .ok: break
            case .unknown: return unknown(number, low: row.pointee.unknownLow, high: row.pointee.hasUnknownHigh ? row.pointee.unknownHigh : nil)
            case let status: return .failed(status)
            }
            guard let value = state.finiteNumber else {
                return .failed(
                    fail("not_a_number", "the row's `of` wants a number, and its function gave \(state.result(0).noun)", name(of: .row(place, in: index))))
            }
            start = memory.text.pointee.count
            climb(value, row, number, index, place)
        }
        if memory.text.pointee.count > start { memory.matrixRows[number].because = memory.text.pointee.range(from: start) }
        return .known
    }

    /// The points of the first step that the value reaches, from the top, with the reason in words.
    private func climb(_ value: Double, _ row: UnsafeMutablePointer<MatrixRowPlan>, _ number: Int, _ index: Int, _ place: Int) {
        memory.text.pointee.put(number: value)
        var points = 0.0
        var words = plan.steps[row.pointee.firstStep &+ row.pointee.stepCount &- 1].below
        for step in 0..<row.pointee.stepCount where value >= plan.steps[row.pointee.firstStep &+ step].from {
            recorder?.reached(step: step, index, row: place)
            points = plan.steps[row.pointee.firstStep &+ step].points
            words = plan.steps[row.pointee.firstStep &+ step].reached
            break
        }
        memory.text.pointee.put(slack: plan.fragments[words])
        if let note = settle(points, row, number, index, place) {
            memory.text.pointee.put(text: "; \(note)")
        } else {
            // A number, and words of our own.
            memory.matrixRows[number].isPlain = true
        }
    }

    private func unknown(_ number: Int, low: Double, high: Double?) -> Points {
        memory.matrixRows[number].low = low
        memory.matrixRows[number].high = high ?? 0
        memory.matrixRows[number].hasHigh = high != nil
        return .unknown
    }

    static var withheldReason: String { "rests on a report whose content may not be shown" }

    /// Keeps the points of a row within its bounds.
    /// - Returns: what to say where they were cut.
    private func settle(_ points: Double, _ row: UnsafeMutablePointer<MatrixRowPlan>, _ number: Int, _ index: Int, _ place: Int) -> String? {
        let bounded = Swift.max(row.pointee.min, row.pointee.hasMax ? Swift.min(row.pointee.max, points) : points)
        memory.matrixRows[number].low = bounded
        memory.matrixRows[number].high = bounded
        guard bounded != points else { return nil }
        let end = bounded < points ? "maximum" : "minimum"
        let note = "\(DecisionWords.number(points)) cut to the \(end) of \(DecisionWords.number(bounded))"
        warnings.append(DecisionWarning(code: "clamped", field: nil, text: "\(rules.matrices[index].rows[place].heading.title): \(note)"))
        return note
    }

    // MARK: Total

    private func total(_ index: Int, _ why: Missing?) -> LuaStatus {
        let matrix = plan.matrices[index]
        let rows = matrix.firstRow..<matrix.firstRow &+ matrix.rowCount
        let isWhole = why?.isEmpty ?? true
        var low = 0.0
        var high: Double? = 0
        if matrix.hasTotal {
            switch callTotal(index, highest: false) {
            case .failed(let status): return status
            case .number(let number): low = number
            }
            if isWhole {
                high = low
            } else if rows.allSatisfy({ memory.matrixRows[$0].hasHigh }) {
                switch callTotal(index, highest: true) {
                case .failed(let status): return status
                case .number(let number): high = number
                }
            } else {
                high = nil
            }
        } else {
            for row in rows {
                let points = memory.matrixRows[row]
                low += points.low
                high = high.flatMap { points.hasHigh ? $0 + points.high : nil }
            }
        }
        if let end = high, end < low { (low, high) = (end, low) }
        // Where data is missing, the part of the interval that lies within the range is what remains possible.
        guard low <= matrix.highest, high.map({ $0 >= matrix.lowest }) ?? true else {
            let least = isWhole ? "" : low > matrix.highest ? "at least " : "at most "
            let total = low > matrix.highest ? low : high ?? low
            return fail(
                "out_of_range",
                "the total of matrix `\(rules.matrices[index].name)` is \(least)\(DecisionWords.number(total)), outside its range of \(DecisionWords.number(matrix.lowest)) to \(DecisionWords.number(matrix.highest))",
                name(of: .matrix(index)))
        }
        low = Swift.max(low, matrix.lowest)
        high = high.map { Swift.min($0, matrix.highest) }
        memory.matrices[index] = AnswerMemory.MatrixState(low: low, high: high ?? 0, hasHigh: high != nil)
        if high == low { state.setMemo(matrix.scoreSlot, number: low) } else { setUnknown(matrix.scoreSlot, why ?? Missing()) }
        setBand(index, matrix, low, high, why)
        return .ok
    }

    private func setBand(_ index: Int, _ matrix: MatrixPlan, _ low: Double, _ high: Double?, _ why: Missing?) {
        guard matrix.bandSlot >= 0 else { return }
        let lowest = band(of: low, matrix)
        let isKnown: Bool
        if lowest < 0 {
            isKnown = false
        } else if let high {
            let highest = band(of: high, matrix)
            isKnown = highest >= 0 && plan.bands[matrix.firstBand + highest].sameAs == plan.bands[matrix.firstBand + lowest].sameAs
        } else {
            isKnown = plan.bands[matrix.firstBand + lowest].sameAs == 0
        }
        guard isKnown else {
            let missing = why.flatMap { $0.isEmpty ? nil : $0 }
            return setUnknown(matrix.bandSlot, missing ?? Missing(answers: ["band.\(rules.matrices[index].name)"]))
        }
        let place = plan.bands[matrix.firstBand + lowest].sameAs
        recorder?.gave(band: place, index)
        memory.matrices[index].band = Int32(place)
        setKnown(matrix.bandSlot, .pooled(pooledBand(matrix.firstBand + place, index, place)))
    }

    /// The place of the band of a total; -1 where none begins low enough.
    private func band(of total: Double, _ matrix: MatrixPlan) -> Int {
        for place in 0..<matrix.bandCount where total >= plan.bands[matrix.firstBand &+ place].from { return place }
        return -1
    }

    /// The state's own copy of a band's id.
    private func pooledBand(_ number: Int, _ index: Int, _ place: Int) -> Int32 {
        if plan.bands[number].pooled < 0 { plan.bands[number].pooled = pooled(rules.matrices[index].bands[place].id) }
        return plan.bands[number].pooled
    }

    private enum Total {
        case number(Double)
        case failed(LuaStatus)
    }

    /// - Parameter highest: every row at its high end, not at its low one.
    private func callTotal(_ index: Int, highest: Bool) -> Total {
        guard let function = rules.matrices[index].total else { return .number(0) }
        let firstRow = plan.matrices[index].firstRow
        for (place, slot) in program.slots.totalRows[index].enumerated() {
            let points = memory.matrixRows[firstRow + place]
            state.setMemo(slot, number: highest ? points.high : points.low)
        }
        let rows = LuaState.handle(namespace: program.slots.totalTypes[index])
        switch call(function, row: rows, .answer(.matrix(index))) {
        case .value(.number(let number)) where number.isFinite: return .number(number)
        case .failed(let status): return .failed(status)
        case .unknown: return .failed(fail("unknown_total", "`total` may read rows only, and none of them is unknown to it", name(of: .matrix(index))))
        case .value(let other):
            return .failed(fail("not_a_number", "`total` gave \(other.noun), where a number is wanted", name(of: .matrix(index))))
        }
    }
}

extension LuaResult {
    /// What it is, for messages.
    var noun: String {
        switch self {
        case .nothing: "nothing"
        case .bool: "true or false"
        case .number: "a number without an end"
        case .text: "text"
        case .date: "a date"
        case .span: "a length of time"
        case .other(let what): what
        }
    }
}
