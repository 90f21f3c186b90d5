import FieldDefinitions

/// The conditions of a filter on one list, in a form in which equal filters are equal.
struct FilterTerm: Hashable {
    /// A first or last day.
    struct Bound: Hashable {
        var day: Int
        /// Counted from the date of the run, so that it moves with it.
        var followsRun: Bool
    }

    /// The list's path.
    var list: String
    /// For each field that it names, the values that match, as text.
    var allowed: [String: Set<String>] = [:]
    var least: [String: Double] = [:]
    var most: [String: Double] = [:]
    var from: Bound?
    var to: Bound?
    /// Set for a filter that cannot be told: it is like no other.
    var unlike: Int?

    /// Nothing can match it.
    var isEmpty: Bool {
        if allowed.values.contains(where: \.isEmpty) { return true }
        if least.contains(where: { name, low in most[name].map { $0 < low } ?? false }) { return true }
        guard let from, let to, from.followsRun == to.followsRun else { return false }
        return to.day < from.day
    }

    /// Whatever this finds, `other` finds too.
    func isWithin(_ other: FilterTerm, setAside: String?) -> Bool {
        guard list == other.list, unlike == nil, other.unlike == nil else { return false }
        // What a list sets aside counts only for filters that name it.
        if let setAside, (allowed[setAside] == nil) != (other.allowed[setAside] == nil) { return false }
        for (name, values) in other.allowed {
            guard let own = allowed[name], own.isSubset(of: values) else { return false }
        }
        for (name, low) in other.least {
            guard let own = least[name], own >= low else { return false }
        }
        for (name, high) in other.most {
            guard let own = most[name], own <= high else { return false }
        }
        if let start = other.from {
            guard let from, from.followsRun == start.followsRun, from.day >= start.day else { return false }
        }
        if let end = other.to {
            guard let to, to.followsRun == end.followsRun, to.day <= end.day else { return false }
        }
        return true
    }

    var key: String {
        func words(_ values: [String: Double]) -> String { values.keys.sorted().map { "\($0)=\(values[$0] ?? 0)" }.joined(separator: ",") }
        let conditions = allowed.keys.sorted().map { "\($0)=\((allowed[$0] ?? []).sorted())" }.joined(separator: ",")
        let dates = [from, to].map { $0.map { "\($0.day)\($0.followsRun ? "r" : "")" } ?? "-" }.joined(separator: "..")
        return "\(list){\(conditions);\(words(least));\(words(most));\(dates);\(unlike.map(String.init) ?? "")}"
    }
}
