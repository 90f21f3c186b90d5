package import Decisions

/// What a cohort would come to with other values of a pack's parameters, or another number of places.
package struct SimulationReport: Sendable {
    /// What is varied.
    package struct Axis: Sendable, Equatable {
        /// `ppo_threshold`; `capacity` for the number of places where no parameter gives it.
        package var name: String
        package var title: String
        package var unit: String?
        /// As the pack stands.
        package var usual: Double
        package init(name: String, title: String, unit: String?, usual: Double) {
            self.name = name
            self.title = title
            self.unit = unit
            self.usual = usual
        }
    }

    package struct Run: Sendable, Equatable {
        /// A value for each axis.
        package var values: [Double]
        package var actions: [Recommendation.Action: Int]
        /// Against the pack as it stands.
        package var joiners: Int
        package var leavers: Int
        /// People without a place; nil where the pack has no limit.
        package var displaced: Int?
        package var taskings: Int
        /// People for whom a rule failed.
        package var errors: Int
        package init(values: [Double]) {
            self.values = values
            actions = [:]
            joiners = 0
            leavers = 0
            taskings = 0
            errors = 0
        }

        package var selected: Int { actions[.select, default: 0] + actions[.retain, default: 0] }
    }

    package var pack: PackLabel
    package var cohort: CohortLabel
    package var axes: [Axis]
    /// The pack as it stands.
    package var usual: Run
    package var runs: [Run]

    package init(pack: PackLabel, cohort: CohortLabel, axes: [Axis], usual: Run, runs: [Run]) {
        self.pack = pack
        self.cohort = cohort
        self.axes = axes
        self.usual = usual
        self.runs = runs
    }
}
