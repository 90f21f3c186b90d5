package import Notation

/// What one evaluation of one nominal came to: the answers, the recommendation and why.
///
/// A recommendation is not a decision of anybody's: a person or a panel decides. The type keeps the name that the
/// record has in the files. One value is filled again and again, so its arrays keep their memory.
package struct Decision: Sendable {
    package var nominal = ""
    package var asOf = Day(number: 0)
    /// `sha256:…` of the nominal's line of input.
    package var input = ""
    package var recommendation = Recommendation()
    package var criteria: [CriterionAnswer] = []
    package var matrices: [MatrixAnswer] = []
    package var tables: [TableAnswer] = []
    package var classes: [ClassAnswer] = []
    package var groups: [GroupAnswer] = []
    package var taskings: [Tasking] = []
    /// nil where the pack has no allocation, or it does not concern this person.
    package var allocation: Placement?
    /// Paths of the fields that were looked at, sorted.
    package var reads: [String] = []
    package var warnings: [DecisionWarning] = []
    package var trace: [String] = []
    package var error: DecisionError?

    package init() {}

    /// A rule failed: nothing that may rest on it is kept, and people are asked to look.
    package mutating func fail(_ error: DecisionError) {
        self.error = error
        recommendation = Recommendation(action: .refer, because: ["A rule of the pack failed, so nothing is recommended: \(error.message)."])
        criteria = []
        matrices = []
        tables = []
        classes = []
        groups = []
        taskings = []
        allocation = nil
    }
}

/// A three-valued answer.
package enum Met: String, Sendable {
    case yes, no, unknown
}

/// What the pack recommends for a person.
package struct Recommendation: Sendable, Equatable {
    package enum Action: String, Sendable, CaseIterable {
        case select, monitor, none, retain, deselect, refer
    }

    package var action: Action = .none
    package var category: String?
    /// The rule that decided, or that could not for want of data; nil where no rule fired.
    package var rule: String?
    package var title: String?
    package var because: [String] = []
    /// The data that is needed, by field path.
    package var unknown: [String] = []

    package init(action: Action = .none, category: String? = nil, rule: String? = nil, title: String? = nil, because: [String] = [], unknown: [String] = []) {
        self.action = action
        self.category = category
        self.rule = rule
        self.title = title
        self.because = because
        self.unknown = unknown
    }
}

package struct CriterionAnswer: Sendable {
    package struct Row: Sendable {
        package var id: String
        package var met: Met = .no
        package var unknown: [String] = []
        package init(id: String) { self.id = id }
    }

    package var name: String
    package var met: Met = .no
    package var rows: [Row]
    package init(name: String, rows: [Row]) {
        self.name = name
        self.rows = rows
    }
}

package struct MatrixAnswer: Sendable {
    package struct Row: Sendable {
        package var id: String
        /// The points given, or the lowest that they could be.
        package var low = 0.0
        /// The highest that they could be; nil where there is no upper end.
        package var high: Double? = 0
        package var because: String?
        /// The data for want of which the points are not known.
        package var unknown: [String] = []
        package init(id: String) { self.id = id }
        package var isUnknown: Bool { !unknown.isEmpty }
    }

    package var name: String
    package var low = 0.0
    package var high: Double? = 0
    package var hasBands: Bool
    /// nil where it is not known.
    package var band: String?
    package var rows: [Row]
    package init(name: String, hasBands: Bool, rows: [Row]) {
        self.name = name
        self.hasBands = hasBands
        self.rows = rows
    }
}

/// A value that a decision table gives.
package enum DecisionValue: Sendable, Hashable {
    case text(String)
    case number(Double)
    case bool(Bool)
    case date(Day)
}

package struct TableAnswer: Sendable {
    package enum Output: Sendable, Equatable {
        /// No row matched.
        case none
        case unknown
        /// A value for each output.
        case one([DecisionValue])
        case many([[DecisionValue]])
    }

    package var name: String
    package var outputNames: [String]
    package var output: Output = .none
    /// Places of the rows that made the answer, from 1.
    package var rows: [Int] = []
    package var unknown: [String] = []
    package init(name: String, outputNames: [String]) {
        self.name = name
        self.outputNames = outputNames
    }
}

package struct ClassAnswer: Sendable {
    package var name: String
    /// All that match are given, not one.
    package var isSet: Bool
    /// nil where it is not known.
    package var classes: [String]? = []
    package var unknown: [String] = []
    package init(name: String, isSet: Bool) {
        self.name = name
        self.isSet = isSet
    }
}

package struct GroupAnswer: Sendable {
    package var name: String
    /// nil: in no such group.
    package var key: String?
    /// nil where it is not known whether the person is in one.
    package var size: Int? = 0
    package var unknown: [String] = []
    package init(name: String) { self.name = name }
}

/// A piece of work for a named role.
package struct Tasking: Sendable, Equatable {
    package var kind: String
    package var title: String
    package var owner: String
    package var priority: String?
    package var due: Day?
    package var because: String?
    /// `<nominal>/<kind>/<year-month>`: one tasking of a kind in a month.
    package var key: String

    package init(kind: String, title: String, owner: String, priority: String?, due: Day?, because: String?, key: String) {
        self.kind = kind
        self.title = title
        self.owner = owner
        self.priority = priority
        self.due = due
        self.because = because
        self.key = key
    }
}

/// What the allocation of places came to for one person.
package struct Placement: Sendable, Equatable {
    /// From 1, those kept first.
    package var rank: Int
    package var isPlaced: Bool
    /// The pack keeps this person whatever the capacity.
    package var isKept: Bool
    package init(rank: Int, isPlaced: Bool, isKept: Bool) {
        self.rank = rank
        self.isPlaced = isPlaced
        self.isKept = isKept
    }
}

package struct DecisionWarning: Sendable, Equatable {
    package var code: String
    /// A field's path; nil where it is about a rule.
    package var field: String?
    package var text: String
    package init(code: String, field: String?, text: String) {
        self.code = code
        self.field = field
        self.text = text
    }
}

/// A rule that failed for one nominal.
package struct DecisionError: Sendable, Equatable {
    package var code: String
    package var message: String
    package var file: String?
    package var line: Int?
    /// `matrix.sac.burglary`; nil where it is not known.
    package var rule: String?
    package init(code: String, message: String, file: String?, line: Int?, rule: String?) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
        self.rule = rule
    }
}
