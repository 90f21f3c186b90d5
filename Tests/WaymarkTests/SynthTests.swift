import Foundation
import TestSupport
import Testing

@Suite("a synthetic cohort")
struct SynthTests {
    @Test("has the same bytes for the same seed and date, and others for another")
    func seed() throws {
        func cohort(_ arguments: String...) throws -> String {
            let result = try WaymarkBinary.run(["cohort", "synth"] + arguments, in: "/")
            #expect(result.status == 0)
            return result.out
        }
        let one = try cohort("--count", "50", "--seed", "7", "--as-of", Workplace.date)
        #expect(one.lines.count == 50)
        #expect(try cohort("--as-of", Workplace.date, "--seed", "7", "--count", "50") == one)
        #expect(try cohort("--count", "80", "--seed", "7", "--as-of", Workplace.date).hasPrefix(one), "more people change nobody")
        #expect(try cohort("--count", "50", "--seed", "8", "--as-of", Workplace.date) != one)
        #expect(try cohort("--count", "50", "--seed", "7", "--as-of", "2026-11-02") != one)
        #expect(try cohort("--count", "0").isEmpty)
    }

    @Test("has as many people as the pilot unless a number is given")
    func pilot() throws {
        #expect(try WaymarkBinary.run(["cohort", "synth", "--as-of", Workplace.date], in: "/").out.lines.count == 1363)
    }

    @Test("is one that the import takes whole, on the first and the last date that it can be made for", arguments: ["0101-01-01", "2026-11-01", "9994-12-31"])
    func valid(date: String) throws {
        let work = try Workplace()
        #expect(try work.run("cohort", "synth", "--count", "200", "--as-of", date, "-o", "people.ndjson").status == 0)
        let read = try work.run("cohort", "validate", "people.ndjson")
        #expect(read.status == 0)
        #expect(read.out.isEmpty)
        #expect(read.err == "200 good lines, 0 to be rejected.\n")
    }

    @Test("is refused for dates that leave no room for a life before or plans after", arguments: ["0001-01-01", "0100-12-31", "9995-01-01", "9999-12-31"])
    func refused(date: String) throws {
        let work = try Workplace()
        let result = try work.run("cohort", "synth", "--count", "3", "--as-of", date, "-o", "people.ndjson")
        #expect(result.status == 2)
        let said = result.err.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        #expect(said.contains("--as-of wants a date from 0101-01-01 to 9994-12-31 for a synthetic cohort, not `\(date)`"))
        #expect(work.files.isEmpty)
    }
}
