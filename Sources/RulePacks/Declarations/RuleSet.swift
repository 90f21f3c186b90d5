package import LuaRuntime
package import Notation

/// Everything that a pack declares, in the order in which it stands, with baselines first.
package struct RuleSet: Sendable {
    package var criteria: [Criteria] = []
    package var matrices: [Matrix] = []
    package var tables: [TableRule] = []
    package var classifications: [Classification] = []
    package var groups: [GroupRule] = []
    package var selection: [SelectionRule] = []
    package var deselection: [SelectionRule] = []
    package var taskings: [TaskingRule] = []
    package var allocation: Allocation?
}

/// Where a declaration stands and what people read about it.
package struct Heading: Sendable {
    package var title: String
    package var source: String?
    package var note: String?
    package var file: String
    package var line: Int?
}

package struct Criteria: Sendable {
    package indirect enum Node: Sendable {
        case row(Int)
        case all([Node])
        case any([Node])
    }

    package struct Row: Sendable {
        package var id: String
        package var heading: Heading
        package var test: LuaFunction
    }

    package var name: String
    package var heading: Heading
    package var root: Node
    /// The leaves of `root`, in order.
    package var rows: [Row]
}

package struct Matrix: Sendable {
    package struct Row: Sendable {
        package enum Points: Sendable {
            case function(LuaFunction)
            case constant(Double)
            /// The first step whose threshold the value reaches, from the top; 0 where it reaches none.
            case steps(of: LuaFunction, [(from: Double, points: Double)])
        }

        package var id: String
        package var heading: Heading
        package var min: Double
        /// nil: no upper end.
        package var max: Double?
        package var points: Points
        package var when: LuaFunction?
    }

    package struct Band: Sendable {
        package var id: String
        package var title: String
        /// nil: whatever is below the others.
        package var from: Double?
    }

    package var name: String
    package var heading: Heading
    package var range: ClosedRange<Double>
    package var rows: [Row]
    /// nil: the sum of the rows.
    package var total: LuaFunction?
    /// Highest first; empty for a matrix without bands.
    package var bands: [Band]

    /// The band of a total; nil where none begins low enough.
    package func band(of total: Double) -> Band? { bands.first { $0.from.map { total >= $0 } ?? true } }
}

package struct TableRule: Sendable {
    package struct Input: Sendable {
        package var id: String
        package var title: String
        package var of: LuaFunction
    }

    package var name: String
    package var heading: Heading
    package var inputs: [Input]
    package var table: DecisionTable
}

package struct Classification: Sendable {
    package enum Pick: String, Sendable, CaseIterable {
        case first, one, any
    }

    package struct Class: Sendable {
        package var id: String
        package var heading: Heading
        /// nil: where no other class matches.
        package var when: LuaFunction?
    }

    package var name: String
    package var heading: Heading
    package var pick: Pick
    package var classes: [Class]
}

package struct GroupRule: Sendable {
    package enum Members: Sendable {
        /// People for whom it gives the same value.
        case key(LuaFunction)
        /// People connected through `associates` of these kinds, not older than the span.
        case link([String], within: Span?)
    }

    package var name: String
    package var heading: Heading
    package var members: Members

    /// What following links looks at, which a pack has to declare as if a rule read it.
    static func linkFields(dated: Bool) -> [String] { ["associates.id", "associates.kind"] + (dated ? ["associates.date"] : []) }
}

/// A rule of `selection` or `deselection`.
package struct SelectionRule: Sendable {
    package var id: String
    package var heading: Heading
    /// nil: always.
    package var when: LuaFunction?
    /// `select` or `monitor` for selection; nil for de-selection.
    package var action: String?
    /// The category given, or what a de-selected person becomes.
    package var category: String?
    package var because: LuaFunction?
}

package struct TaskingRule: Sendable {
    package enum Due: Sendable {
        case span(Span)
        case function(LuaFunction)
    }

    package var id: String
    package var heading: Heading
    package var when: LuaFunction?
    package var owner: String
    package var priority: String?
    package var due: Due?
    package var every: Span?
    package var isEnforcement: Bool
    package var because: LuaFunction?
}

package struct Allocation: Sendable {
    package var heading: Heading
    package var capacity: Int
    package var rank: [LuaFunction]
    package var keep: LuaFunction?
}
