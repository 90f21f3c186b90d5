import Foundation
import TestSupport
import Testing

/// `examples/duckdb`: questions in SQL of decision records.
@Suite("questions in SQL", .enabled(if: PythonModule.isThere("duckdb"), "DuckDB is not there for `python3`, or for $PYTHON: python3 -m pip install duckdb"))
struct DuckDBExampleTests {
    private static let folder = "examples/duckdb"

    private func asked(_ work: Workplace, _ more: String = "") throws -> WaymarkBinary.Result {
        try work.shell("${PYTHON:-python3} \(Self.folder)/ask.py decisions.ndjson people.ndjson \(more) 2>&1")
    }

    private func evaluated() throws -> Workplace {
        let work = try Workplace()
        let made = try work.shell(
            """
            "$WAYMARK" cohort synth --count 300 --seed 1 --as-of 2026-11-01 | sed 's/"borough":"[^"]*"/"borough":"Stafford"/' >people.ndjson &&
            "$WAYMARK" evaluate rules/staffordshire people.ndjson --as-of 2026-11-01 -o decisions.ndjson
            """)
        #expect(made.status == 0, "\(made.out)\(made.err)")
        return work
    }

    @Test("are answered as the page shows")
    func shown() throws {
        let result = try asked(try evaluated())
        #expect(result.status == 0)
        try ShownOutput(page: "\(Self.folder)/README.md").expect(result.out)
    }

    @Test("count everybody once, as the records do")
    func counts() throws {
        let work = try evaluated()
        try work.write("mine.sql", "-- by action\nSELECT action, count(*) FROM decisions GROUP BY action ORDER BY action;\n-- points\nSELECT sum(points) FROM points;")
        let records = try work.read("decisions.ndjson").lines.map { try JSONValue($0) }
        var counts: [String: Int] = [:]
        for record in records { counts[record.at("recommendation.action")?.text ?? "", default: 0] += 1 }
        let result = try asked(work, "mine.sql")
        for (action, count) in counts { #expect(result.out.lines.contains { $0.split(separator: " ").map(String.init) == [action, String(count)] }, "\(action)") }
        #expect(counts.values.reduce(0, +) == 300)
    }

    @Test("are answered the same from a database that is kept")
    func kept() throws {
        let work = try evaluated()
        #expect(try asked(work, "--keep kept.db").out == asked(work).out)
        #expect(work.has("kept.db"))
        let again = try asked(work, "--keep kept.db")
        #expect(again.status == 1)
        #expect(again.out.contains("is there already"))
    }
}
