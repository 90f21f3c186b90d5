import Cohorts
import Notation

/// Invented people of Camford, to whom things happen in the course of a year.
struct YearPeople {
    private var lines: [[UInt8]] = []
    private let synthetic: SyntheticCohort
    private var numbers: SeededNumbers

    init(_ count: Int, on day: Day, seed: UInt64) throws {
        synthetic = SyntheticCohort(seed: seed, asOf: day)
        numbers = SeededNumbers(seed: seed)
        for _ in 0..<count { _ = try join() }
    }

    var count: Int { lines.count }
    var all: [String] { lines.map(text) }

    private func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

    /// Somebody who was not there before.
    /// - Parameter gang: their gang; nil where it is as it comes.
    mutating func join(gang: String? = nil) throws -> String {
        var values: [(name: String, json: [UInt8])] = [("borough", Array(#""Camford""#.utf8)), ("scores", Array("[]".utf8)), ("taskings", Array("[]".utf8))]
        if let gang {
            values.append(("gang", Array(#"{"name":"\#(gang)","role":"core"}"#.utf8)))
            // All of them are new to the scheme.
            values.append(("cohort", Array("null".utf8)))
        }
        let line = try LineMembers(synthetic.line(lines.count)).replacing(values)
        lines.append(line)
        return text(line)
    }

    /// Some of them, each with an offence on a day.
    mutating func offend(_ count: Int, on day: Day) throws -> [String] {
        var touched: Set<Int> = []
        while touched.count < count { touched.insert(Int(numbers.next() % UInt64(lines.count))) }
        return try touched.sorted().map { place in
            let members = try LineMembers(lines[place])
            var json = JSONWriter()
            json.beginArray()
            for item in try members.items(of: "offences") { json.raw(item.bytes) }
            json.raw(Array(#"{"type":"robbery","date":"\#(day)","outcome":"charged"}"#.utf8))
            json.endArray()
            lines[place] = members.replacing([("offences", json.bytes)])
            return text(lines[place])
        }
    }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
