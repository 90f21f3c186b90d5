extension DecisionTable {
    /// What the hit policy makes of rows, counted from 0 and lowest first, that match together.
    enum Outcome: Hashable {
        case answer(Answer, hits: RowSet)
        case conflict(RowSet)
    }

    func outcome(of matching: RowSet) -> Outcome {
        let rows = matching.rows
        guard let first = rows.first else {
            if let defaults { return .answer(hitPolicy.givesList ? .list([defaults]) : .single(defaults), hits: matching) }
            return .answer(hitPolicy == .collectCount ? .single([.number(0)]) : .none, hits: matching)
        }
        switch hitPolicy {
        case .unique:
            return rows.count == 1 ? single(first) : .conflict(matching)
        case .any:
            let agree = rows.allSatisfy { outputs[$0] == outputs[first] }
            return agree ? .answer(.single(outputs[first]), hits: matching) : .conflict(matching)
        case .first:
            return single(first)
        case .priority:
            return single(byPriority(rows)[0])
        case .ruleOrder, .collect:
            return .answer(.list(rows.map { outputs[$0] }), hits: matching)
        case .outputOrder:
            return .answer(.list(byPriority(rows).map { outputs[$0] }), hits: matching)
        case .collectSum, .collectMin, .collectMax:
            return .answer(.single([.number(aggregate(rows))]), hits: matching)
        case .collectCount:
            return .answer(.single([.number(Double(rows.count))]), hits: matching)
        }
    }

    private func single(_ row: Int) -> Outcome {
        var hits = RowSet(capacity: cells.count)
        hits.insert(row)
        return .answer(.single(outputs[row]), hits: hits)
    }

    /// Rows from the highest priority down: by the leftmost output that has `values`, then the next; an output without any
    /// does not count, as DMN says.
    private func byPriority(_ rows: [Int]) -> [Int] {
        rows.sorted { a, b in
            ranks[a] == ranks[b] ? a < b : ranks[a].lexicographicallyPrecedes(ranks[b])
        }
    }

    private func aggregate(_ rows: [Int]) -> Double {
        let numbers = rows.compactMap { if case .number(let number) = outputs[$0][0] { number } else { nil } }
        return switch hitPolicy {
        case .collectMin: numbers.reduce(.infinity, min)
        case .collectMax: numbers.reduce(-.infinity, max)
        default: numbers.reduce(0, +)
        }
    }

    func message(forConflict rows: [Int]) -> String {
        let names = rows.map(String.init)
        let list = names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        return hitPolicy == .any
            ? "rows \(list) match together with different outputs, which the hit policy `any` does not allow: "
                + "give them one output, or make their cells exclude each other"
            : "rows \(list) match together, and the hit policy `\(hitPolicy.rawValue)` allows one row: "
                + "make their cells exclude each other, or use `first`"
    }
}
