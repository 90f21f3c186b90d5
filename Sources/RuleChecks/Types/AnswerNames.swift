import Decisions
import RulePacks

/// What `d` and `param` hold, by name.
struct AnswerNames {
    struct Space {
        /// Before a wrong name: `there are no criteria named`.
        let phrase: String
        let code: FindingCode
        var members: [String: Kind]
    }

    /// Texts of which an answer is always one.
    struct Choice {
        /// `d.band.sac`
        let name: String
        let values: [String]
    }

    struct Values {
        let name: String
        /// What its items are.
        let item: Kind
        /// All that can ever be in it; nil where a board may change that.
        let values: [String]?
    }

    private(set) var spaces: [Space] = []
    private(set) var choices: [Choice] = []
    private(set) var sets: [Values] = []
    private(set) var answers = 0
    private(set) var parameters = 0
    /// What `total` is given, by the name of the matrix.
    private(set) var totals: [String: Int] = [:]
    private(set) var matrices: [String] = []

    init(_ program: RuleProgram) {
        let rules = program.rules
        matrices = rules.matrices.map(\.name)
        var rows: [String: Kind] = [:]
        var bands: [String: Kind] = [:]
        for matrix in rules.matrices {
            let space = space("matrix `\(matrix.name)` has no row", Dictionary(matrix.rows.map { ($0.id, Kind(.number)) }) { first, _ in first })
            totals[matrix.name] = space
            rows[matrix.name] = Kind(.names(space))
            if !matrix.bands.isEmpty { bands[matrix.name] = choice("d.band.\(matrix.name)", matrix.bands.map(\.id)) }
        }
        var classes: [String: Kind] = [:]
        for rule in rules.classifications {
            let name = "d.class.\(rule.name)"
            let ids = rule.classes.map(\.id)
            classes[rule.name] = rule.pick == .any ? set(name, Kind(.text), ids) : choice(name, ids)
        }
        var tables: [String: Kind] = [:]
        for rule in rules.tables { tables[rule.name] = table(rule) }
        var groups: [String: Kind] = [:]
        for rule in rules.groups {
            let members = ["size": Kind(.number), "selected": Kind(.number), "mean_score": Kind(.meanScore)]
            groups[rule.name] = Kind(.names(space("group `\(rule.name)` has no", members)))
        }
        let parts: [(String, String, [String: Kind])] = [
            ("met", "there are no criteria named", Dictionary(rules.criteria.map { ($0.name, Kind.bool) }) { first, _ in first }),
            ("score", "there is no matrix named", Dictionary(rules.matrices.map { ($0.name, Kind(.number)) }) { first, _ in first }),
            ("band", "there is no matrix with bands named", bands),
            ("row", "there is no matrix named", rows),
            ("table", "there is no decision table named", tables),
            ("class", "there is no classification named", classes),
            ("group", "there is no group named", groups),
        ]
        var members: [String: Kind] = [:]
        for (name, phrase, names) in parts { members[name] = Kind(.names(space(phrase, names))) }
        answers = space("the decision so far has no", members)
        var values: [String: Kind] = [:]
        for parameter in program.pack.parameters { values[parameter.name] = kind(parameter) }
        parameters = spaces.count
        spaces.append(Space(phrase: "there is no parameter", code: .undefinedName, members: values))
    }

    private mutating func space(_ phrase: String, _ members: [String: Kind]) -> Int {
        spaces.append(Space(phrase: phrase, code: .unknownAnswer, members: members))
        return spaces.count - 1
    }

    private mutating func choice(_ name: String, _ values: [String]) -> Kind {
        choices.append(Choice(name: name, values: values))
        return Kind(.choice(choices.count - 1))
    }

    private mutating func set(_ name: String, _ item: Kind, _ values: [String]?) -> Kind {
        sets.append(Values(name: name, item: item, values: values))
        return Kind(.set(sets.count - 1))
    }

    private mutating func kind(_ parameter: Parameter) -> Kind {
        switch parameter.value {
        case .number: Kind(.number)
        case .text: Kind(.text)
        case .bool: .bool
        case .texts: set("param.\(parameter.name)", Kind(.text), nil)
        case .numbers: set("param.\(parameter.name)", Kind(.number), nil)
        }
    }

    private mutating func table(_ rule: TableRule) -> Kind {
        let policy = rule.table.hitPolicy
        if [.collectSum, .collectMin, .collectMax, .collectCount].contains(policy) { return Kind(.number) }
        let isList = [.collect, .ruleOrder, .outputOrder].contains(policy)
        let names = rule.table.outputNames
        let kinds = names.indices.map { place in
            let name = "d.table.\(rule.name)" + (names.count > 1 ? "." + names[place] : "")
            return output(name, rule.table.outputs.map { $0[place] } + (rule.table.outputValues[place] ?? []), isList: isList)
        }
        if names.count == 1 { return kinds[0] }
        let members = Dictionary(zip(names, kinds)) { first, _ in first }
        return Kind(.names(space("decision table `\(rule.name)` has no output", members)))
    }

    private mutating func output(_ name: String, _ values: [TableValue], isList: Bool) -> Kind {
        var item = Kind()
        var texts: [String] = []
        for value in values {
            switch value {
            case .string(let text): if !texts.contains(text) { texts.append(text) }
            case .number: item.formUnion(Kind(.number))
            case .bool: item.formUnion(.bool)
            case .date: item.formUnion(Kind(.date))
            }
        }
        if isList { return set(name, texts.isEmpty ? item : item.union(Kind(.text)), item.isEmpty ? texts : nil) }
        return texts.isEmpty ? item : item.union(choice(name, texts))
    }
}
