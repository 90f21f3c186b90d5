import LuaRuntime

/// A fixed numbering of what tests can touch in a pack: the items to cover, and behind them the rules that an evaluation
/// can come to. Programs of the same pack have the same map, whatever their date.
package struct CoverageMap: Sendable {
    /// By kind, each in the order of evaluation; lines by file. An item's place is its place in hits.
    package let items: [CoverageItem]
    /// Paths of declarations and rules that an evaluation can come to: `criteria.gto_scope`, `criteria.gto_scope.adult`,
    /// `table.tier.input.ogrs`, `selection`, `selection.ppo`, `allocation`.
    package let rules: [String]
    /// Why lines are not among the items; nil where they are.
    package let whyNoLines: String?
    private let places: [String: Int]
    private let rulePlaces: [String: Int]

    /// To be made while the program evaluates nothing.
    package init(_ program: RuleProgram) {
        var builder = CoverageMapBuilder(program.rules, files: program.pack.writtenFiles)
        builder.addAll()
        var items = CoverageKind.allCases.flatMap { kind in builder.items.filter { $0.kind == kind } }
        do throws(LuaFault) {
            for chunk in try program.state.linesToRun() {
                items += chunk.lines.map {
                    CoverageItem(kind: .lines, id: "\(chunk.chunk):\($0)", rule: chunk.chunk, title: "", file: chunk.chunk, line: $0, answer: nil)
                }
            }
            whyNoLines = nil
        } catch {
            whyNoLines = error.message
        }
        self.items = items
        rules = builder.rules
        places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
        rulePlaces = Dictionary(rules.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    package var noHits: CoverageHits { CoverageHits(capacity: items.count + rules.count) }

    /// The place of an item; nil where there is none of that id.
    package func place(of id: String) -> Int? { places[id] }

    /// The place among hits of a rule that an evaluation can come to; nil where it is none.
    package func place(ofRule path: String) -> Int? { rulePlaces[path].map { items.count + $0 } }

    // MARK: Rules that were reached

    /// The rule that an evaluation comes to before it can come to something: of a step its row, of a row of a decision table
    /// the table, of a band its matrix, of anything else the rule itself. nil where a pack has no such rule.
    package func rule(holding path: String) -> String? {
        var parts = path.split(separator: ".").map(String.init)
        if parts.first == "band" { parts[0] = "matrix" }
        while !parts.isEmpty {
            let holder = parts.joined(separator: ".")
            if rulePlaces[holder] != nil { return holder }
            parts.removeLast()
        }
        return nil
    }

    /// Whether an evaluation came to a rule, or to what holds it; false where a pack has no such rule.
    package func reached(_ path: String, by hits: CoverageHits) -> Bool {
        rule(holding: path).flatMap(place(ofRule:)).map(hits.contains) ?? false
    }

    /// Paths of all rules that evaluations came to, in the order of the map.
    package func rulesReached(by hits: CoverageHits) -> [String] {
        rules.indices.filter { hits.contains(items.count + $0) }.map { rules[$0] }
    }

    /// Whether a line ran; false for one without code that can run.
    package func ran(_ line: Int, of file: String, in hits: CoverageHits) -> Bool { place(of: "\(file):\(line)").map(hits.contains) ?? false }

    /// How often the condition of a rule was unknown.
    package func unknowns(of path: String, in hits: CoverageHits) -> Int { place(ofRule: path).flatMap { hits.unknowns[$0] } ?? 0 }

    /// Ids of the items touched, in the order of the map.
    package func ids(in hits: CoverageHits) -> [String] { items.indices.filter(hits.contains).map { items[$0].id } }
}
