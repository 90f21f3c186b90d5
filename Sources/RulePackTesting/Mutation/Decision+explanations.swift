import Cohorts
import Decisions

extension Decision {
    /// Lines of a spec, over the local `d`, that hold for this decision and not for another: of what stands beside the answers
    /// and explains them. None where a spec sees no difference.
    func explanations(unlike other: Decision) -> [String] {
        var lines = Decision.list("recommendation.because", recommendation.because, other.recommendation.because)
        if recommendation.title != other.recommendation.title {
            lines.append("expect(d.recommendation.title)." + (recommendation.title.map { "is(\(luaText($0)))" } ?? "is_nothing()"))
        }
        lines += Decision.list("recommendation.unknown", recommendation.unknown, other.recommendation.unknown)
        for (was, now) in zip(criteria, other.criteria) where was.met == .unknown {
            lines += Decision.needed("met.\(was.name)", was.rows.flatMap(\.unknown), now.rows.flatMap(\.unknown))
        }
        for (was, now) in zip(matrices, other.matrices) where was.low != was.high {
            lines += Decision.needed("score.\(was.name)", was.rows.flatMap(\.unknown), now.rows.flatMap(\.unknown))
        }
        for (was, now) in zip(tables, other.tables) where was.output == .unknown && was.outputNames.count == 1 {
            lines += Decision.needed("table.\(was.name)", was.unknown, now.unknown)
        }
        for (was, now) in zip(classes, other.classes) where was.classes == nil { lines += Decision.needed("class.\(was.name)", was.unknown, now.unknown) }
        for (was, now) in zip(taskings, other.taskings) where was.because != now.because {
            lines.append("expect(d.tasking.\(was.kind).because)." + (was.because.map { "is(\(luaText($0)))" } ?? "is_nothing()"))
        }
        for (was, now) in zip(groups, other.groups) where was.size != now.size || was.key != now.key {
            lines.append("expect(d.group.\(was.name).key)." + (was.size == nil ? "is_unknown()" : was.key.map { "is(\(luaText($0)))" } ?? "is_nothing()"))
        }
        if let text = warnings.first(where: { !other.warnings.contains($0) })?.text {
            lines.append("expect(d).has_warning(\(luaText(text)))")
        } else if warnings.count != other.warnings.count {
            lines.append("expect(#d.warnings).is(\(warnings.count))")
        }
        lines += Decision.list("trace", trace, other.trace)
        if !lines.isEmpty { return lines }
        return reads.filter { !other.reads.contains($0) }.map { "expect(d).reads(\"\($0)\")" }
            + other.reads.filter { !reads.contains($0) }.map { "expect(d).does_not_read(\"\($0)\")" }
    }

    /// What differs in the record though no spec sees it, in words.
    func unseen(unlike other: Decision) -> String {
        for (was, now) in zip(criteria, other.criteria) {
            for (a, b) in zip(was.rows, now.rows) where a.met != b.met {
                return "`criteria.\(was.name).\(a.id)` is \(b.met.rawValue), and was \(a.met.rawValue)"
            }
        }
        for (was, now) in zip(matrices, other.matrices) {
            for (a, b) in zip(was.rows, now.rows) where a.because != b.because {
                return "the reason of `matrix.\(was.name).\(a.id)` is \(Decision.words(b.because)), and was \(Decision.words(a.because))"
            }
        }
        for (was, now) in zip(tables, other.tables) where was.rows != now.rows {
            func words(_ rows: [Int]) -> String { rows.isEmpty ? "no row" : "row " + rows.map(String.init).joined(separator: ", ") }
            return "`table.\(was.name)` has its answer by \(words(now.rows)), and had it by \(words(was.rows))"
        }
        return "only its words differ"
    }

    private static func words(_ reason: String?) -> String { reason.map { "“\($0)”" } ?? "none" }

    private static func list(_ name: String, _ was: [String], _ now: [String]) -> [String] {
        if was == now { return [] }
        if let gone = was.first(where: { !now.contains($0) }) { return ["expect(d.\(name)).contains(\(luaText(gone)))"] }
        return ["expect(d.\(name)).is \(luaList(was))"]
    }

    private static func needed(_ name: String, _ was: [String], _ now: [String]) -> [String] {
        let gone = DecisionTree.distinct(was).filter { !now.contains($0) }
        return gone.isEmpty ? [] : ["expect(d.\(name)).is_unknown_for(\(gone.map(luaText).joined(separator: ", ")))"]
    }
}

/// Texts as a list in Lua.
func luaList(_ texts: [String]) -> String { texts.isEmpty ? "{}" : "{ \(texts.map(luaText).joined(separator: ", ")) }" }
