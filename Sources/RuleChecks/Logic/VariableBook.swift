/// The variables that the conditions of a pack look at, each once.
struct VariableBook {
    private(set) var variables: [Variable] = []
    private var places: [String: Int] = [:]
    /// Variables that say whether a field has a value, by path.
    private(set) var known: [String: Int] = [:]
    private var free = 0

    subscript(_ place: Int) -> Variable { variables[place] }

    /// The place of the variable with that key, which is made where there is none.
    mutating func place(_ key: String, _ make: () -> Variable) -> Int {
        if let place = places[key] { return place }
        variables.append(make())
        places[key] = variables.count - 1
        if case .known(let path) = variables[variables.count - 1].source { known[path] = variables.count - 1 }
        return variables.count - 1
    }

    /// Something that may be true or false, whatever else is so.
    mutating func freeTruth(key: String? = nil, paths: [String] = []) -> Formula {
        .atom(Atom(variable: place(freeKey(key)) { Variable(key: key ?? "", domain: .bool, paths: paths, source: .other) }, test: .isTrue))
    }

    /// A number that may be anything.
    mutating func freeNumber(
        key: String? = nil, domain: Variable.Domain = .number(low: -.infinity, high: .infinity, isWhole: false), paths: [String] = []) -> LinearTerm {
        LinearTerm(variable: place(freeKey(key)) { Variable(key: key ?? "", domain: domain, paths: paths, source: .other) })
    }

    private mutating func freeKey(_ key: String?) -> String {
        if let key { return key }
        free += 1
        return "#\(free)"
    }

    /// The variables that must be true for this one to be read at all.
    func needs(of place: Int) -> [Int] {
        guard !known.isEmpty else { return [] }
        var needed: [Int] = []
        for path in variables[place].paths {
            if let other = known[path], other != place, !needed.contains(other) { needed.append(other) }
        }
        return needed
    }

    /// The lowest and highest that a term can be, its variables taken one by one.
    func ends(of term: LinearTerm) -> (low: Double, high: Double) {
        var low = term.constant
        var high = term.constant
        for part in term.parts {
            let ends = variables[part.variable].domain.ends ?? (-.infinity, .infinity)
            low += part.factor > 0 ? part.factor * ends.low : part.factor * ends.high
            high += part.factor > 0 ? part.factor * ends.high : part.factor * ends.low
        }
        return (low.isNaN ? -.infinity : low, high.isNaN ? .infinity : high)
    }

    func isWhole(_ term: LinearTerm) -> Bool {
        term.hasWholeFactors && term.constant == term.constant.rounded() && term.parts.allSatisfy { variables[$0.variable].domain.isWhole }
    }

    func key(of term: LinearTerm) -> String {
        let parts = term.parts.map { "\($0.factor)*\(variables[$0.variable].key.isEmpty ? "#\($0.variable)" : variables[$0.variable].key)" }
        return (parts + ["\(term.constant)", term.followsRun ? "run" : ""]).joined(separator: "+")
    }

    func paths(of term: LinearTerm) -> [String] { term.parts.flatMap { variables[$0.variable].paths } }
}
