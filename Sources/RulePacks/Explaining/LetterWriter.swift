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
        [opening, why, change, leaving, rights].compactMap { $0 }.map { section in
            Section(section.heading, section.lines.filter { line in !names.contains { line.contains(name: $0) } })
        }.filter { !$0.lines.isEmpty }
    }

    /// The marks that a pack's author cannot set: what a rule read, and what its words give away.
    private func mayShow(_ rule: String, _ text: String) -> Bool { !reads.isGuarded(rule) && !telling.givesAway(text) }

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

    private var isMember: Bool { [.retain, .deselect].contains(decision.recommendation.action) || (decision.recommendation.action == .refer && joining?.since != nil) }

    // MARK: Parts

    private var opening: Section {
        let scheme = pack.manifest.title
        let lead: String
        switch decision.recommendation.action {
        case .select: lead = "The rules of “\(scheme)” recommend that you join it."
        case .monitor: lead = "The rules of “\(scheme)” recommend that your case is watched, and that you do not join."
        case .none: lead = "The rules of “\(scheme)” do not recommend that you join it."
        case .retain: lead = "You are on “\(scheme)”, and its rules recommend that you stay on it."
        case .deselect: lead = "You are on “\(scheme)”, and its rules recommend that you leave it" + (decision.recommendation.category.map { " and become “\(DecisionWords.value($0))”." } ?? ".")
        case .refer:
            lead = isMember
                ? "You are on “\(scheme)”. Its rules cannot tell whether you should stay, because something about you is not recorded."
                : "The rules of “\(scheme)” cannot tell whether you should join it, because something about you is not recorded."
        }
        var lines = [lead]
        if let since = joining?.since { lines.append("You have been on it since \(since.inWords).") }
        lines.append("What it is for: \(sentence(pack.manifest.purpose))")
        lines.append("This letter says why, from what was recorded on \(decision.asOf.inWords). A computer followed the rules. It decides nothing: people decide, and they may decide otherwise.")
        return Section("About you and the scheme", lines)
    }

    private var why: Section? {
        guard decision.error == nil else {
            return Section("Why", ["One of the rules failed when it was applied to you, so no reason can be given. People will look at your case."])
        }
        var lines: [String] = []
        var hidden = false
        if let rule = joining?.rule ?? nil {
            if !mayShow("selection.\(rule.id)", rule.heading.title) {
                hidden = true
            } else {
                lines.append(isMember ? "The rule that would bring you in today: “\(rule.heading.title)”." : "The rule for joining that you meet: “\(rule.heading.title)”.")
            }
        } else if isMember {
            lines.append("No rule for joining would bring you in today.")
        }
        for answer in decision.criteria where answer.met == .yes { criteria(answer, &lines, &hidden) }
        for answer in decision.matrices { matrix(answer, &lines, &hidden) }
        for name in decision.recommendation.unknown where pack.catalogue.sensitivity(at: name) == .ordinary {
            lines.append("Not recorded: \(title(name)).")
        }
        if hidden { lines.append("Some of what counts is not set out in a letter. You can ask about it: see the end.") }
        return Section("Why", lines)
    }

    private func criteria(_ answer: CriterionAnswer, _ lines: inout [String], _ hidden: inout Bool) {
        guard let rule = rules.criteria.first(where: { $0.name == answer.name }) else { return }
        var rows: [String] = []
        for (row, met) in zip(rule.rows, answer.rows) where met.met == .yes {
            if mayShow("criteria.\(rule.name).\(row.id)", row.heading.title) { rows.append(row.heading.title) } else { hidden = true }
        }
        if rows.isEmpty { return }
        guard !telling.givesAway(rule.heading.title) else {
            hidden = true
            return
        }
        lines.append("\(rule.heading.title): yes. \(rows.map(sentence).joined(separator: " "))")
    }

    private func matrix(_ answer: MatrixAnswer, _ lines: inout [String], _ hidden: inout Bool) {
        guard let rule = rules.matrices.first(where: { $0.name == answer.name }) else { return }
        var rows: [String] = []
        var hidesRow = false
        for (row, points) in zip(rule.rows, answer.rows) {
            let path = "matrix.\(rule.name).\(row.id)"
            if !mayShow(path, row.heading.title) {
                hidesRow = true
            } else if points.isUnknown {
                rows.append("Not known: \(sentence(row.heading.title))")
            } else if points.low != 0 {
                let reason = points.because.flatMap { reads.restsOnGuarded(path) || telling.givesAway($0) ? nil : $0 }
                rows.append("\(DecisionWords.count(Int(points.low), "point")): \(row.heading.title)\(reason.map { " (\($0))" } ?? "").")
            }
        }
        hidden = hidden || hidesRow
        let band = answer.band.flatMap { id in rule.bands.first { $0.id == id }?.title }
        // With a row left out, the total would give its points away.
        let total = hidesRow || answer.high != answer.low ? nil : DecisionWords.count(Int(answer.low), "point")
        let words = [total, band].compactMap { $0 }
        guard !rows.isEmpty || !words.isEmpty else { return }
        guard !words.contains(where: telling.givesAway), !telling.givesAway(rule.heading.title) else {
            hidden = true
            return
        }
        lines.append("\(rule.heading.title): \(words.isEmpty ? "not known" : words.joined(separator: ", ")).")
        lines += rows.map { "– \($0)" }
    }

    private func isWithheld(_ rule: ExitPlan.Rule) -> Bool { rule.isWithheld || telling.givesAway(rule.title) }

    private var change: Section? {
        guard let exit, !exit.rules.isEmpty else { return nil }
        var lines: [String] = []
        var hidden = false
        for rule in exit.rules {
            if isWithheld(rule) {
                hidden = true
            } else if rule.holdsFrom == decision.asOf {
                lines.append("“\(rule.title)”: this is so now.")
            } else if rule.missing.isEmpty {
                lines.append("“\(rule.title)”: this is not so now." + (rule.looksAt.isEmpty ? "" : " It depends on \(DecisionWords.list(rule.looksAt))."))
            } else {
                lines.append("“\(rule.title)” would apply to you with \(rule.missing.count == 1 ? "this change" : "any one of these changes"). \(rule.missing.joined(separator: " "))")
            }
        }
        if hidden { lines.append("There is a further rule that is not set out in a letter. You can ask about it: see the end.") }
        return Section("What would have to change for you to leave", lines)
    }

    private var leaving: Section? {
        guard let exit else { return nil }
        var lines: [String] = []
        if let leaving = exit.ifNothingNew {
            let rule = exit.rules.first { $0.id == leaving.rule }
            let by = rule.flatMap { isWithheld($0) ? nil : " under “\($0.title)”" } ?? ""
            lines.append(
                leaving.date == decision.asOf
                    ? "The rules recommend that you leave now\(by). People have yet to decide."
                    : "If nothing new is recorded about you, the rules will recommend that you leave on \(leaving.date.inWords)\(by).")
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

    private func sentence(_ text: String) -> String {
        text.last.map { ".!?".contains($0) } ?? false ? text : text + "."
    }
}

extension String {
    /// Whether `name` stands in the text, in whatever case.
    fileprivate func contains(name: String) -> Bool {
        let text = Array(lowercased().utf8)
        let wanted = Array(name.lowercased().utf8)
        guard !wanted.isEmpty, text.count >= wanted.count else { return false }
        return (0...(text.count - wanted.count)).contains { text[$0...].starts(with: wanted) }
    }
}
