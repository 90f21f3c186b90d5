import ArgumentParser
import Cohorts
import Decisions
import Notation
import RulePacks

/// What the parts of an evaluation cost, in this process.
struct PartsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parts", abstract: "Time import, digests, deciding, and records by way of a decision as a value, over the common rules.")

    @Argument(help: "The cohort, as `bench cohort` makes it.")
    var cohort: String
    @Option(help: "The folder of the common rules.")
    var pack = "bench/common-rules"

    /// So many rows are decoded, then decided, then written, so that looking at the clock costs next to nothing.
    private static let atOnce = 16

    func run() throws {
        let source: PackSource
        let program: RuleProgram
        let layout: RowLayout
        do {
            source = try PackSource.load(pack).pack
            layout = RowLayout(source.catalogue)
            program = try RuleProgram(source, layout: layout, asOf: CommonCohort.asOf)
        } catch { throw BenchFailure(error) }
        let evaluator = Evaluator(program)
        var decoder = NominalDecoder(layout: layout)
        let rows = (0..<PartsCommand.atOnce).map { _ in NominalRow(layout: layout) }
        var lines = try LineReading(path: cohort)
        var count = 0
        var (decoding, hashing, deciding, writing) = (0, 0, 0, 0)
        var json = JSONWriter()
        var isEnd = false
        while !isEnd {
            var filled = 0
            while filled < rows.count {
                guard let line = lines.next() else {
                    isEnd = true
                    break
                }
                let raw = UnsafeRawBufferPointer(line)
                let start = nanoseconds()
                let reject = decoder.decode(raw, lineNumber: count + filled + 1, into: rows[filled])
                let decoded = nanoseconds()
                _ = PackSource.digest(of: raw)
                hashing += nanoseconds() - decoded
                decoding += decoded - start
                guard reject == nil else { throw BenchFailure(description: "the cohort has a line that is not valid") }
                filled += 1
            }
            var start = nanoseconds()
            for place in 0..<filled { evaluator.evaluate(rows[place], input: "") }
            deciding += nanoseconds() - start
            guard filled > 0 else { break }
            json.reset()
            start = nanoseconds()
            for _ in 0..<filled { evaluator.decision.write(to: &json, pack: source.identity) }
            writing += nanoseconds() - start
            count += filled
        }
        print("decoding \(decoding / max(1, count))\nhashing \(hashing / max(1, count))\ndeciding \(deciding / max(1, count))\nas_a_value \(writing / max(1, count))")
    }
}
