import LuaRuntime

/// One thing that a rule can ask of the decision so far, and that is worked out at most once for each nominal.
enum Answer: Hashable {
    case criteria(Int)
    case matrix(Int)
    case table(Int)
    case classification(Int)
    case group(Int)
}

/// Where the answers stand among the memo slots, and the types under which Lua finds them as `d`.
struct AnswerSlots {
    /// Whose answer each slot holds.
    private(set) var owners: [Answer] = []
    private(set) var met: [Int] = []
    private(set) var score: [Int] = []
    /// nil for a matrix without bands.
    private(set) var band: [Int?] = []
    private(set) var rows: [[Int]] = []
    /// The rows that a `total` function reads, which differ where points are unknown.
    private(set) var totalRows: [[Int]] = []
    private(set) var totalTypes: [Int] = []
    private(set) var tables: [[Int]] = []
    private(set) var classes: [Int] = []
    private(set) var sizes: [Int] = []
    private(set) var selected: [Int] = []
    /// For tables and classifications that answer with several values: the set that holds them.
    private(set) var tableSets: [[Int32]] = []
    private(set) var classSets: [Int32?] = []
    private(set) var root = 0

    init(_ rules: RuleSet, state: LuaState, names: NameBook) {
        func namespace(_ phrase: String, _ fields: [LuaField]) -> Int {
            let type = state.addType("answers")
            for field in fields { state.addField(field, to: type) }
            names.register(type, NameBook.Entry(phrase: phrase, names: fields.map(\.name)))
            return type
        }
        met = rules.criteria.indices.map { slot(.criteria($0)) }
        let metFields = zip(rules.criteria, met).map { LuaField($0.name, .memo(slot: $1)) }

        var scoreFields: [LuaField] = []
        var bandFields: [LuaField] = []
        var rowFields: [LuaField] = []
        for (index, matrix) in rules.matrices.enumerated() {
            score.append(slot(.matrix(index)))
            scoreFields.append(LuaField(matrix.name, .memo(slot: score[index])))
            band.append(matrix.bands.isEmpty ? nil : slot(.matrix(index)))
            if let band = band[index] { bandFields.append(LuaField(matrix.name, .memo(slot: band))) }
            rows.append(matrix.rows.map { _ in slot(.matrix(index)) })
            let fields = zip(matrix.rows, rows[index]).map { LuaField($0.id, .memo(slot: $1)) }
            rowFields.append(LuaField(matrix.name, .namespace(type: namespace("matrix `\(matrix.name)` has no row", fields))))
            totalRows.append(matrix.total == nil ? [] : matrix.rows.map { _ in slot(.matrix(index)) })
            let totals = zip(matrix.rows, totalRows[index]).map { LuaField($0.id, .memo(slot: $1)) }
            totalTypes.append(matrix.total == nil ? 0 : namespace("matrix `\(matrix.name)` has no row", totals))
        }

        var tableFields: [LuaField] = []
        for (index, rule) in rules.tables.enumerated() {
            let isList = rule.table.hitPolicy.givesList
            let names = rule.table.hitPolicy.isAggregate ? [rule.table.outputNames[0]] : rule.table.outputNames
            tables.append(names.map { _ in slot(.table(index)) })
            tableSets.append(isList ? names.map { _ in state.addSet() } : [])
            if names.count == 1 {
                tableFields.append(LuaField(rule.name, .memo(slot: tables[index][0])))
            } else {
                let outputs = zip(names, tables[index]).map { LuaField($0, .memo(slot: $1)) }
                tableFields.append(LuaField(rule.name, .namespace(type: namespace("decision table `\(rule.name)` has no output", outputs))))
            }
        }

        var classFields: [LuaField] = []
        for (index, rule) in rules.classifications.enumerated() {
            classes.append(slot(.classification(index)))
            classSets.append(rule.pick == .any ? state.addSet() : nil)
            classFields.append(LuaField(rule.name, .memo(slot: classes[index])))
        }

        var groupFields: [LuaField] = []
        for (index, rule) in rules.groups.enumerated() {
            sizes.append(slot(.group(index)))
            selected.append(slot(.group(index)))
            let fields = [
                LuaField("size", .memo(slot: sizes[index])), LuaField("selected", .memo(slot: selected[index])),
                LuaField("mean_score", .method(argument: index)),
            ]
            groupFields.append(LuaField(rule.name, .namespace(type: namespace("group `\(rule.name)` has no", fields))))
        }

        root = namespace(
            "the decision so far has no",
            [
                LuaField("met", .namespace(type: namespace("there are no criteria named", metFields))),
                LuaField("score", .namespace(type: namespace("there is no matrix named", scoreFields))),
                LuaField("band", .namespace(type: namespace("there is no matrix with bands named", bandFields))),
                LuaField("row", .namespace(type: namespace("there is no matrix named", rowFields))),
                LuaField("table", .namespace(type: namespace("there is no decision table named", tableFields))),
                LuaField("class", .namespace(type: namespace("there is no classification named", classFields))),
                LuaField("group", .namespace(type: namespace("there is no group named", groupFields))),
            ])
        state.reserveMemos(owners.count)
    }

    private mutating func slot(_ owner: Answer) -> Int {
        owners.append(owner)
        return owners.count - 1
    }
}

extension HitPolicy {
    /// The answer is a list of rows' outputs.
    package var givesList: Bool { self == .collect || self == .ruleOrder || self == .outputOrder }
    /// The answer is one number made of several rows.
    var isAggregate: Bool { [.collectSum, .collectMin, .collectMax, .collectCount].contains(self) }
}
