import Evidence
import Notation

extension RuleChange {
    /// Lines of Lua longer than this go on below, so that the text fits its columns.
    private static let longestLine = 76

    /// A list of what can be said in a sentence; what is Lua follows as the lines that were and are.
    static func blocks(_ changes: [RuleChange]) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        var sentences: [String] = []
        for change in changes {
            sentences.append(change.sentence)
            guard let lines = change.lines else { continue }
            blocks += [.list(sentences), .code(lines.map { wrappedText($0, indent: 6, width: longestLine) }.joined(separator: "\n"))]
            sentences = []
        }
        return sentences.isEmpty ? blocks : blocks + [.list(sentences)]
    }

    static func plural(_ what: String) -> String {
        switch what {
        case "parameter": "Parameters"
        case "oldest that counts": "How old a field may be"
        case "rule of selection": "Rules of selection"
        case "rule of de-selection": "Rules of de-selection"
        case "tasking": "Taskings"
        case "criterion": "Criteria, row by row"
        case "matrix": "Matrices"
        case "row of a matrix": "Rows of matrices"
        case "band": "Bands"
        case "class": "Classes"
        case "row of a table": "Rows of decision tables"
        case "input of a table": "Inputs of decision tables"
        case "decision table": "Decision tables"
        case "classification": "Classifications"
        case "group": "Groups"
        case "word that conditions use": "Words that conditions use"
        default: what.prefix(1).uppercased() + what.dropFirst()
        }
    }

    /// What stands below the sentence; nil where the sentence says all.
    private var lines: [String]? {
        if change == .changed {
            guard isCode else { return nil }
            return [("was", was), ("now", now)].flatMap { name, text in (text ?? "").split(separator: "\n").map { "\(name)  \($0)" } }
        }
        guard what != "parameter", let text = now ?? was, !text.isEmpty else { return nil }
        return text.split(separator: "\n").map(String.init)
    }

    /// `Score for PPO (parameter.ppo_threshold): 90 points → 70 points`.
    var sentence: String {
        let name = "\(title) (`\(rule)`)"
        switch change {
        case .added: return "New: \(name)\(value(now))"
        case .removed: return "Gone: \(name)\(value(was))"
        case .changed:
            if isCode { return "\(name), \(part ?? "") changed:" }
            let what = part == "value" ? "" : ", \(part ?? "")"
            switch (was, now) {
            case (let was?, let now?): return "\(name)\(what): \(was.isEmpty ? "nothing" : was) → \(now.isEmpty ? "nothing" : now)"
            case (nil, let now?): return "\(name)\(what): now \(now)"
            case (let was?, nil): return "\(name)\(what): no longer \(was)"
            case (nil, nil): return name
            }
        }
    }

    /// What a parameter is, in the same sentence.
    private func value(_ text: String?) -> String {
        guard what == "parameter", let text else { return "" }
        return ". " + text.split(separator: "\n").map { $0.hasPrefix("value: ") ? String($0.dropFirst(7)) : String($0) }.joined(separator: ", ")
    }
}
