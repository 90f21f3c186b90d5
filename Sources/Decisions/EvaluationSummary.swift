package import Notation

/// What an evaluation of a whole cohort came to, in numbers.
package struct EvaluationSummary: Sendable, Equatable {
    package var read = 0
    package var rejected = 0
    package var evaluated = 0
    /// Nominals for whom a rule failed.
    package var errors = 0
    package var actions: [Recommendation.Action: Int] = [:]
    /// How many recommendations could not be made for want of a field, by its path.
    package var unknown: [String: Int] = [:]
    package var seconds = 0.0

    package init() {}

    /// What a run keeps of one decision to count it.
    package struct Entry: Sendable {
        package var nominal: String
        package var line: Int
        var action: Recommendation.Action
        var hasError: Bool
        var unknown: [String]

        package init(_ decision: Decision, line: Int) {
            nominal = decision.nominal
            self.line = line
            action = decision.recommendation.action
            hasError = decision.error != nil
            unknown = decision.recommendation.unknown
        }
    }

    package mutating func count(_ entry: Entry) {
        evaluated += 1
        if entry.hasError { errors += 1 }
        actions[entry.action, default: 0] += 1
        for field in entry.unknown { unknown[field, default: 0] += 1 }
    }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("read"); json.int(read)
        json.key("rejected"); json.int(rejected)
        json.key("evaluated"); json.int(evaluated)
        json.key("errors"); json.int(errors)
        json.key("actions")
        json.beginObject()
        for action in Recommendation.Action.allCases {
            json.key(action.rawValue)
            json.int(actions[action, default: 0])
        }
        json.endObject()
        json.key("unknown")
        json.beginObject()
        for (field, count) in unknown.sorted(by: { $0.key < $1.key }) {
            json.key(field)
            json.int(count)
        }
        json.endObject()
        json.key("seconds"); json.number((seconds * 1000).rounded() / 1000)
        json.endObject()
    }
}
