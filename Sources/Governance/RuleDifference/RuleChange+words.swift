package import Evidence

extension RuleChange {
    /// On one line, for causes: `Score for PPO: 90 points → 70 points`, `new: Gang strand`.
    package var inWords: String {
        switch change {
        case .added: return "new: \(title)"
        case .removed: return "gone: \(title)"
        case .changed:
            guard let part, let was, let now, !isCode, was.count + now.count < 60 else { return "changed: \(title)" }
            return part == "value" || part == "from" || part == "places" ? "\(title): \(was) → \(now)" : "\(title), \(part): \(was) → \(now)"
        }
    }
}
