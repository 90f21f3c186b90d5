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
        package var line: Int
        package var action: Recommendation.Action
        var hasError: Bool
        var unknown: [String]

        package init(action: Recommendation.Action, hasError: Bool, unknown: [String], line: Int) {
            self.line = line
            self.action = action
            self.hasError = hasError
            self.unknown = unknown
        }
    }

    /// Counts decisions one by one.
    package struct Tally: Sendable {
        private var actions = SIMD8<Int>.zero
        private var errors = 0
        private var unknown: [String: Int] = [:]

        package init() {}

        package mutating func count(_ entry: Entry) {
            if entry.hasError { errors += 1 }
            for (place, action) in Recommendation.Action.allCases.enumerated() where action == entry.action { actions[place] += 1 }
            for field in entry.unknown { unknown[field, default: 0] += 1 }
        }

        package var summary: EvaluationSummary {
            var summary = EvaluationSummary()
            summary.evaluated = actions.wrappedSum()
            summary.read = summary.evaluated
            summary.errors = errors
            summary.unknown = unknown
            for (place, action) in Recommendation.Action.allCases.enumerated() where actions[place] > 0 { summary.actions[action] = actions[place] }
            return summary
        }
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
