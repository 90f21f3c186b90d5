/// Places in a map for the rules of one program, by the rules' own indices. -1 where the map has none.
struct CoverageNumbers {
    struct Branch {
        var rule = -1
        var yes = -1
        var no = -1
    }

    struct Row {
        var branch: Branch
        var item: Int
        /// What it gives when it has nothing to say: 0, or what of its bounds is nearest.
        var nothing: Double
        /// It gives the same whenever it gives anything.
        var isConstant: Bool
        var steps: [Int]
    }

    struct Matrix {
        var rule: Int
        var rows: [Row]
        var bands: [Int]
    }

    struct Table {
        var rule: Int
        var inputs: [Int]
        var rows: [Int]
    }

    struct Classification {
        var rule: Int
        var branches: [Branch]
        var given: [String: Int]
    }

    struct List {
        var rule: Int
        var branches: [Branch]
    }

    let criteria: [List]
    let matrices: [Matrix]
    let tables: [Table]
    let classifications: [Classification]
    let groups: [Int]
    let selection: List
    let deselection: List
    let taskings: List
    let allocation: Int
    let keep: Branch

    init(_ map: CoverageMap, _ rules: RuleSet) {
        func rule(_ path: String) -> Int { map.place(ofRule: path) ?? -1 }
        func item(_ id: String) -> Int { map.place(of: id) ?? -1 }
        func branch(_ path: String) -> Branch { Branch(rule: rule(path), yes: item("\(path) yes"), no: item("\(path) no")) }
        func list(_ name: String, _ ids: [String]) -> List { List(rule: rule(name), branches: ids.map { branch("\(name).\($0)") }) }
        criteria = rules.criteria.map { list("criteria.\($0.name)", $0.rows.map(\.id)) }
        matrices = rules.matrices.map { matrix in
            Matrix(
                rule: rule("matrix.\(matrix.name)"),
                rows: matrix.rows.map { row in
                    let path = "matrix.\(matrix.name).\(row.id)"
                    var steps: [Int] = []
                    if case .steps(_, let all) = row.points { steps = all.indices.map { item("\(path).step.\($0 + 1)") } }
                    let nothing = row.pointsForNothing
                    return Row(branch: branch(path), item: item(path), nothing: nothing, isConstant: row.isConstant, steps: steps)
                },
                bands: matrix.bands.map { item("band.\(matrix.name).\($0.id)") })
        }
        tables = rules.tables.map { table in
            Table(
                rule: rule("table.\(table.name)"), inputs: table.inputs.map { rule("table.\(table.name).input.\($0.id)") },
                rows: (0..<table.table.cells.count).map { item("table.\(table.name).\($0 + 1)") })
        }
        classifications = rules.classifications.map { entry in
            let ids = entry.classes.map(\.id)
            return Classification(
                rule: rule("class.\(entry.name)"), branches: ids.map { branch("class.\(entry.name).\($0)") },
                given: Dictionary(ids.map { ($0, item("class.\(entry.name).\($0)")) }) { first, _ in first })
        }
        groups = rules.groups.map { rule("group.\($0.name)") }
        selection = list("selection", rules.selection.map(\.id))
        deselection = list("deselection", rules.deselection.map(\.id))
        taskings = list("tasking", rules.taskings.map(\.id))
        allocation = rule("allocation")
        keep = branch("allocation.keep")
    }
}

extension Matrix.Row {
    /// What it gives when its condition does not hold, or its function gives 0.
    var pointsForNothing: Double {
        var low = min
        if case .constant(let points) = points { low = Swift.min(low, points) }
        return Swift.max(low, max.map { Swift.min($0, 0) } ?? 0)
    }

    /// Whether it gives the same for everybody.
    var isConstant: Bool {
        if max == min { return true }
        guard case .constant(let points) = points else { return false }
        return when == nil || points == 0
    }
}
