import Foundation
import TestSupport
import Testing

private enum Spark {
    static let isThere = PythonModule.isThere("pyspark") && (try? TemporaryPlace()).flatMap {
        try? WaymarkBinary.shell("java -version", in: $0.path, input: "").status == 0
    } == true
}

/// `examples/spark`: a cohort evaluated in parts gives the bytes that one machine gives.
@Suite("evaluation by Spark", .serialized, .enabled(if: Spark.isThere, "Java 17 and PySpark are not there for `python3`, or for $PYTHON: python3 -m pip install pyspark"))
struct SparkExampleTests {
    private static let folder = "examples/spark"

    /// The records of one machine and those of five parts, one behind another.
    private func records(_ work: Workplace, _ pack: String) throws -> (one: String, parts: String) {
        let one = try work.run("evaluate", pack, "people.ndjson", "--as-of", "2026-11-01", "-o", "one.ndjson")
        #expect(one.status == 0, "\(one.err)")
        let spark = try work.shell(
            "${PYTHON:-python3} \(Self.folder)/evaluate.py \(pack) people.ndjson parts --as-of 2026-11-01 --waymark \"$WAYMARK\" --master 'local[2]' --parts 5")
        #expect(spark.status == 0, "\(spark.out)\(spark.err)")
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(work.place.path)/parts").filter { $0.hasPrefix("part-") }.sorted()
        #expect(names.count >= 5)
        return (try work.read("one.ndjson"), try names.map { try work.read("parts/\($0)") }.joined())
    }

    private func people(_ work: Workplace, borough: String) throws {
        let made = try work.shell(
            """
            "$WAYMARK" cohort synth --count 200 --seed 3 --as-of 2026-11-01 | sed -e 's/"borough":"[^"]*"/"borough":"\(borough)"/' >people.ndjson
            """)
        #expect(made.status == 0, "\(made.err)")
    }

    @Test("of people who are decided on one by one")
    func alone() throws {
        let work = try Workplace()
        try people(work, borough: "Stafford")
        let records = try records(work, "rules/staffordshire")
        #expect(records.one.lines.count == 200)
        #expect(records.parts == records.one)
    }

    @Test("of groups and places, which are surveyed first")
    func together() throws {
        let work = try Workplace()
        try people(work, borough: "Stoke-on-Trent")
        let records = try records(work, "rules/stoke-on-trent")
        #expect(records.one.contains(#""allocation":{"#))
        #expect(records.parts == records.one)
    }

    @Test("says which id stands on two lines")
    func twice() throws {
        let work = try Workplace()
        try people(work, borough: "Stafford")
        let lines = try work.read("people.ndjson").lines
        try work.write("people.ndjson", (lines + [lines[0]]).joined(separator: "\n") + "\n")
        let spark = try work.shell(
            "${PYTHON:-python3} \(Self.folder)/evaluate.py rules/staffordshire people.ndjson parts --as-of 2026-11-01 --waymark \"$WAYMARK\" --master 'local[2]' --parts 5")
        #expect(spark.status == 1)
        #expect(spark.err.contains("S-000001"))
    }
}
