package import Cohorts
import Decisions
package import Evidence
package import Notation
package import RulePacks

/// Evaluates a cohort with a pack as it stands, and with other values of its parameters or another number of places.
package struct SimulationRun {
    /// More runs than this would take too long to read.
    package static let mostRuns = 100
    /// Runs that go side by side in one reading, so that memory stays small.
    private static let together = 20

    package let pack: PackSource
    package let asOf: Day
    package let layout: RowLayout
    private let axes: [SimulationAxis]
    private let runs: [[Double]]

    /// - Parameter variations: every combination of their values is one run.
    /// - Throws: `GovernanceError` where the pack does not allow them, or they are too many; `PackError` where the pack does not load.
    package init(_ pack: PackSource, _ variations: [Variation], asOf: Day) throws {
        self.pack = pack
        self.asOf = asOf
        layout = RowLayout(pack.catalogue)
        let program = try RuleProgram(pack, layout: layout, asOf: asOf)
        var axes: [SimulationAxis] = []
        for variation in variations {
            let axis = try SimulationAxis(variation, program)
            guard !axes.contains(where: { $0.change == axis.change }) else { throw GovernanceError("`\(variation.name)` is varied twice") }
            axes.append(axis)
        }
        var count = 1
        for axis in axes {
            count *= axis.values.count
            guard count <= SimulationRun.mostRuns else {
                throw GovernanceError("these ranges make more than \(SimulationRun.mostRuns) runs together: take larger steps, or vary fewer parameters at once")
            }
        }
        self.axes = axes
        runs = axes.reduce([[]]) { runs, axis in runs.flatMap { run in axis.values.map { run + [$0] } } }
    }

    /// - Parameter source: one that can be read more than once.
    /// - Throws: `PackError`, `CohortError`, `RunStopped`.
    package func report(_ source: any CohortSource) throws -> SimulationReport {
        var report: SimulationReport?
        for start in stride(from: 0, to: max(1, runs.count), by: SimulationRun.together) {
            let part = try simulate(Array(runs[min(start, runs.count)..<min(runs.count, start + SimulationRun.together)]), source)
            if report == nil { report = part } else { report?.runs += part.runs }
        }
        return report ?? SimulationReport(
            pack: PackLabel(pack), cohort: CohortLabel(asOf: asOf, people: 0, rejected: 0), axes: axes.map(\.axis), usual: .init(values: []), runs: [])
    }

    private func simulate(_ part: [[Double]], _ source: any CohortSource) throws -> SimulationReport {
        let side = SideBySide(layout: layout, asOf: asOf)
        let usual = try side.add(.init(pack))
        let numbers = try part.map { try add($0, to: side) }
        var usualRun = SimulationReport.Run(values: axes.map(\.axis.usual))
        var found = part.map { SimulationReport.Run(values: $0) }
        if side.program(usual).rules.allocation != nil {
            usualRun.displaced = 0
            for place in found.indices { found[place].displaced = 0 }
        }
        try side.survey(source)
        let reading = try side.each(source) { row in
            let before = try side.decision(of: usual, on: row)
            usualRun.count(before, against: before)
            for (place, number) in numbers.enumerated() { found[place].count(try side.decision(of: number, on: row), against: before) }
        }
        return SimulationReport(
            pack: PackLabel(pack), cohort: CohortLabel(asOf: asOf, people: reading.people, rejected: reading.rejected), axes: axes.map(\.axis),
            usual: usualRun, runs: found)
    }

    /// - Throws: `GovernanceError` where the pack does not load with these values.
    private func add(_ values: [Double], to side: SideBySide) throws(GovernanceError) -> Int {
        do throws(PackError) {
            return try side.add(entry(values))
        } catch {
            let set = zip(axes, values).map { "`\($0.axis.name)` at \(shortestText($1))" }.joined(separator: " and ")
            throw GovernanceError("with \(set) the pack does not load: \(error.findings.first?.text ?? "")")
        }
    }

    private func entry(_ values: [Double]) -> SideBySide.Entry {
        var parameters: [String: Parameter.Value] = [:]
        var capacity: Int?
        for (axis, value) in zip(axes, values) {
            switch axis.change {
            case .parameter(let name): parameters[name] = .number(value)
            case .capacity: capacity = Int(value)
            }
        }
        return SideBySide.Entry(pack.setting(parameters), capacity: capacity)
    }
}

extension SimulationReport.Run {
    mutating func count(_ decision: Decision, against usual: Decision) {
        actions[decision.recommendation.action, default: 0] += 1
        taskings += decision.taskings.count
        if decision.error != nil { errors += 1 }
        if decision.allocation?.isPlaced == false { displaced = (displaced ?? 0) + 1 }
        switch (usual.recommendation.action.isPositive, decision.recommendation.action.isPositive) {
        case (false, true): joiners += 1
        case (true, false): leavers += 1
        default: break
        }
    }
}
