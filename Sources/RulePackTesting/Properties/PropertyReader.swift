import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation
import RulePacks

/// Reads the table of `property "…" { … }`.
struct PropertyReader {
    let table: LuaTable
    let program: RuleProgram
    let values: PropertyValues

    static let keys = [
        "raises", "lowers", "by", "add", "set", "given", "never_lowers", "never_raises", "never_changes", "never_selects", "never_deselects",
        "never_tasks", "as_of", "count", "seed",
    ]

    func checkKeys() throws(PropertyRefusal) {
        if let key = table.named.first(where: { !PropertyReader.keys.contains($0.name) })?.name {
            throw PropertyRefusal("a property has no `\(key)`", nearest: nearestName(to: key, in: PropertyReader.keys))
        }
        guard table.items.isEmpty, table.strayKeys.isEmpty else { throw PropertyRefusal("a property's values have names, as in `never_lowers = \"sac\"`") }
    }

    func given() throws(PropertyRefusal) -> [(path: String, value: DraftValue?)] {
        guard let data = table["given"] else { return [] }
        guard let given = data.table else { throw PropertyRefusal("`given` wants a table of fields, as in `given = { age = 17 }`, not \(data.noun)") }
        return try values.fields(given)
    }

    /// nil where the property speaks of one decision.
    func change() throws(PropertyRefusal) -> PropertyChange? {
        let said = ["raises", "lowers", "set"].filter { table[$0] != nil }
        guard said.count < 2 else { throw PropertyRefusal("`\(said[0])` and `\(said[1])` cannot stand together: write a property for each") }
        if let data = table["set"] {
            guard let fields = data.table else { throw PropertyRefusal("`set` wants a table of fields, as in `set = { statutory = true }`, not \(data.noun)") }
            try refuse(["add", "by"], beside: "set")
            return .set(try values.fields(fields))
        }
        guard let word = said.first else {
            try refuse(["add", "by"], beside: nil)
            return nil
        }
        guard let path = table[word]?.text else { throw PropertyRefusal("`\(word)` wants a field's name in quotes") }
        let field = try values.field(path)
        switch field.type {
        case .list(let list):
            guard word == "raises" else { throw PropertyRefusal("`lowers` wants a number's field, and `\(path)` is a list") }
            guard let item = table["add"]?.table else {
                throw PropertyRefusal("`raises = \"\(path)\"` wants the item to be added, as in `add = { date = \"-1 months\" }`")
            }
            try refuse(["by"], beside: "add")
            return .add(try values.item(item, of: list, path), to: path)
        case .int(let range): return try move(path, word, range?.lowerBound, range?.upperBound)
        case .percent: return try move(path, word, 0, 100)
        case .yearsSince: return try move(path, word, 0, 120)
        case .number(let range):
            return try move(path, word, range.flatMap { Int(exactly: $0.lowerBound) }, range.flatMap { Int(exactly: $0.upperBound) })
        default: throw PropertyRefusal("`\(word)` wants the field of a list or of a number, and `\(path)` is neither: write `set = { … }`")
        }
    }

    private func refuse(_ keys: [String], beside other: String?) throws(PropertyRefusal) {
        guard let key = keys.first(where: { table[$0] != nil }) else { return }
        throw PropertyRefusal(other.map { "`\(key)` means nothing beside `\($0)`" } ?? "`\(key)` wants `raises = \"…\"`, the field that it is about")
    }

    private func move(_ path: String, _ word: String, _ least: Int?, _ most: Int?) throws(PropertyRefusal) -> PropertyChange {
        try refuse(["add"], beside: "\(word) = \"\(path)\"")
        var steps = [1, 10]
        if let by = table["by"] {
            guard let step = by.number.flatMap(Int.init(exactly:)), (1...1_000_000).contains(step) else {
                throw PropertyRefusal("`by` wants a whole number from 1 on")
            }
            steps = [step]
        }
        return .move(path, by: word == "raises" ? steps : steps.map { -$0 }, least: least ?? -1_000_000, most: min(most ?? 1_000_000, 1_000_000_000))
    }

    func promises(_ hasChange: Bool) throws(PropertyRefusal) -> [PropertyPromise] {
        let rules = program.rules
        let matrices = rules.matrices.map(\.name)
        var promises: [PropertyPromise] = []
        promises += try names("never_lowers", matrices, "matrix").map(PropertyPromise.neverLowers)
        promises += try names("never_raises", matrices, "matrix").map(PropertyPromise.neverRaises)
        promises += try names("never_changes", AnswerWords.paths(rules), "answer").map(PropertyPromise.neverChanges)
        promises += try namesOrAny(
            "never_selects", rules.selection.flatMap { [$0.id] + ($0.category.map { [$0] } ?? []) }, "rule or category").map(PropertyPromise.neverSelects)
        promises += try namesOrAny(
            "never_deselects", rules.deselection.flatMap { [$0.id] + ($0.category.map { [$0] } ?? []) }, "rule or category").map(PropertyPromise.neverDeselects)
        promises += try namesOrAny("never_tasks", rules.taskings.map(\.id), "tasking").map(PropertyPromise.neverTasks)
        if promises.isEmpty {
            throw PropertyRefusal("the property promises nothing: add `never_lowers = \"…\"`, `never_changes = \"…\"` or `never_selects = true`")
        }
        if !hasChange, promises.contains(where: \.isOfChange) {
            throw PropertyRefusal("the property says what never moves, and not what is changed: add `raises = \"…\"`, `lowers = \"…\"` or `set = { … }`")
        }
        return promises
    }

    /// One name or a list of names.
    private func names(_ key: String, _ known: [String], _ noun: String) throws(PropertyRefusal) -> [String] {
        guard let data = table[key] else { return [] }
        let names = data.text.map { [$0] } ?? data.table?.items.compactMap(\.text) ?? []
        guard !names.isEmpty else { throw PropertyRefusal("`\(key)` wants the name of \(noun == "answer" ? "an" : "a") \(noun) in quotes, not \(data.noun)") }
        for name in names where !known.contains(name) {
            throw PropertyRefusal("`\(key)`: there is no \(noun) `\(name)`", nearest: nearestName(to: name, in: known))
        }
        return names
    }

    /// `true` stands for any.
    private func namesOrAny(_ key: String, _ known: [String], _ noun: String) throws(PropertyRefusal) -> [String?] {
        table[key]?.bool == true ? [nil] : try names(key, known, noun)
    }

    func asOf() throws(PropertyRefusal) -> Day {
        switch table["as_of"] {
        case nil: return program.pack.manifest.valid.from
        case .date(let day)?: return day
        case .text(let text)?:
            if let day = Day(iso: text) { return day }
            throw PropertyRefusal("`as_of` wants a date such as `2026-11-01`, not `\(text)`")
        case let other?: throw PropertyRefusal("`as_of` wants a date such as `2026-11-01`, not \(other.noun)")
        }
    }

    func whole(_ key: String, _ usual: Int, most: Int) throws(PropertyRefusal) -> Int {
        guard let data = table[key] else { return usual }
        guard let number = data.number.flatMap(Int.init(exactly:)), (1...most).contains(number) else {
            throw PropertyRefusal("`\(key)` wants a whole number from 1 to \(most)")
        }
        return number
    }
}
