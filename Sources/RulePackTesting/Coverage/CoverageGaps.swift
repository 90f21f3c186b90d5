import Decisions
import RulePacks

/// Puts what was missed into words.
struct CoverageGaps {
    let map: CoverageMap
    let hits: CoverageHits
    /// Those of the map that are asked about, in its order.
    let places: [Int]

    /// What matters most first, then by kind in the order of the map.
    var all: [CoverageGap] {
        let gaps = rules + lines
        return CoverageGaps.weights.flatMap { weight in gaps.filter { $0.weight == weight } }
    }

    private static let weights: [CoverageGap.Weight] = [.decision, .answer, .otherwise, .lines]

    private var rules: [CoverageGap] {
        places.compactMap { place in
            let item = map.items[place]
            guard item.kind != .lines, !hits.contains(place) else { return nil }
            switch item.answer {
            case nil: return gap(item, .answer, words(item))
            case .yes:
                let isUndecided = map.place(of: "\(item.rule) no").map { !hits.contains($0) } ?? false
                // A row that never gave points is told as that.
                if !isUndecided, map.place(of: item.rule).map({ !hits.contains($0) }) ?? false { return nil }
                return gap(item, CoverageGaps.decides(item.rule) ? .decision : .answer, isUndecided ? undecided(item) : "never held")
            default:
                // Told with the yes that is missing too.
                if map.place(of: "\(item.rule) yes").map({ !hits.contains($0) }) ?? false { return nil }
                return gap(item, .otherwise, "always held")
            }
        }
    }

    private func gap(_ item: CoverageItem, _ weight: CoverageGap.Weight, _ words: String) -> CoverageGap {
        CoverageGap(weight: weight, file: item.file, line: item.line, lastLine: nil, rule: item.rule, words: "“\(item.title)” \(words)")
    }

    private static func decides(_ rule: String) -> Bool { ["selection.", "deselection.", "tasking."].contains { rule.hasPrefix($0) } }

    private func undecided(_ item: CoverageItem) -> String {
        let unknowns = map.unknowns(of: item.rule, in: hits)
        if unknowns > 0 { return "was always unknown, \(unknowns) \(unknowns == 1 ? "time" : "times")" }
        return map.reached(item.rule, by: hits) ? "never came out" : "was never asked"
    }

    private func words(_ item: CoverageItem) -> String {
        switch item.kind {
        case .rows:
            if item.rule.hasPrefix("table.") { return "never made the answer" }
            return item.rule.contains(".step.") ? "was never reached" : "never gave points"
        default: return "was never given"
        }
    }

    /// Lines that were missed, with those that follow one another told together, whatever lies between that cannot run.
    private var lines: [CoverageGap] {
        var gaps: [CoverageGap] = []
        var run: (file: String, first: Int, last: Int, count: Int)?
        func close() {
            guard let ended = run else { return }
            let words = ended.count == 1 ? "the line never ran" : "\(ended.count) lines never ran"
            gaps.append(
                CoverageGap(
                    weight: .lines, file: ended.file, line: ended.first, lastLine: ended.count == 1 ? nil : ended.last, rule: nil, words: words))
            run = nil
        }
        for place in places {
            let item = map.items[place]
            guard item.kind == .lines, let line = item.line else { continue }
            if hits.contains(place) || run.map({ $0.file != item.file }) ?? false { close() }
            if hits.contains(place) { continue }
            run = (item.file, run?.first ?? line, line, (run?.count ?? 0) + 1)
        }
        close()
        return gaps
    }
}
