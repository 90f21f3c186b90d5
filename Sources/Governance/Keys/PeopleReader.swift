import DecisionStore
import Decisions
import LuaRuntime
import Notation
import RulePacks

/// Checks the table that `waymark.lua` returns, key by key.
struct PeopleReader {
    let root: DeclaredTable

    /// nil where something is wrong; the findings say what.
    func read() -> (people: [Person], quorum: Quorum, panel: PanelRules)? {
        root.allowOnly(["waymark", "people", "quorum", "panel"])
        if let contract = root.whole("waymark", required: true), contract != 1 {
            root.report(
                .wrongValue, "`waymark = \(contract)` is a version of the file that this program does not know", at: [.name("waymark")],
                hint: "write `waymark = 1`")
        }
        let people = root.child("people", required: true).map { readPeople($0) }
        // Where a person cannot be read, nobody knows how many there are.
        let isComplete = people?.count == root.table["people"]?.table?.items.count
        let quorum = root.child("quorum", required: true).flatMap { self.quorum($0, isComplete ? people : nil) }
        let panel = root.child("panel").map { self.panel($0) } ?? PanelRules()
        guard let people, let quorum else { return nil }
        return (people, quorum, panel)
    }

    private func panel(_ table: DeclaredTable) -> PanelRules {
        table.allowOnly(["review_every"])
        var rules = PanelRules()
        guard let text = table.text("review_every") else { return rules }
        guard let span = Span(words: text) else {
            table.report(.wrongValue, "`\(text)` is not a length of time", at: [.name("review_every")], hint: "write it as in `3 months` or `6 weeks`")
            return rules
        }
        rules.reviewEvery = span
        return rules
    }

    private func readPeople(_ list: DeclaredTable) -> [Person] {
        list.allowOnly([], items: true)
        if list.table.items.isEmpty {
            root.report(.wrongValue, "`people` names nobody", at: [.name("people")], hint: "write `{ id = \"…\", name = \"…\", agency = \"…\", roles = { \"board\" }, key = \"…\" }`")
        }
        var people: [Person] = []
        for (place, row) in list.rows(what: { "person \($0)" }) {
            guard let person = person(row) else { continue }
            if people.contains(where: { $0.id == person.id }) {
                row.report(.duplicateName, "the id `\(person.id)` is another person's already", at: [.name("id")], hint: "give each person one entry and an id of their own")
            }
            if let key = person.key, let other = people.first(where: { $0.key == key }) {
                row.report(.duplicateName, "person \(place) has the key of `\(other.id)`", at: [.name("key")], hint: "each person signs with a key of their own")
            }
            people.append(person)
        }
        return people
    }

    private func person(_ row: DeclaredTable) -> Person? {
        row.allowOnly(["id", "name", "agency", "roles", "key", "from", "until_"])
        let found = (row.text("id", required: true), row.text("name", required: true), row.text("agency", required: true))
        let roles = roles(row)
        let key = key(row)
        let from = day("from", row), until = day("until_", row)
        if let from, let until, until < from { row.report(.wrongValue, "`until_` is before `from`", at: [.name("until_")]) }
        guard let id = found.0, let name = found.1, let agency = found.2, let roles else { return nil }
        if id == RunWriter.who { row.report(.wrongValue, "the id `\(id)` is what the log calls the program itself: choose another", at: [.name("id")]) }
        if !id.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x5F }) {
            row.report(.wrongValue, "the id `\(id)` may hold only small letters, digits, `.`, `-` and `_`", at: [.name("id")])
        }
        if key == nil, row.table["key"] == nil, let role = [Role.board, .analyst].first(where: roles.contains) {
            row.report(
                .missingKey, "`\(id)` has the role `\(role.rawValue)` and no `key`",
                hint: "add the line that `waymark board key new \(id)` prints")
        }
        return Person(id: id, name: name, agency: agency, roles: roles, key: key, from: from, until: until)
    }

    private func roles(_ row: DeclaredTable) -> Set<Role>? {
        guard let list = row.child("roles", required: true) else { return nil }
        list.allowOnly([], items: true)
        let names = Role.allCases.map(\.rawValue)
        var roles: Set<Role> = []
        for (place, text) in list.texts().enumerated() {
            guard let role = Role(rawValue: text) else {
                list.report(
                    .wrongValue, "`\(text)` is not a role", at: [.index(place + 1)],
                    hint: nearestName(to: text, in: names).map { "did you mean `\($0)`?" } ?? "the roles are \(names.map { "`\($0)`" }.joined(separator: ", "))")
                continue
            }
            roles.insert(role)
        }
        return roles
    }

    private func key(_ row: DeclaredTable) -> PublicKey? {
        guard let text = row.text("key") else { return nil }
        guard let key = PublicKey(text) else {
            row.report(
                .wrongValue, "`\(text)` is not a public key", at: [.name("key")],
                hint: "it is `ed25519:` and 64 hexadecimal digits, as `waymark board key new` prints it")
            return nil
        }
        return key
    }

    private func day(_ name: String, _ row: DeclaredTable) -> Day? {
        guard let text = row.text(name) else { return nil }
        guard let day = Day(iso: text) else {
            row.report(.wrongValue, "`\(text)` is not a date", at: [.name(name)], hint: "write it as in `2026-12-01`")
            return nil
        }
        return day
    }

    /// - Parameter people: nil where they are not known.
    private func quorum(_ table: DeclaredTable, _ people: [Person]?) -> Quorum? {
        table.allowOnly(["signatures", "one_each", "author_may_sign"])
        let board = people?.filter { $0.roles.contains(.board) }
        let agencies = Set((board ?? []).map(\.agency))
        var oneEach: [String] = []
        if let list = table.child("one_each") {
            list.allowOnly([], items: true)
            oneEach = list.texts()
            for (place, agency) in oneEach.enumerated() {
                if board != nil, !agencies.contains(agency) {
                    list.report(
                        .wrongValue, "nobody with the role `board` is of the agency `\(agency)`", at: [.index(place + 1)],
                        hint: nearestName(to: agency, in: agencies).map { "did you mean `\($0)`?" })
                }
                if oneEach[..<place].contains(agency) {
                    list.report(.duplicateName, "`\(agency)` stands in `one_each` twice", at: [.index(place + 1)], hint: "`signatures` says how many must sign")
                }
            }
        }
        guard let signatures = table.whole("signatures", required: true) else { return nil }
        if let board, signatures < max(1, oneEach.count) || signatures > board.count {
            table.report(
                .wrongValue, "`signatures = \(signatures)` cannot be: there are \(board.count) people with the role `board`, and \(oneEach.count) agencies must sign",
                at: [.name("signatures")], hint: "write a number from \(max(1, oneEach.count)) to \(max(1, board.count))")
        }
        return Quorum(signatures: signatures, oneEach: oneEach, authorMaySign: table.bool("author_may_sign") ?? false)
    }
}
