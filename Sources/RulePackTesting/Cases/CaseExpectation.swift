import Decisions
import Notation
import RulePacks

/// A column of a case table that says what a decision must come to.
struct CaseExpectation {
    enum Subject {
        /// The value at the end of these names.
        case value([String])
        /// The kinds of all taskings, in any order.
        case taskings
        /// Codes of warnings that must be there.
        case warnings
        /// A text that one of the reasons holds.
        case reason
        /// The code of the error, or a part of its message.
        case error
    }

    let heading: String
    let subject: Subject

    private static let short = ["action", "rule", "category", "title"]

    /// - Throws: that the pack has nothing of that name, in words.
    init(_ heading: String, rules: RuleSet) throws(Mismatch) {
        self.heading = heading
        let names = heading.split(separator: ".", omittingEmptySubsequences: false).dropFirst().map(String.init)
        let first = names.first ?? ""
        switch first {
        case "tasking" where names.count == 1: subject = .taskings
        case "warning" where names.count == 1: subject = .warnings
        case "reason" where names.count == 1: subject = .reason
        case "error" where names.count == 1: subject = .error
        default:
            let path = CaseExpectation.short.contains(first) && names.count == 1 ? ["recommendation", first] : names
            subject = .value(path)
            try CaseExpectation.check(path, heading, rules)
        }
    }

    /// Walks through a decision in which nothing is decided yet, for the names.
    private static func check(_ path: [String], _ heading: String, _ rules: RuleSet) throws(Mismatch) {
        var record = DecisionTree(decision: Decision(), rules: rules).value
        for (place, name) in path.enumerated() {
            guard let part = record[name] else {
                let top = short + ["reason", "warning"] + record.parts.map(\.name)
                let near = place == 0 ? nearestName(to: name, in: top).map { ": did you mean `expect.\($0)`?" } ?? "" : nil
                throw Mismatch(near.map { "there is nothing to expect named `\(heading)`\($0)" } ?? record.refusal(name))
            }
            if place == path.count - 1 {
                if case .record(let inner) = part {
                    throw Mismatch("`\(heading)` holds several values: name one, such as `\(heading).\(inner.parts.first?.name ?? "…")`")
                }
                return
            }
            // The taskings, the allocation and the error are nothing where nothing is decided.
            guard case .record(let inner) = part else { return }
            record = inner
        }
        throw Mismatch("`\(heading)` names nothing to expect")
    }

    /// nil where the decision is as the cell says.
    func mismatch(_ cell: String, _ view: DecisionView) -> String? {
        switch subject {
        case .value(let path): return compare(cell, CaseExpectation.value(at: path[...], in: .record(view.tree)), view)
        case .taskings: return sets(cell, view.decision.taskings.map(\.kind), known: view.rules.taskings.map(\.id))
        case .warnings:
            let codes = view.decision.warnings.map(\.code)
            if cell == "-" || cell == "none" { return codes.isEmpty ? nil : "expected no warning, was \(shown(codes))" }
            let missing = CaseExpectation.words(cell).filter { !codes.contains($0) }
            return missing.isEmpty ? nil : "expected the warning \(shown(missing)), was \(shown(codes))"
        case .reason:
            let reasons = view.decision.recommendation.because
            return reasons.contains { $0.holds(cell) } ? nil
                : "expected a reason with `\(cell)`, was \(reasons.isEmpty ? "none" : reasons.joined(separator: " "))"
        case .error:
            view.errorIsExpected = true
            guard let error = view.decision.error else {
                return cell == "-" || cell == "none" ? nil : "expected an error with `\(cell)`, and there is none"
            }
            return error.code == cell || error.message.holds(cell) ? nil : "expected an error with `\(cell)`, was `\(error.code)`: \(error.message)"
        }
    }

    /// Names of the decision that stand behind the expectation, for its reasons.
    var path: [String] {
        switch subject {
        case .value(let path): path
        case .taskings: ["taskings"]
        case .warnings, .reason, .error: []
        }
    }

    private static func value(at path: ArraySlice<String>, in value: SpecValue) -> SpecValue {
        guard let name = path.first else { return value }
        guard case .record(let record) = value, let part = record[name] else { return .nothing }
        return self.value(at: path.dropFirst(), in: part)
    }

    private func compare(_ cell: String, _ value: SpecValue, _ view: DecisionView) -> String? {
        let isSame: Bool
        let range = SpecRange(cell)
        switch value {
        case .unknown(_, let actual?) where range != nil:
            return actual == range ? nil : "expected \(cell), was \(actual.words), \(value.words)"
        case .unknown: isSame = cell == "unknown"
        case .nothing: isSame = cell == "-" || cell == "none"
        case .bool(let bool): isSame = (bool ? ["true", "yes", "y", "1"] : ["false", "no", "n", "0"]).contains(cell.lowercased())
        case .number(let number): isSame = Double(cell) == number
        case .date(let day): isSame = cell == day.description
        case .text(let text): isSame = cell == text
        case .list(let items): return sets(cell, items.map { if case .text(let text) = $0 { text } else { $0.words } }, known: nil)
        case .record: isSame = false
        }
        let shown = Double(cell) != nil || range != nil || cell == "unknown" ? cell : "`\(cell)`"
        return isSame ? nil : "expected \(shown), was \(value.words)"
    }

    private func sets(_ cell: String, _ actual: [String], known: [String]?) -> String? {
        let wanted = cell == "-" || cell == "none" ? [] : CaseExpectation.words(cell)
        if Set(wanted) == Set(actual) { return nil }
        let stray = known.flatMap { known in wanted.first { !known.contains($0) } }
        let near = stray.flatMap { word in nearestName(to: word, in: known ?? []).map { "; there is no tasking named `\(word)`: did you mean `\($0)`?" } } ?? ""
        return "expected \(shown(wanted)), was \(shown(actual))\(near)"
    }

    private func shown(_ words: [String]) -> String { words.isEmpty ? "none" : words.map { "`\($0)`" }.joined(separator: ", ") }

    private static func words(_ cell: String) -> [String] { cell.split { $0 == " " || $0 == ";" || $0 == "," }.map(String.init) }
}
