import Cohorts
import FieldDefinitions
import LuaSyntax
import Notation
import RulePacks

/// For an input whose function works something out: the single fields on which that rests, each with values at which the
/// outcome may change.
struct InputCandidates {
    private let program: RuleProgram
    private let files: [WrittenFile]
    /// The value of a field of the neutral nominal.
    private let neutral: (String) -> TableValue?
    /// Rules looked into, so that a loop among them ends.
    private var seen: Set<String> = []
    private var mentions = TreeMentions()

    init(_ program: RuleProgram, _ files: [WrittenFile], neutral: @escaping (String) -> TableValue?) {
        self.program = program
        self.files = files
        self.neutral = neutral
    }

    /// - Returns: paths in cohort files, in their own order, with candidate values; lists are not among them.
    func fields(of function: LuaFunctionBody, in file: WrittenFile) -> [(path: String, values: [DraftValue])] {
        var gathering = self
        gathering.add(function, file)
        var fields: [String: [DraftValue]] = [:]
        for names in gathering.mentions.paths where names.count > 1 {
            guard let (path, field) = gathering.field(Array(names.dropFirst())), field.readInstead == nil else { continue }
            fields[path] = gathering.values(path, field)
        }
        return fields.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// - Returns: the same of all that a matrix goes by, and behind it the lists, each with one to ten of the items that its rules
    ///   could tell apart.
    func fields(ofMatrix name: String) -> [(path: String, values: [DraftValue])] {
        var gathering = self
        gathering.addRules("score", name)
        var fields: [String: [DraftValue]] = [:]
        var lists: [String: [DraftValue]] = [:]
        for names in gathering.mentions.paths where names.count > 1 {
            if let (path, field) = gathering.field(Array(names.dropFirst())), field.readInstead == nil {
                if case .list(let list) = field.type {
                    lists[path] = gathering.lists(of: list.item.fields)
                } else {
                    fields[path] = gathering.values(path, field) + InputCandidates.high(field)
                }
            }
        }
        return [fields, lists].flatMap { found in found.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    /// Counts without an end are tried well beyond what rules name.
    private static func high(_ field: FieldDefinition) -> [DraftValue] {
        if case .int(let range) = field.type, range.map({ $0.upperBound >= 1_000 }) ?? true { return [10, 100, 1_000].map { .int($0) } }
        return []
    }

    private func lists(of fields: [FieldDefinition]) -> [DraftValue] {
        var items = [NominalDraft.neutralItem(fields)]
        for field in fields {
            let values: [DraftValue]
            switch field.type {
            case .enumeration(let enumeration): values = enumeration.values.filter(mentions.texts.contains).map { .text($0) }
            case .bool: values = mentions.paths.contains { $0.contains(field.name) } ? [.bool(true)] : []
            case .int, .number: values = mentions.paths.contains { $0.contains(field.name) } ? [.int(1_000)] : []
            default: values = []
            }
            items += items.prefix(12).flatMap { item in
                values.map { value in
                    var item = item
                    item[field.name] = value
                    return item
                }
            }
        }
        return items.prefix(40).flatMap { item in [1, 3, 10].map { .list(Array(repeating: .record(item), count: $0)) } }
    }

    private mutating func add(_ function: LuaFunctionBody, _ file: WrittenFile) {
        let before = mentions.paths
        mentions.add(function.block)
        for names in mentions.paths.subtracting(before).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            if names.count == 1 { addLocal(names[0], file) }
            if names.count >= 3 { addRules(names[1], names[2]) }
        }
    }

    private mutating func addLocal(_ name: String, _ file: WrittenFile) {
        guard seen.insert("\(file.source.name) \(name)").inserted else { return }
        if let body = file.functions[name] { add(body, file) }
        if let value = file.values[name] { mentions.add(value) }
    }

    private mutating func addRules(_ kind: String, _ name: String) {
        let prefixes = ["met": "criteria", "band": "matrix", "score": "matrix", "row": "matrix", "class": "class", "table": "table"]
        guard let prefix = prefixes[kind], seen.insert("\(prefix).\(name)").inserted else { return }
        for file in files {
            for rule in file.rules where rule.path.hasPrefix("\(prefix).\(name).") {
                for key in ["when", "points", "of"] {
                    if let body = file.function(rule[key]) { add(body, file) }
                }
                if let body = file.function(rule.items.dropFirst(2).first) { add(body, file) }
                if let steps = rule["steps"] { mentions.add(steps) }
            }
        }
    }

    private func field(_ names: [String]) -> (path: String, field: FieldDefinition)? {
        var level = program.pack.catalogue.fields
        var path: [String] = []
        var found: FieldDefinition?
        for name in names {
            if let last = found, case .list = last.type { return nil }
            guard let field = level.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { return nil }
            path.append(field.name)
            level = field.type.parts
            found = field
        }
        return found.map { (path.joined(separator: "."), $0) }
    }

    // MARK: Values

    private var numbers: Set<Double> {
        program.pack.parameters.reduce(into: mentions.numbers) { numbers, parameter in
            switch parameter.value {
            case .number(let number): numbers.insert(number)
            case .numbers(let more): numbers.formUnion(more)
            default: break
            }
        }
    }

    /// The neutral value first, then numbers by how near they are to it, so that what is found is no odder than it has to be.
    private func values(_ path: String, _ field: FieldDefinition) -> [DraftValue] {
        guard let domain = InputDomain(field.type) else { return [] }
        let usual = neutral(path)
        switch domain {
        case .values(let values): return (values.filter { $0 == usual } + values.filter { $0 != usual }).map(DraftValue.init)
        case .numbers(let range):
            let near: [Double] = numbers.flatMap { number in [number - 1, number, number + 1] } + [range.low, range.high, 0]
            let inside = near.filter { (number: Double) -> Bool in
                number.isFinite && number >= range.low && number <= range.high && (!range.isWhole || number == number.rounded())
            }
            let centre: Double = if case .number(let number)? = usual { number } else { 0 }
            let nearest = Set(inside).sorted { a, b in (abs(a - centre), a) < (abs(b - centre), b) }
            return nearest.prefix(40).map { DraftValue(.number($0)) }
        case .days: return ["today", "-1 months", "-6 months", "-12 months", "-24 months", "+1 months"].map { .text($0) }
        case .text:
            let listed: [String] = program.pack.parameters.flatMap { parameter -> [String] in
                if case .texts(let texts) = parameter.value { texts } else { [] }
            }
            return (mentions.texts.sorted().prefix(20) + listed.prefix(20) + ["Elsewhere"]).map { .text($0) }
        case .anything: return []
        }
    }
}

extension DraftValue {
    init(_ value: TableValue) {
        self =
            switch value {
            case .string(let text): .text(text)
            case .bool(let value): .bool(value)
            case .date(let day): .text(day.description)
            case .number(let number): Int(exactly: number).map { .int($0) } ?? .number(number)
            }
    }
}
