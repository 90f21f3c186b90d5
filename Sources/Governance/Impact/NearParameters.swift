import Cohorts
import Decisions
import Evidence
import LuaSyntax
import RulePacks

/// Tries the numbers that the rules of selection themselves compare with, one step more and one step less, and counts whose
/// recommendation that would change. Places are left out of account.
final class NearParameters {
    /// Each is two more evaluations of everybody.
    private static let most = 12

    private struct Side {
        var number: Int
        var count = 0
    }

    private struct Tried {
        var parameter: Parameter
        var value: Double
        var step: Double
        var more: Side?
        var less: Side?
        var count = 0
        /// Whom the conditions that name it are asked of.
        var asked: Asked
    }

    /// Selection is asked of people who are not in the cohort, de-selection of those who are, and criteria and classes of all.
    private struct Asked: OptionSet {
        var rawValue: Int
        static let others = Asked(rawValue: 1)
        static let members = Asked(rawValue: 2)

        init(rawValue: Int) { self.rawValue = rawValue }

        init(kind: String) { self = kind == "selection" ? .others : kind == "deselection" ? .members : [.others, .members] }

        func includes(_ action: Recommendation.Action) -> Bool {
            switch action {
            case .retain, .deselect: contains(.members)
            case .select, .monitor, .none: contains(.others)
            case .refer: true
            }
        }
    }

    private var tried: [Tried] = []

    init(_ program: RuleProgram, _ side: SideBySide) {
        let names = NearParameters.names(in: program.pack)
        for parameter in program.pack.parameters where tried.count < NearParameters.most {
            guard let asked = names[parameter.name], case .number(let value) = parameter.value else { continue }
            let step = value == value.rounded() ? 1 : 0.1
            func add(_ other: Double) -> Side? {
                if let min = parameter.min, other < min { return nil }
                if let max = parameter.max, other > max { return nil }
                return (try? side.add(.init(program.pack.setting([parameter.name: .number(other)]), ignoresPlaces: true))).map { Side(number: $0) }
            }
            let (more, less) = (add(value + step), add(value - step))
            if more != nil || less != nil { tried.append(Tried(parameter: parameter, value: value, step: step, more: more, less: less, asked: asked)) }
        }
    }

    /// - Throws: `RunStopped`.
    func count(_ row: NominalRow, _ decision: Decision, _ side: SideBySide) throws {
        for place in tried.indices where tried[place].asked.includes(decision.recommendation.action) {
            let isMore = try differs(tried[place].more, row, decision, side)
            let isLess = try differs(tried[place].less, row, decision, side)
            if isMore { tried[place].more?.count += 1 }
            if isLess { tried[place].less?.count += 1 }
            if isMore || isLess { tried[place].count += 1 }
        }
    }

    private func differs(_ entry: Side?, _ row: NominalRow, _ decision: Decision, _ side: SideBySide) throws -> Bool {
        guard let entry else { return false }
        return try !side.decisionBeforePlaces(of: entry.number, on: row).recommendation.recommendsTheSame(as: decision.recommendation)
    }

    var found: [ImpactReport.Near] {
        tried.map { entry in
            ImpactReport.Near(
                at: "parameter.\(entry.parameter.name)", title: entry.parameter.title.isEmpty ? entry.parameter.name : entry.parameter.title,
                threshold: entry.value, unit: entry.parameter.unit, within: entry.step, count: entry.count, below: entry.more?.count ?? 0,
                above: entry.less?.count ?? 0, undecided: 0)
        }
    }

    // MARK: Which

    private static let kinds: Set<String> = ["selection", "deselection", "criteria", "classification"]

    /// Parameters that conditions of selection, criteria and classes name, or the file's own functions that they call.
    private static func names(in pack: PackSource) -> [String: Asked] {
        var names: [String: Asked] = [:]
        for file in pack.writtenFiles {
            for rule in file.rules where kinds.contains(rule.kind) && rule.part == .declaration {
                for name in parameters(in: rule.bytes, of: file) { names[name, default: []].formUnion(Asked(kind: rule.kind)) }
            }
        }
        return names
    }

    private static func parameters(in bytes: Range<Int>, of file: WrittenFile) -> Set<String> {
        var names: Set<String> = []
        var seen: Set<String> = []
        var open = [bytes]
        while let range = open.popLast() {
            let tokens = file.source.map.tokens.filter { range.contains($0.bytes.lowerBound) }
            for (place, token) in tokens.enumerated() {
                guard case .name(let name) = token.kind else { continue }
                if name == "param", place + 2 < tokens.count, tokens[place + 1].kind == .symbol(.dot), case .name(let parameter) = tokens[place + 2].kind {
                    names.insert(parameter)
                } else if seen.insert(name).inserted {
                    if let body = file.functions[name] { open.append(body.bytes) }
                    if let value = file.values[name] { open.append(value.bytes) }
                }
            }
        }
        return names
    }
}
