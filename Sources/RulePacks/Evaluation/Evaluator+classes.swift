import Decisions
import LuaRuntime

extension Evaluator {
    func answerClassification(_ index: Int) -> LuaStatus {
        let rule = rules.classifications[index]
        let slot = program.slots.classes[index]
        var matching: [String] = []
        var why = Missing()
        for (place, entry) in rule.classes.enumerated() {
            guard let when = entry.when else { continue }
            switch condition(when, .classCondition(place, in: index)) {
            case .failed(let status): return status
            case .no:
                coverage?.condition(index, class: place, .no)
                continue
            case .yes:
                coverage?.condition(index, class: place, .yes)
                matching.append(entry.id)
            case .unknown(let missing):
                coverage?.condition(index, class: place, .unknown)
                why.formUnion(missing)
            }
            if rule.pick == .first { break }
        }
        let otherwise = rule.classes.first { $0.when == nil }
        classes[index].unknown = []
        if rule.pick == .one, matching.count > 1 {
            return fail(
                "ambiguous_class", "\(matching.map { "`\($0)`" }.joined(separator: " and ")) both match, where exactly one class may",
                name(of: .classification(index)))
        }
        if !why.isEmpty {
            classes[index].classes = nil
            classes[index].unknown = names(of: why)
            setUnknown(slot, why)
            return .ok
        }
        if matching.isEmpty, let otherwise { matching = [otherwise.id] }
        if matching.isEmpty, rule.pick == .one {
            return fail("no_class", "no class matches, where exactly one must", name(of: .classification(index)))
        }
        classes[index].classes = matching
        coverage?.gave(classes: matching, index)
        if let set = program.slots.classSets[index] {
            state.assign(matching.map { .pooled(pooled($0)) }, toSet: set)
            setKnown(slot, .set(set))
        } else if let first = matching.first {
            setKnown(slot, .pooled(pooled(first)))
        } else {
            setUnknown(slot, Missing(answers: ["class.\(rule.name)"]))
        }
        return .ok
    }
}
