import Decisions
import Notation
import RulePacks

/// What two packs find differently about one person, in words.
struct AnswerDifferences {
    /// More would not be read.
    private static let most = 4

    let old: RuleSet
    let new: RuleSet

    /// - Parameters:
    ///   - relevant: answers that the deciding rules read, such as `matrix.sac`.
    ///   - found: what a row of the new pack looked at, and the values.
    func words(_ was: Decision, _ now: Decision, relevant: Set<String>, found: (String) -> [String]) -> [String] {
        let words = criteria(was, now, relevant, found) + matrices(was, now, relevant) + classes(was, now, relevant) + places(was, now) + failures(was, now)
        return Array(words.prefix(AnswerDifferences.most))
    }

    private func criteria(_ was: Decision, _ now: Decision, _ relevant: Set<String>, _ found: (String) -> [String]) -> [String] {
        now.criteria.filter { relevant.contains("criteria.\($0.name)") }.compactMap { answer in
            guard let rule = new.criteria.first(where: { $0.name == answer.name }), let former = old.criteria.first(where: { $0.name == answer.name }),
                let before = was.criteria.first(where: { $0.name == answer.name }), before.met != answer.met
            else { return nil }
            let rows = answer.rows.compactMap { row -> String? in
                guard let other = before.rows.first(where: { $0.id == row.id }), other.met != row.met else { return nil }
                let title = { (rule: Criteria) in rule.rows.first { $0.id == row.id }?.heading.title ?? row.id }
                let (then, today) = (title(former), title(rule))
                let values = found("criteria.\(rule.name).\(row.id)").joined(separator: " ")
                let change = then == today ? "“\(today)” \(met(other.met)) before, \(met(row.met)) now" : "“\(then)” \(met(other.met)), “\(today)” \(met(row.met))"
                return change + (values.isEmpty ? "" : ". \(values)")
            }
            return "\(rule.heading.title): \(met(before.met)) before, \(met(answer.met)) now" + (rows.isEmpty ? "" : " (\(rows.joined(separator: "; ")))")
        }
    }

    private func met(_ met: Met) -> String {
        switch met {
        case .yes: "met"
        case .no: "not met"
        case .unknown: "not known"
        }
    }

    private func matrices(_ was: Decision, _ now: Decision, _ relevant: Set<String>) -> [String] {
        now.matrices.filter { relevant.contains("matrix.\($0.name)") }.compactMap { answer in
            guard let rule = new.matrices.first(where: { $0.name == answer.name }), let other = old.matrices.first(where: { $0.name == answer.name }),
                let before = was.matrices.first(where: { $0.name == answer.name })
            else { return nil }
            let isSameScore = before.low == answer.low && before.high == answer.high
            if isSameScore, before.band == answer.band { return nil }
            let score = isSameScore ? score(answer) : "\(score(before)) before, \(score(answer)) now"
            let bands = before.band == answer.band ? "" : ": \(band(before, other)) before, \(band(answer, rule)) now"
            return "\(rule.heading.title) \(score)\(bands)\(isSameScore ? "" : rows(before, answer, rule))"
        }
    }

    private func rows(_ before: MatrixAnswer, _ answer: MatrixAnswer, _ rule: Matrix) -> String {
        let words = answer.rows.compactMap { row -> String? in
            guard let other = before.rows.first(where: { $0.id == row.id }), other.low != row.low || other.high != row.high else { return nil }
            let title = rule.rows.first { $0.id == row.id }?.heading.title ?? row.id
            return "\(title): \(span(other.low, other.high)), now \(span(row.low, row.high))"
        }
        return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
    }

    private func score(_ answer: MatrixAnswer) -> String { span(answer.low, answer.high) }

    private func span(_ low: Double, _ high: Double?) -> String {
        guard let high else { return "\(shortestText(low)) or more" }
        return low == high ? shortestText(low) : "\(shortestText(low)) to \(shortestText(high))"
    }

    private func band(_ answer: MatrixAnswer, _ rule: Matrix) -> String {
        answer.band.map { id in rule.bands.first { $0.id == id }?.title ?? id } ?? "not known"
    }

    private func classes(_ was: Decision, _ now: Decision, _ relevant: Set<String>) -> [String] {
        now.classes.filter { relevant.contains("class.\($0.name)") }.compactMap { answer in
            guard let rule = new.classifications.first(where: { $0.name == answer.name }), let before = was.classes.first(where: { $0.name == answer.name }),
                before.classes != answer.classes
            else { return nil }
            func words(_ ids: [String]?) -> String {
                guard let ids else { return "not known" }
                return ids.isEmpty ? "none" : ids.map { id in rule.classes.first { $0.id == id }?.heading.title ?? id }.joined(separator: ", ")
            }
            return "\(rule.heading.title): \(words(before.classes)) before, \(words(answer.classes)) now"
        }
    }

    private func places(_ was: Decision, _ now: Decision) -> [String] {
        func words(_ placement: Placement?) -> String {
            placement.map { "number \($0.rank) in the ranking, \($0.isPlaced ? "with a place" : "without a place")" } ?? "no limit on places"
        }
        guard was.allocation?.isPlaced != now.allocation?.isPlaced, was.allocation?.isPlaced == false || now.allocation?.isPlaced == false else { return [] }
        return ["Places: \(words(was.allocation)) before, \(words(now.allocation)) now"]
    }

    private func failures(_ was: Decision, _ now: Decision) -> [String] {
        [was.error.map { "A rule of the old pack fails for this person: \($0.message)" }, now.error.map { "A rule of the new pack fails for this person: \($0.message)" }]
            .compactMap(\.self)
    }
}
