/// Something that a condition looks at, and that may come out one way or another.
struct Variable {
    enum Domain: Hashable {
        case bool
        /// Nothing but this truth value.
        case fixed(Bool)
        /// From `low` to `high`, either of which may be infinite.
        case number(low: Double, high: Double, isWhole: Bool)
        /// Nothing but these, lowest first.
        case numbers([Double])
        /// nil: any text.
        case text([String]?)
    }

    /// What in a nominal makes it so, for a draft that is to come out in a certain way.
    enum Source {
        /// A field by its path.
        case field(String)
        /// A date by its path, in days after the date of the run.
        case daysAfterRun(String)
        /// Whether a field has a value.
        case known(String)
        /// How many items a filter finds.
        case count(FilterTerm)
        /// A field of the item that a filter finds latest or earliest.
        case item(FilterTerm, field: String)
        /// The total of a matrix, by its place.
        case score(Int)
        /// A sum of others, by their places, each times a factor.
        case sum([(variable: Int, factor: Double)])
        case other
    }

    /// Two uses with one key mean one thing.
    var key: String
    var domain: Domain
    /// Paths of fields that must have a value for a test of it to come out either way.
    var paths: [String]
    var source: Source
    /// What it can be, for messages: `number from 0 to 100`; nil where nothing is worth saying.
    var words: String?
}

extension Variable.Domain {
    /// Its lowest and highest number; nil for what is no number.
    var ends: (low: Double, high: Double)? {
        switch self {
        case .number(let low, let high, _): (low, high)
        case .numbers(let values): values.first.flatMap { first in values.last.map { (first, $0) } }
        default: nil
        }
    }

    var isWhole: Bool {
        switch self {
        case .number(_, _, let isWhole): isWhole
        case .numbers(let values): values.allSatisfy { $0 == $0.rounded() }
        default: false
        }
    }
}
