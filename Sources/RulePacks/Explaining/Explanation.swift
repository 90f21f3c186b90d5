package import Decisions
package import Notation

/// Everything that can be said of one person's decision.
package struct Explanation: Sendable {
    /// Some lines under a heading. Each line is a sentence of its own.
    package struct Section: Sendable, Equatable {
        package var heading: String
        package var lines: [String]
        package init(_ heading: String, _ lines: [String]) {
            self.heading = heading
            self.lines = lines
        }
    }

    package var decision: Decision
    package var pack: PackIdentity
    package var title: String
    /// For professionals: everything.
    package var sections: [Section]
    /// For the person: nothing of others, no intelligence, no protected field.
    package var letter: [Section]
    /// nil for people who are not in the cohort and whom nothing recommends to join.
    package var exit: ExitPlan?
    /// The exit plan in words, one of the sections; nil where there is none.
    package var leaving: Section?

    package var sentences: [String] { sections.flatMap(\.lines) }
}

/// How the person would leave the cohort.
package struct ExitPlan: Sendable {
    package struct Rule: Sendable {
        package var id: String
        package var title: String
        /// What would have to change for the rule to hold, a sentence each; empty where it holds now.
        package var missing: [String]
        /// The first day on which it would hold if nothing new were recorded; nil: not within the years looked at.
        package var holdsFrom: Day?
        /// The data for want of which it cannot be told now.
        package var unknown: [String]
        /// What it looks at, by the titles of fields that a letter may name.
        package var looksAt: [String]
        /// It reads a protected or sensitive field itself, so its words are not for a letter.
        package var isWithheld: Bool
        /// The category to which it would move the person; nil: it ends their place in the cohort.
        package var to: String?
        /// The person's category rules it out: it is for people of another.
        package var isForAnotherCategory: Bool
    }

    package var rules: [Rule]
    /// When and by which rule leaving, or moving to another category, would be recommended if nothing new were recorded;
    /// nil: not within the years looked at.
    package var ifNothingNew: (date: Day, rule: String)?
    /// When the answer would become unknown, as data grows too old, and for want of what; nil: not before leaving.
    package var dataRunsOut: (date: Day, fields: [String])?
    /// How far ahead was looked.
    package var lookedUntil: Day
}

extension Explanation {
    /// `{"decision":…,"sentences":[…],"exit":…}`
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("decision"); decision.write(to: &json, pack: pack)
        json.key("sentences"); json.strings(sentences)
        json.key("exit")
        if let exit { exit.write(to: &json, forLetter: false) } else { json.null() }
        json.endObject()
    }

    /// The letter as JSON: what the person may read, and so no decision record.
    package func writeLetter(to json: inout JSONWriter) {
        json.beginObject()
        json.key("nominal"); json.string(decision.nominal)
        json.key("as_of"); json.string(decision.asOf.description)
        json.key("sentences"); json.strings(letter.flatMap(\.lines))
        json.key("exit")
        if let exit { exit.write(to: &json, forLetter: true) } else { json.null() }
        json.endObject()
    }
}

extension ExitPlan {
    func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

    var restsOnWithheldRule: Bool { ifNothingNew.flatMap { rule($0.rule) }?.isWithheld ?? false }

    /// What a letter may tell of the day: where a rule that is not for letters comes first, its day could give away when
    /// something was reported, so the first rule that may be told stands in its place.
    var toldInLetter: (date: Day, rule: String)? {
        guard let first = ifNothingNew, restsOnWithheldRule else { return ifNothingNew }
        return rules.filter { !$0.isWithheld }.compactMap { rule in rule.holdsFrom.map { ($0, rule.id) } }
            .filter { $0.0 >= first.date }.min { $0.0 < $1.0 }
    }

    func write(to json: inout JSONWriter, forLetter: Bool) {
        json.beginObject()
        json.key("rules")
        json.beginArray()
        for rule in rules where !(forLetter && rule.isWithheld) {
            json.beginObject()
            json.key("rule"); json.string(rule.id)
            json.key("missing"); json.strings(rule.missing)
            json.endObject()
        }
        json.endArray()
        json.key("if_nothing_new")
        if let leaving = forLetter ? toldInLetter : ifNothingNew {
            json.beginObject()
            json.key("date"); json.string(leaving.date.description)
            json.key("rule"); json.string(leaving.rule)
            if let to = rules.first(where: { $0.id == leaving.rule })?.to { json.key("to"); json.string(to) }
            json.endObject()
        } else {
            json.null()
        }
        json.endObject()
    }
}
