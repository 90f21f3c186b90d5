import Cohorts
import Decisions
import Notation

extension Decision {
    /// Lines of a spec, over the local `d`, that hold for this decision and not for another: of what is recommended and of the
    /// answers that it rests on. None where those are the same.
    func expectations(unlike other: Decision) -> [String] {
        // A decision in which a rule failed fails whatever test does not ask for it.
        if error != other.error { return [error.map { "expect(d).errors_with(\(luaText($0.code)))" } ?? "expect(d.error).is_nothing()"] }
        var lines = recommended(unlike: other)
        for (was, now) in zip(criteria, other.criteria) where was.met != now.met {
            lines.append("expect(d.met.\(was.name))." + (was.met == .unknown ? "is_unknown()" : "is(\(was.met == .yes))"))
        }
        lines += matrices.indices.flatMap { other.matrices.indices.contains($0) ? matrices[$0].expectations(unlike: other.matrices[$0]) : [] }
        for (was, now) in zip(tables, other.tables) where was.output != now.output { lines += was.expectations }
        for (was, now) in zip(classes, other.classes) where was.classes != now.classes {
            guard let classes = was.classes else {
                lines.append("expect(d.class.\(was.name)).is_unknown()")
                continue
            }
            lines.append("expect(d.class.\(was.name))." + (was.isSet ? "is \(luaList(classes))" : classes.first.map { "is(\(luaText($0)))" } ?? "is_nothing()"))
        }
        return lines + tasked(unlike: other)
    }

    private func recommended(unlike other: Decision) -> [String] {
        let (was, now) = (recommendation, other.recommendation)
        if was.action != now.action { return ["expect(d.recommendation.action).is(\"\(was.action.rawValue)\")"] }
        if was.rule != now.rule { return ["expect(d.recommendation.rule)." + (was.rule.map { "is(\"\($0)\")" } ?? "is_nothing()")] }
        if was.category != now.category { return ["expect(d.recommendation.category)." + (was.category.map { "is(\"\($0)\")" } ?? "is_nothing()")] }
        return []
    }

    private func tasked(unlike other: Decision) -> [String] {
        var lines: [String] = []
        for was in taskings {
            guard let now = other.taskings.first(where: { $0.kind == was.kind }) else {
                lines.append("expect(d).has_tasking(\"\(was.kind)\")")
                continue
            }
            if was.owner != now.owner { lines.append("expect(d.tasking.\(was.kind).owner).is(\"\(was.owner)\")") }
            if was.due != now.due { lines.append("expect(d.tasking.\(was.kind).due)." + (was.due.map { "is(\"\($0)\")" } ?? "is_nothing()")) }
            if was.priority != now.priority {
                lines.append("expect(d.tasking.\(was.kind).priority)." + (was.priority.map { "is(\(luaText($0)))" } ?? "is_nothing()"))
            }
        }
        for now in other.taskings where !taskings.contains(where: { $0.kind == now.kind }) {
            lines.append("expect(d).has_no_tasking(\"\(now.kind)\")")
        }
        return lines
    }
}

extension MatrixAnswer {
    fileprivate func expectations(unlike other: MatrixAnswer) -> [String] {
        if low != other.low || high != other.high { return ["expect(d.score.\(name))." + MatrixAnswer.matcher(low, high, isUnknown: low != high)] }
        if band != other.band { return ["expect(d.band.\(name))." + (band.map { "is(\"\($0)\")" } ?? "is_unknown()")] }
        return zip(rows, other.rows).filter { ($0.low, $0.isUnknown) != ($1.low, $1.isUnknown) || $0.high != $1.high }.map { was, _ in
            "expect(d.row.\(name).\(was.id))." + MatrixAnswer.matcher(was.low, was.high, isUnknown: was.isUnknown)
        }
    }

    private static func matcher(_ low: Double, _ high: Double?, isUnknown: Bool) -> String {
        isUnknown ? "is_unknown_between(\(shortestText(low))\(high.map { ", " + shortestText($0) } ?? ""))" : "is(\(shortestText(low)))"
    }
}

extension TableAnswer {
    /// What its outputs are.
    fileprivate var expectations: [String] {
        func lines(_ matcher: (Int) -> String) -> [String] {
            outputNames.indices.map { "expect(d.table.\(name)\(outputNames.count == 1 ? "" : "." + outputNames[$0]))." + matcher($0) }
        }
        switch output {
        case .none: return lines { _ in "is_nothing()" }
        case .unknown: return lines { _ in "is_unknown()" }
        case .one(let values) where values.count == outputNames.count: return lines { "is(\(TableAnswer.lua(values[$0])))" }
        case .one: return []
        case .many(let rows):
            return lines { column in "is { \(rows.map { $0.indices.contains(column) ? TableAnswer.lua($0[column]) : "nil" }.joined(separator: ", ")) }" }
        }
    }

    private static func lua(_ value: DecisionValue) -> String {
        switch value {
        case .text(let text): luaText(text)
        case .number(let number): shortestText(number)
        case .bool(let bool): String(bool)
        case .date(let day): "\"\(day)\""
        }
    }
}
