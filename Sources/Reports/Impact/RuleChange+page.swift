import Evidence

extension RuleChange {
    /// In a list, or where it is Lua as the lines that were and are.
    var blocks: [ReportBlock] {
        guard isCode, change == .changed else {
            guard change != .changed, let text = now ?? was else { return [.list([sentence])] }
            return [.list([sentence]), .code(text)]
        }
        let lines = [("was", was), ("now", now)].flatMap { name, text in
            (text ?? "").split(separator: "\n").map { "\(name)  \($0)" }
        }
        return [.list(["\(title) (`\(rule)`), \(part ?? "") changed:"]), .code(lines.joined(separator: "\n"))]
    }

    /// `Score for PPO (ppo_threshold): 90 points → 70 points`.
    var sentence: String {
        switch change {
        case .added: return "New: \(title) (`\(rule)`)"
        case .removed: return "Gone: \(title) (`\(rule)`)"
        case .changed:
            let name = "\(title) (`\(rule)`)"
            let what = part == "value" ? "" : ", \(part ?? "")"
            switch (was, now) {
            case (let was?, let now?): return "\(name)\(what): \(was.isEmpty ? "nothing" : was) → \(now.isEmpty ? "nothing" : now)"
            case (nil, let now?): return "\(name)\(what): now \(now)"
            case (let was?, nil): return "\(name)\(what): no longer \(was)"
            case (nil, nil): return name
            }
        }
    }
}
