/// One line of a cohort: neutral valid values, with those that a test is about written over them as JSON.
package struct TestNominal: ExpressibleByDictionaryLiteral {
    private var values: [(key: String, json: String)] = [
        ("id", #""N-0001""#), ("borough", #""Camden""#), ("date_of_birth", #""1990-05-01""#), ("sex", #""male""#),
        ("convictions_total", "3"), ("arrests_total", "7"), ("custody_status", #""none""#), ("statutory", "false"),
        ("offences", "[]"), ("orders", "[]"), ("intelligence", "[]"), ("gang", "null"), ("associates", "[]"),
        ("linked_series", "[]"), ("referrals", "[]"), ("reviews", "[]"), ("cohort", "null"), ("scores", "[]"),
        ("taskings", "[]"),
    ]

    /// A field with nil is left out of the line.
    package init(dictionaryLiteral elements: (String, String?)...) {
        for (key, json) in elements { set(key, json) }
    }

    package mutating func set(_ key: String, _ json: String?) {
        if let place = values.firstIndex(where: { $0.key == key }) {
            if let json { values[place].json = json } else { values.remove(at: place) }
        } else if let json {
            values.append((key, json))
        }
    }

    package func with(_ key: String, _ json: String?) -> TestNominal {
        var copy = self
        copy.set(key, json)
        return copy
    }

    package func named(_ id: String) -> TestNominal { with("id", "\"\(id)\"") }

    package var line: String { "{" + values.map { "\"\($0.key)\":\($0.json)" }.joined(separator: ",") + "}" }

    package static let neutral: TestNominal = [:]
    package static let member: TestNominal = ["cohort": #"{"category":"ppo","since":"2025-01-01"}"#]
}

/// An offence as JSON.
package func offence(_ type: String = "burglary_dwelling", _ outcome: String = "convicted", on date: String) -> String {
    #"{"type":"\#(type)","date":"\#(date)","outcome":"\#(outcome)"}"#
}

/// JSON of a list.
package func list(_ items: String...) -> String { "[" + items.joined(separator: ",") + "]" }
