import Cohorts
import Foundation
import Notation
import TestSupport

/// Cohort files in NDJSON: each line that is not blank is read or rejected, once and in order; what is read is JSON, and
/// comes out the same whatever stood before it.
struct NDJSONTarget: FuzzTarget {
    private static let people = SyntheticCohort(seed: 3, asOf: Day(number: 20_758))
    private static let mutation = Mutation(
        pieces: [
            "{", "}", "[", "]", "\"", ":", ",", "null", "true", "\\", "\\u0000", "\\ud800", "\\ud83d\\ude00", "\"id\":\"N\",", "\"ogrs2\":101,", "\"local\":{},", "\"age\":5,",
            "\"offences\":[],", "\"gang\":null,", "\"needs\":{\"drugs\":3},", "\"sex\":\"M\",", "\"ethnicity\":\"O1\",", "2026-02-30", "1e5", "0.1e1", "-0.0", "01",
            String(repeating: "[", count: 2000), String(repeating: "{\"a\":", count: 500), String(repeating: "9", count: 400), String(repeating: "x", count: 5000),
        ], others: (0..<20).map { people.line($0) })

    func input(_ numbers: inout FuzzNumbers) -> FuzzInput {
        var bytes: [UInt8] = numbers.once(in: 20) ? [0xEF, 0xBB, 0xBF] : []
        for _ in 0...numbers.below(4) {
            let line = NDJSONTarget.people.line(numbers.below(200))
            bytes += numbers.once(in: 4) ? line : NDJSONTarget.mutation.changed(line, &numbers)
            bytes += Array(numbers.pick(["\n", "\n", "\n", "\r\n", "\n\n", " \n", "\n\r\n", ""]).utf8)
        }
        return FuzzInput("cohort.ndjson", bytes)
    }

    func broken(_ input: FuzzInput) throws -> String? {
        let folder = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(folder) }
        try input.write(to: folder)
        let source = try openCohort(path: folder + "/cohort.ndjson", layout: CohortReading.layout, rewindable: false)
        let reading = try CohortReading(source)
        if let broken = reading.broken ?? lost(input["cohort.ndjson"], reading) ?? wronglyRead(reading) { return broken }
        try source.rewind()
        return try CohortReading(source) == reading ? nil : "the file reads otherwise the second time"
    }

    /// The lines as they stand in the file, against those that came out.
    private func lost(_ bytes: [UInt8], _ reading: CohortReading) -> String? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        var expected: [(line: Int, bytes: [UInt8])] = []
        for (place, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            expected.append((place + 1, Array(line.last == 0x0D ? line.dropLast() : line)))
        }
        guard reading.outcomes.map(\.line) == expected.map(\.line) else {
            return "lines \(expected.map(\.line)) went in, and \(reading.outcomes.map(\.line)) came out"
        }
        return expected.indices.first { reading.lines[$0] != expected[$0].bytes }.map { "line \(expected[$0].line) came out changed" }
    }

    private func wronglyRead(_ reading: CohortReading) -> String? {
        for (place, bytes) in reading.lines {
            let (line, outcome) = reading.outcomes[place]
            if case .row = outcome, (try? JSONValue(Data(bytes))) == nil { return "line \(line) is read, and is no JSON" }
            var decoder = NominalDecoder(layout: CohortReading.layout)
            let row = NominalRow(layout: CohortReading.layout)
            let reject = bytes.withUnsafeBytes { decoder.decode($0, lineNumber: line, into: row) }
            let alone: CohortReading.Outcome = reject.map { .rejected($0) } ?? .row(CohortReading.text(of: row))
            if alone != outcome { return "line \(line) reads otherwise when it stands alone" }
        }
        return nil
    }
}
