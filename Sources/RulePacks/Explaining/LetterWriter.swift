import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// Writes to the person concerned: why they are on the scheme, what would have to change, and when they would leave.
///
/// Nothing of anybody else, no intelligence and no protected characteristic appears: a row or rule that read such a
/// field itself is left out, and so is every reason that rests on one, even through other answers.
struct LetterWriter {
    let decision: Decision
    let rules: RuleSet
    let pack: PackSource
    let exit: ExitPlan?
    let reads: ReadsByRule
    let joining: Joining?
    /// Words that must not stand in a letter whatever a rule's author wrote: ids of others, the gang's name.
    let names: [String]
    let title: (String) -> String
    let telling: TellingWords

    typealias Section = Explanation.Section

    var sections: [Section] {
        ([opening] + [why, change, leaving].compactMap { $0 }.map(withoutNames) + [rights]).filter { !$0.lines.isEmpty }
    }

    private func withoutNames(_ section: Section) -> Section {
        Section(section.heading, section.lines.filter { line in !names.contains { line.contains(name: $0) } })
    }

    /// A text of the manifest, unless its words give something away.
    private func shown(_ text: String) -> String? {
        telling.givesAway(text) || names.contains { text.contains(name: $0) } ? nil : text
    }

    /// The marks that a pack's author cannot set: what a rule read, and what its words give away.
    func mayShow(_ rule: String, _ text: String) -> Bool { !reads.isGuarded(rule) && !telling.givesAway(text) }

    static func namesOfOthers(_ row: NominalRow) -> [String] {
        let layout = row.layout
        var names: [String] = []
        if let gang = layout.id(ofPath: "gang.name"), let name = row.string(at: layout.fields[gang].cell) { names.append(name) }
        if let list = layout.id(ofPath: "associates"), let id = layout.id(ofPath: "associates.id"),
            let items = row.items(at: layout.fields[list].cell)
        {
            for place in 0..<items.count {
                if let name = row.string(at: items.first + place * layout.fields[list].stride + layout.fields[id].cell) { names.append(name) }
            }
        }
        return names.filter { $0.count > 1 }
    }

    var isMember: Bool { [.retain, .deselect].contains(decision.recommendation.action) || (decision.recommendation.action == .refer && joining?.since != nil) }

    // MARK: Parts

    private var opening: Section {
        let scheme = shown(pack.manifest.title).map { "“\($0)”" } ?? "the scheme of \(pack.manifest.owner.borough)"
        let lead: String
        switch decision.recommendation.action {
        case .select: lead = "The rules of \(scheme) recommend that you join it."
        case .monitor: lead = "The rules of \(scheme) recommend that your case is watched, and that you do not join it."
        case .none: lead = "The rules of \(scheme) do not recommend that you join it."
        case .retain: lead = "You are on \(scheme), and its rules recommend that you stay on it."
        case .deselect:
            let category = decision.recommendation.category.flatMap { shown(DecisionWords.value($0)) }
            lead = "You are on \(scheme), and its rules recommend "
                + (category.map { "that your place on it changes to “\($0)”." } ?? "that you leave it.")
        case .refer:
            lead = isMember
                ? "You are on \(scheme). Its rules cannot tell whether you should stay, because something about you is not recorded."
                : "The rules of \(scheme) cannot tell whether you should join it, because something about you is not recorded."
        }
        var lines = [lead]
        if decision.recommendation.rule == "allocation" {
            lines.append("The reason is the number of places: there are fewer than people for whom the rules recommend one. It is nothing that you did.")
        }
        if let since = joining?.since { lines.append("You have been on it since \(since.inWords).") }
        if let purpose = shown(pack.manifest.purpose) { lines.append("What it is for: \(sentence(purpose))") }
        lines.append("This letter says why, from what was recorded on \(decision.asOf.inWords). A computer followed the rules. It decides nothing: people decide, and they may decide otherwise.")
        return Section("About you and the scheme", lines)
    }

    private var change: Section? {
        guard let exit, !exit.rules.isEmpty else { return nil }
        var lines: [String] = []
        var hidden = 0
        for rule in exit.rules where !rule.isForAnotherCategory {
            let end = rule.to == nil ? "" : " It would move you to \(category(rule.to)), and not end your place."
            if rule.isWithheld {
                hidden += 1
            } else if rule.holdsFrom == decision.asOf {
                lines.append("“\(rule.title)”: this is so now.\(end)")
            } else if rule.missing.isEmpty {
                lines.append("“\(rule.title)”: this is not so now." + (rule.looksAt.isEmpty ? "" : " It depends on \(DecisionWords.list(rule.looksAt)).") + end)
            } else {
                lines.append("“\(rule.title)”: this is not so now.\(end) \(rule.missing.count == 1 ? "What would make it so:" : "Any one of these would make it so:")")
                lines += rule.missing.map { "– \($0)" }
            }
        }
        if hidden == 1 { lines.append("There is a further rule that is not set out in a letter. You can ask about it: see the end.") }
        if hidden > 1 { lines.append("There are further rules that are not set out in a letter. You can ask about them: see the end.") }
        guard !lines.isEmpty else { return nil }
        let moves = exit.rules.contains { !$0.isForAnotherCategory && !$0.isWithheld && $0.to != nil }
        return Section("What would have to change for you to leave\(moves ? ", or for your place to change" : "")", lines)
    }

    /// A category in words; one whose words give something away is only another category.
    private func category(_ id: String?) -> String { id.flatMap { shown(DecisionWords.value($0)) }.map { "“\($0)”" } ?? "another category" }

    private var leaving: Section? {
        guard let exit else { return nil }
        var lines: [String] = []
        let isNow = exit.ifNothingNew?.date == decision.asOf
        if let leaving = isNow ? exit.ifNothingNew : exit.toldInLetter {
            let rule = exit.rule(leaving.rule)
            let by = rule.flatMap { $0.isWithheld ? nil : " under “\($0.title)”" } ?? ""
            let what = rule?.to == nil || rule?.isWithheld == true ? "you leave" : "your place on it changes to \(category(rule?.to))"
            lines.append(
                isNow
                    ? "The rules recommend that \(what) now\(by). People have yet to decide."
                    : "If nothing new is recorded about you, the rules will recommend that \(what) on \(leaving.date.inWords)\(by).")
            if !isNow, exit.restsOnWithheldRule { lines.append("A rule that is not set out in a letter may recommend it earlier. You can ask about it: see the end.") }
        } else if exit.restsOnWithheldRule {
            lines.append("A rule that is not set out in a letter says when you would leave if nothing new were recorded. You can ask about it: see the end.")
        } else {
            lines.append("If nothing new is recorded about you, no rule recommends before \(exit.lookedUntil.inWords) that you leave. Something would have to change, as set out above.")
        }
        if let runsOut = exit.dataRunsOut, runsOut.date > decision.asOf, exit.ifNothingNew.map({ runsOut.date < $0.date }) ?? true,
            runsOut.fields.allSatisfy({ pack.catalogue.sensitivity(at: $0) == .ordinary })
        {
            lines.append("Before that, from \(runsOut.date.inWords), something recorded about you will be too old to count and has to be brought up to date: \(DecisionWords.list(runsOut.fields.map(title))).")
        }
        return Section("When you would leave", lines)
    }

    private var rights: Section {
        Section(
            "If you think this is wrong",
            [
                "You can ask for what is recorded about you, ask for mistakes to be put right, and ask people to look at this again.",
                "Write to \(pack.manifest.owner.contact) (\(pack.manifest.owner.borough)). Give this reference: \(decision.nominal).",
                "The rules: \(pack.manifest.id) \(pack.manifest.version).",
            ])
    }

    func sentence(_ text: String) -> String {
        text.last.map { ".!?".contains($0) } ?? false ? text : text + "."
    }
}

extension String {
    /// Whether `name` stands in the text, in whatever case, and not as part of a longer word.
    fileprivate func contains(name: String) -> Bool {
        let text = Array(lowercased())
        let wanted = Array(name.lowercased())
        func isWord(_ place: Int) -> Bool { text.indices.contains(place) && (text[place].isLetter || text[place].isNumber) }
        guard !wanted.isEmpty, text.count >= wanted.count else { return false }
        return (0...(text.count - wanted.count)).contains {
            text[$0...].starts(with: wanted) && !isWord($0 - 1) && !isWord($0 + wanted.count)
        }
    }
}
