import Cohorts
import Decisions
import Glibc
import Notation
import RulePacks

/// The loader of rule packs: whatever the files hold, the pack loads, or there are findings that name their file.
///
/// A pack that loads is also described, and evaluated over two people.
struct PackTarget: FuzzTarget {
    private let seeds: PackSeeds

    init(project: String) throws(FuzzFailure) { seeds = try PackSeeds(project: project) }

    func input(_ numbers: inout FuzzNumbers) -> FuzzInput {
        var input = numbers.once(in: 3) ? GeneratedPack.make(&numbers) : FuzzInput(numbers.pick(seeds.packs))
        // One in ten stays as it is, so that packs which load are seen too.
        if numbers.once(in: 10) { return input }
        for _ in 0...numbers.below(2) {
            // The manifest comes first and is read first.
            let place = numbers.once(in: 3) ? 0 : numbers.below(input.files.count)
            input.files[place].bytes = seeds.mutation.changed(input.files[place].bytes, &numbers)
        }
        return input
    }

    func broken(_ input: FuzzInput) async throws -> String? {
        guard let first = input.files.first, let id = first.name.split(separator: "/").first else { return nil }
        let folder = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(folder) }
        try input.write(to: folder)
        let asOf = Day(number: 20_758)
        do {
            let (pack, findings) = try PackSource.load(folder + "/" + id)
            if let broken = Self.broken(findings, input) { return broken }
            let run = CohortRun(pack: pack, asOf: asOf)
            let program = try RuleProgram(pack, layout: run.layout, asOf: asOf)
            if let broken = Self.broken(program.findings, input) { return broken }
            if PackDescription(program).markdown.isEmpty { return "a pack that loads has no description" }
            return try await evaluate(run, folder)
        } catch let error as PackError {
            if !error.findings.contains(where: { $0.severity == .error }) { return "the pack does not load, and no error says why" }
            return Self.broken(error.findings, input)
        }
    }

    private static func broken(_ findings: [Finding], _ input: FuzzInput) -> String? {
        for finding in findings {
            guard let name = finding.file else { return "a finding names no file: \(finding.text)" }
            if finding.message.isEmpty { return "a finding says nothing: \(finding.text)" }
            if finding.text.utf8.count > 4000 { return "a finding of \(finding.text.utf8.count) bytes: \(finding.text.prefix(200))" }
            guard let line = finding.line else { continue }
            guard let file = input.files.first(where: { $0.name == name || $0.name.hasSuffix("/" + name) }) else {
                return "a finding is about a file that is not there: \(finding.text)"
            }
            let lines = file.bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
            if !(1...lines).contains(line) { return "a finding is about a line that is not there: \(finding.text)" }
        }
        return nil
    }

    private func evaluate(_ run: CohortRun, _ folder: String) async throws -> String? {
        let people = SyntheticCohort(seed: 1, asOf: run.asOf)
        let path = folder + "/cohort.ndjson"
        try FuzzFiles.write(path, people.line(0) + [0x0A] + people.line(1) + [0x0A])
        let output = PackOutput()
        let source = try openCohort(path: path, layout: run.layout, rewindable: true)
        let summary = try await run.evaluate(source, into: output)
        if summary.evaluated + summary.rejected != 2 { return "two people came in, and \(summary.evaluated + summary.rejected) came out" }
        let lines = output.records.split(separator: 0x0A)
        if lines.count != summary.evaluated { return "\(summary.evaluated) were evaluated, and there are \(lines.count) records" }
        return lines.first { $0.first != 0x7B || $0.last != 0x7D }.map { "a record is no object: \(String(decoding: $0, as: UTF8.self))" }
    }
}

private final class PackOutput: RunOutput {
    var records: [UInt8] = []

    func write(records bytes: UnsafeBufferPointer<UInt8>) { records += bytes }
    func write(_ reject: Reject) {}
}
