import Cohorts
import Decisions
import FieldDefinitions
import Notation
import RulePacks

/// Compares a whole decision with what a test expects of it.
struct DecisionMatching {
    let matcher: Matcher
    let view: DecisionView
    let catalogue: FieldCatalogue
    let arguments: [SpecValue]

    private var decision: Decision { view.decision }

    func verdict() -> Verdict {
        guard matcher.isOfDecision else {
            return .misuse("`\(matcher.rawValue)` asks about one value, and this is a whole decision: write `expect(d.recommendation.action).\(matcher.usage)`")
        }
        if let error = decision.error, matcher != .errorsWith { return .fails(Mismatch(DecisionView.words(error))) }
        switch matcher {
        case .isPlaced, .isDisplaced: return placed
        case .hasNoTasking where arguments.isEmpty:
            return decision.taskings.isEmpty ? .holds : .fails(Mismatch("expected no tasking, was \(kinds)"))
        default: break
        }
        guard case .text(let text)? = arguments.first else {
            return .misuse("`\(matcher.rawValue)` wants a name in quotes: write `\(matcher.usage)`")
        }
        switch matcher {
        case .hasReason: return reason(text)
        case .hasTasking, .hasNoTasking: return tasking(text)
        case .hasWarning: return warning(text)
        case .reads, .doesNotRead: return reading(text)
        default: return error(text)
        }
    }

    private func reason(_ text: String) -> Verdict {
        let given = decision.recommendation
        if given.rule == text || given.because.contains(where: { $0.holds(text) }) { return .holds }
        let rules = (view.rules.selection + view.rules.deselection).map(\.id) + (view.rules.allocation == nil ? [] : ["allocation"])
        var words = "expected the reason `\(text)`, was \(given.rule.map { "the rule `\($0)`" } ?? "no rule at all")"
        if !text.contains(" "), !rules.contains(text) {
            words += "; there is no rule of selection or de-selection named `\(text)`"
                + (nearestName(to: text, in: rules).map { ": did you mean `\($0)`?" } ?? "")
        }
        return .fails(Mismatch(words))
    }

    private var kinds: String {
        decision.taskings.isEmpty ? "none" : decision.taskings.map { "`\($0.kind)`" }.joined(separator: ", ")
    }

    private func tasking(_ kind: String) -> Verdict {
        let known = view.rules.taskings.map(\.id)
        guard known.contains(kind) else {
            return .misuse("there is no tasking named `\(kind)`" + (nearestName(to: kind, in: known).map { ": did you mean `\($0)`?" } ?? ""))
        }
        let isThere = decision.taskings.contains { $0.kind == kind }
        if matcher == .hasNoTasking { return isThere ? .fails(Mismatch("expected no tasking `\(kind)`, and there is one")) : .holds }
        guard isThere else { return .fails(Mismatch("expected the tasking `\(kind)`, was \(kinds)")) }
        guard arguments.count > 1 else { return .holds }
        guard case .record(let wanted) = arguments[1] else {
            return .misuse("after the tasking's name comes a table: write `\(matcher.usage)`")
        }
        guard case .record(let tree)? = view.tree["tasking"], case .record(let parts)? = tree[kind] else { return .holds }
        for (name, value) in wanted.parts {
            guard let actual = parts[name] else { return .misuse(parts.refusal(name)) }
            let due = dated(value, name)
            if !actual.equals(due) { return .fails(Mismatch("expected `\(name)` of the tasking `\(kind)` to be \(due.words), was \(actual.words)")) }
        }
        return .holds
    }

    /// A due date may count from the date of the run.
    private func dated(_ value: SpecValue, _ name: String) -> SpecValue {
        if name == "due", case .text(let text) = value, let day = DraftDate.day(text, asOf: decision.asOf) { return .date(day) }
        return value
    }

    private func warning(_ text: String) -> Verdict {
        if decision.warnings.contains(where: { $0.code == text || $0.text.holds(text) }) { return .holds }
        let codes = decision.warnings.map { "`\($0.code)` (\($0.text))" }
        return .fails(Mismatch("expected the warning `\(text)`, was \(codes.isEmpty ? "none" : codes.joined(separator: ", "))"))
    }

    private func reading(_ path: String) -> Verdict {
        let paths = catalogue.paths
        guard paths.contains(path) else {
            return .misuse("there is no field `\(path)`" + (nearestName(to: path, in: paths).map { ": did you mean `\($0)`?" } ?? ""))
        }
        let reads = decision.reads.filter { $0 == path || $0.hasPrefix(path + ".") }
        if (matcher == .reads) == !reads.isEmpty { return .holds }
        let read = (matcher == .reads ? decision.reads : reads).map { "`\($0)`" }.joined(separator: ", ")
        return .fails(Mismatch("expected the rules \(matcher == .reads ? "" : "not ")to read `\(path)`, and they read \(read.isEmpty ? "nothing" : read)"))
    }

    private func error(_ text: String) -> Verdict {
        view.errorIsExpected = true
        guard let error = decision.error else { return .fails(Mismatch("expected an error with `\(text)`, and there is none")) }
        if error.code == text || error.message.holds(text) { return .holds }
        return .fails(Mismatch("expected an error with `\(text)`, was `\(error.code)`: \(error.message)"))
    }

    private var placed: Verdict {
        guard let placement = decision.allocation else {
            return .fails(Mismatch(
                view.rules.allocation == nil
                    ? "expected a place, and the pack has no allocation"
                    : "expected a place to be decided on, and this person does not ask for one; places are decided in a `cohort { … }`"))
        }
        if placement.isPlaced == (matcher == .isPlaced) { return .holds }
        let was = placement.isPlaced ? "placed" : "displaced"
        return .fails(Mismatch("expected \(matcher == .isPlaced ? "placed" : "displaced"), was \(was), as number \(placement.rank)"))
    }
}

extension String {
    /// Whether the part stands somewhere in the text, whatever the case of its letters.
    func holds(_ part: String) -> Bool { !part.isEmpty && lowercased().contains(part.lowercased()) }
}
