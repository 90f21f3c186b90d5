import ArgumentParser
import Cohorts
import Notation
import RulePacks

/// What single accesses from Lua cost.
struct ProbesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probes", abstract: "Time field access and filters: each thing a thousand times, less the loop.")

    @Argument(help: "The cohort, as `bench cohort` makes it: the first person with thirty offences is asked.")
    var cohort: String
    @Option(help: "The folder of the probes.")
    var pack = "bench/probes"

    func run() throws {
        let program: RuleProgram
        let layout: RowLayout
        do {
            let source = try PackSource.load(pack).pack
            layout = RowLayout(source.catalogue)
            program = try RuleProgram(source, layout: layout, asOf: CommonCohort.asOf)
        } catch { throw BenchFailure(error) }
        let evaluator = Evaluator(program)
        let row = try person(layout)
        var best: [Int] = []
        for probe in program.rules.criteria[0].rows {
            var least = Int.max
            for _ in 0..<60 {
                let start = nanoseconds()
                guard evaluator.met(probe.test, for: row) != nil else { throw BenchFailure(description: "the probe `\(probe.id)` failed") }
                least = min(least, nanoseconds() - start)
            }
            best.append(least)
            let tenths = (least - (best.first ?? 0)) / 100
            print("\(probe.id) \(tenths / 10).\(tenths % 10)")
        }
    }

    /// Somebody with exactly thirty offences.
    private func person(_ layout: RowLayout) throws -> NominalRow {
        guard let list = layout.id(ofPath: "offences").map({ layout.fields[$0].cell }) else { throw BenchFailure(description: "there are no offences") }
        var decoder = NominalDecoder(layout: layout)
        let row = NominalRow(layout: layout)
        var lines = try LineReading(path: cohort)
        while let line = lines.next() {
            guard decoder.decode(UnsafeRawBufferPointer(line), lineNumber: 1, into: row) == nil else { continue }
            if row.items(at: list)?.count == 30 { return row }
        }
        throw BenchFailure(description: "nobody in the cohort has thirty offences")
    }
}
