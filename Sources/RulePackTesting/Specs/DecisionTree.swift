import Decisions
import RulePacks

/// A decision as tests see it: every name that the pack declares, whether or not the decision has a value for it.
struct DecisionTree {
    let decision: Decision
    let rules: RuleSet

    var value: SpecRecord {
        SpecRecord("a decision has no", [
            ("recommendation", .record(recommendation)), ("met", .record(met)), ("score", .record(scores)), ("band", .record(bands)),
            ("row", .record(rows)), ("table", .record(tables)), ("class", .record(classes)), ("group", .record(groups)),
            ("tasking", .record(taskingByKind)), ("taskings", .list(decision.taskings.map(tasking))),
            ("allocation", decision.allocation.map(placement) ?? .nothing), ("warnings", .list(decision.warnings.map(warning))),
            ("trace", texts(decision.trace)), ("reads", texts(decision.reads)), ("error", decision.error.map(error) ?? .nothing),
            ("nominal", .text(decision.nominal)), ("as_of", .date(decision.asOf)),
        ])
    }

    private func texts(_ texts: [String]) -> SpecValue { .list(texts.map { .text($0) }) }
    private func text(_ text: String?) -> SpecValue { text.map { .text($0) } ?? .nothing }

    private var recommendation: SpecRecord {
        let given = decision.recommendation
        return SpecRecord("a recommendation has no", [
            ("action", .text(given.action.rawValue)), ("category", text(given.category)), ("rule", text(given.rule)),
            ("title", text(given.title)), ("because", texts(given.because)), ("unknown", texts(given.unknown)),
        ])
    }

    private var met: SpecRecord {
        SpecRecord("there are no criteria named", rules.criteria.map { rule in
            guard let answer = decision.criteria.first(where: { $0.name == rule.name }) else { return (rule.name, .nothing) }
            let value: SpecValue =
                switch answer.met {
                case .yes: .bool(true)
                case .no: .bool(false)
                case .unknown: .unknown(DecisionTree.distinct(answer.rows.flatMap(\.unknown)))
                }
            return (rule.name, value)
        })
    }

    private func matrices(_ phrase: String, _ value: (Matrix, MatrixAnswer?) -> SpecValue?) -> SpecRecord {
        SpecRecord(phrase, rules.matrices.compactMap { rule in
            value(rule, decision.matrices.first { $0.name == rule.name }).map { (rule.name, $0) }
        })
    }

    private var scores: SpecRecord {
        matrices("there is no matrix named") { _, answer in
            guard let answer else { return .nothing }
            return answer.high == answer.low ? .number(answer.low) : .unknown(unknown(answer), SpecRange(low: answer.low, high: answer.high))
        }
    }

    private var bands: SpecRecord {
        matrices("there is no matrix with bands named") { rule, answer in
            if rule.bands.isEmpty { return nil }
            guard let answer else { return .nothing }
            return answer.band.map { .text($0) } ?? .unknown(unknown(answer))
        }
    }

    private var rows: SpecRecord {
        matrices("there is no matrix named") { rule, answer in
            .record(SpecRecord("matrix `\(rule.name)` has no row", rule.rows.map { row in
                guard let row = answer?.rows.first(where: { $0.id == row.id }) else { return (row.id, .nothing) }
                return (row.id, row.isUnknown ? .unknown(row.unknown, SpecRange(low: row.low, high: row.high)) : .number(row.low))
            }))
        }
    }

    private func unknown(_ answer: MatrixAnswer) -> [String] { DecisionTree.distinct(answer.rows.flatMap(\.unknown)) }

    private var tables: SpecRecord {
        SpecRecord("there is no decision table named", rules.tables.map { rule in
            let isAggregate = [.collectSum, .collectMin, .collectMax, .collectCount].contains(rule.table.hitPolicy)
            let names = isAggregate ? Array(rule.table.outputNames.prefix(1)) : rule.table.outputNames
            return (rule.name, output(decision.tables.first { $0.name == rule.name }, names, rule.name))
        })
    }

    /// The one output, or a record of several; for a table that no row of matches, nothing for each.
    private func output(_ answer: TableAnswer?, _ names: [String], _ table: String) -> SpecValue {
        func outputs(_ value: (Int) -> SpecValue) -> SpecValue {
            if names.count == 1 { return value(0) }
            return .record(SpecRecord("decision table `\(table)` has no output", names.indices.map { (names[$0], value($0)) }))
        }
        switch answer?.output ?? .none {
        case .none: return outputs { _ in .nothing }
        case .unknown: return outputs { _ in .unknown(answer?.unknown ?? []) }
        case .one(let values): return outputs { values.indices.contains($0) ? value(values[$0]) : .nothing }
        case .many(let many): return outputs { column in .list(many.map { $0.indices.contains(column) ? value($0[column]) : .nothing }) }
        }
    }

    private func value(_ value: DecisionValue) -> SpecValue {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .bool(let bool): .bool(bool)
        case .date(let day): .date(day)
        }
    }

    private var classes: SpecRecord {
        SpecRecord("there is no classification named", rules.classifications.map { rule in
            guard let answer = decision.classes.first(where: { $0.name == rule.name }) else { return (rule.name, .nothing) }
            guard let classes = answer.classes else { return (rule.name, .unknown(answer.unknown)) }
            return (rule.name, answer.isSet ? texts(classes) : text(classes.first))
        })
    }

    private var groups: SpecRecord {
        SpecRecord("there is no group named", rules.groups.map { rule in
            let answer = decision.groups.first { $0.name == rule.name }
            let isUnknown = answer != nil && answer?.size == nil
            let unknown = SpecValue.unknown(answer?.unknown ?? [])
            return (rule.name, .record(SpecRecord("group `\(rule.name)` has no", [
                ("size", isUnknown ? unknown : .number(Double(answer?.size ?? 0))),
                ("key", isUnknown ? unknown : text(answer?.key)),
            ])))
        })
    }

    private var taskingByKind: SpecRecord {
        SpecRecord("there is no tasking named", rules.taskings.map { rule in
            (rule.id, decision.taskings.first { $0.kind == rule.id }.map(tasking) ?? .nothing)
        })
    }

    private func tasking(_ tasking: Tasking) -> SpecValue {
        .record(SpecRecord("a tasking has no", [
            ("kind", .text(tasking.kind)), ("title", .text(tasking.title)), ("owner", .text(tasking.owner)), ("priority", text(tasking.priority)),
            ("due", tasking.due.map { .date($0) } ?? .nothing), ("because", text(tasking.because)), ("key", .text(tasking.key)),
        ]))
    }

    private func placement(_ placement: Placement) -> SpecValue {
        .record(SpecRecord("an allocation has no", [
            ("rank", .number(Double(placement.rank))), ("outcome", .text(placement.isPlaced ? "placed" : "displaced")), ("kept", .bool(placement.isKept)),
        ]))
    }

    private func warning(_ warning: DecisionWarning) -> SpecValue {
        .record(SpecRecord("a warning has no", [("code", .text(warning.code)), ("field", text(warning.field)), ("text", .text(warning.text))]))
    }

    private func error(_ error: DecisionError) -> SpecValue {
        .record(SpecRecord("an error has no", [
            ("code", .text(error.code)), ("message", .text(error.message)), ("file", text(error.file)),
            ("line", error.line.map { .number(Double($0)) } ?? .nothing), ("rule", text(error.rule)),
        ]))
    }

    /// The texts without those that came before.
    static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
