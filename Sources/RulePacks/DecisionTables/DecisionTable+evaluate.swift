extension DecisionTable {
    /// The most combinations of unknown inputs that are tried one by one.
    static let maximumWorlds = 4096

    /// The table's answer.
    ///
    /// With unknown inputs the answer is known where it is the same for every value that they might have; values of a type
    /// that no cell of the column mentions are not thought of. Where there are too many combinations to try, the answer may
    /// be unknown although it is the same for all, never the other way round.
    /// - Parameter inputs: a value for each input, nil for one that is unknown.
    package func evaluate(_ inputs: [TableValue?]) -> Result {
        let values = (0..<inputCount).map { $0 < inputs.count ? inputs[$0] : nil }
        let unknown = values.indices.filter { values[$0] == nil }
        var possible = RowSet(capacity: cells.count)
        var certain = possible
        for (row, tests) in cells.enumerated() {
            let fits = zip(tests, values).allSatisfy { test, value in value.map { test.matches($0) } ?? true }
            guard fits else { continue }
            possible.insert(row)
            guard unknown.allSatisfy({ tests[$0].isAny }) else { continue }
            certain.insert(row)
            // No later row can be the first to match.
            if hitPolicy == .first { break }
        }
        return possible == certain
            ? result(of: outcome(of: certain), certain: certain)
            : result(possible: possible, certain: certain, unknown: unknown)
    }

    private func result(possible: RowSet, certain: RowSet, unknown: [Int]) -> Result {
        var worlds: Set<RowSet> = [possible]
        for input in unknown {
            let choices = Set(admissible[input].map { $0.intersection(possible) })
            guard choices.count * worlds.count <= Self.maximumWorlds else {
                return resultWithoutWorlds(possible: possible, certain: certain)
            }
            worlds = Set(worlds.flatMap { world in choices.map { world.intersection($0) } })
        }
        var combined: Outcome?
        for world in worlds {
            let next = outcome(of: world)
            guard let both = combined.map({ Self.merge($0, next) }) ?? next else { return .unknown }
            combined = both
        }
        return combined.map { result(of: $0, certain: certain) } ?? .unknown
    }

    /// What holds in two worlds alike; nil where they differ.
    private static func merge(_ a: Outcome, _ b: Outcome) -> Outcome? {
        switch (a, b) {
        case (.answer(let one, let hits), .answer(let other, let otherHits)) where one == other:
            .answer(one, hits: hits.intersection(otherHits))
        case (.conflict(let rows), .conflict(let otherRows)):
            .conflict(rows.union(otherRows))
        default:
            nil
        }
    }

    private func result(of outcome: Outcome, certain: RowSet) -> Result {
        switch outcome {
        case .answer(let answer, let hits):
            return .known(answer, rows: hits.intersection(certain).rows.map { $0 + 1 })
        case .conflict(let rows):
            // Rows that conflict whatever the unknown inputs are say more than all that might.
            var named = rows
            if case .conflict = self.outcome(of: certain) { named = certain }
            let numbers = named.rows.map { $0 + 1 }
            return .conflict(rows: numbers, message: message(forConflict: numbers))
        }
    }

    /// For policies where one more row with the same outputs changes nothing, one certain row settles what all possible rows say.
    private func resultWithoutWorlds(possible: RowSet, certain: RowSet) -> Result {
        guard let row = certain.rows.first, possible.rows.allSatisfy({ outputs[$0] == outputs[row] }) else {
            return .unknown
        }
        return switch hitPolicy {
        case .any, .collectMin, .collectMax: result(of: outcome(of: certain), certain: certain)
        // Which of the rows makes the answer depends on the unknown inputs.
        case .first, .priority: .known(.single(outputs[row]), rows: [])
        default: .unknown
        }
    }
}
