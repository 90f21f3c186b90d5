import GRDB

/// What rows have to be like, built up from what was asked for.
struct Conditions {
    private var texts: [String]
    private(set) var arguments = StatementArguments()

    init(_ texts: String...) { self.texts = texts }

    /// With its value in the place of the question mark; nothing where there is no value.
    mutating func add(_ text: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        texts.append(text)
        arguments += [value]
    }

    mutating func add(_ text: String) { texts.append(text) }

    /// True for every row where nothing was asked for.
    var sql: String { texts.isEmpty ? "TRUE" : texts.joined(separator: " AND ") }
}
