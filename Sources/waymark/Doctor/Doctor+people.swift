import Decisions
import Governance
import Notation
import RulePacks

extension Doctor {
    /// - Returns: what `waymark.lua` says; nil where it does not load.
    mutating func checkPeople(_ folder: String) -> People? {
        var people: People?
        let path = "\(folder)/\(People.fileName)"
        check("people") { found in
            guard try FileState(path) != nil else {
                found.wrong("there is no `\(path)`: nothing can be signed, and nothing is in force", mend: "write one: docs/governance.md has one to begin with")
                return ""
            }
            let bytes = try WholeFile.read(path, most: 64 << 10)
            do throws(PackError) {
                let read = try People(reading: bytes)
                people = read
                return "`\(People.fileName)` names \(Numbers.count(read.people.count, "person", "people"))"
            } catch {
                for finding in error.findings where finding.severity == .error {
                    found.wrong("`\(path)` does not load: \(finding.text)", mend: "mend it there: docs/governance.md says what it may hold")
                }
                return ""
            }
        }
        guard let people else {
            leaveOut(["quorum", "keys"], because: "`\(People.fileName)` does not load")
            return nil
        }
        checkQuorum(people)
        return people
    }

    private mutating func checkQuorum(_ people: People) {
        let today = today, soon = today.adding(days: Doctor.daysAhead)
        check("quorum") { found in
            if let shortage = people.shortage(on: today) {
                found.wrong("no pack can be approved today: \(Doctor.words(shortage, people))", mend: "in `\(People.fileName)`, give those who stay a later `until_`, or name others; or change the quorum")
            } else if let shortage = people.shortage(on: soon) {
                found.note("on \(soon) no pack could be approved: \(Doctor.words(shortage, people))", mend: "in `\(People.fileName)`, give those who stay a later `until_`, or name others, before that")
            }
            if people.authors(on: today).isEmpty {
                found.note("nobody can submit a pack: no `analyst` has a key that counts today", mend: "give one a key in `\(People.fileName)`")
            }
            return "enough people have keys that count: \(people.quorum.inWords)"
        }
        check("keys") { found in
            for person in people.people {
                guard person.key != nil, let until = person.until else { continue }
                if (today...soon).contains(until) {
                    found.note("the key of `\(person.id)` counts until \(until)", mend: "if they stay, give them a later `until_` in `\(People.fileName)`")
                }
            }
            return "no key ends within \(Doctor.daysAhead) days"
        }
    }

    private static func words(_ shortage: People.Shortage, _ people: People) -> String {
        var parts: [String] = []
        if shortage.members < people.quorum.signatures {
            let members = shortage.members == 0 ? "no member" : Numbers.count(shortage.members, "member")
            parts.append("\(members) of the board with a key that counts could sign, and \(people.quorum.signatures) must")
        }
        parts += shortage.agencies.map { "nobody of the agency `\($0)` could sign, and one must" }
        return parts.joined(separator: "; ")
    }
}
