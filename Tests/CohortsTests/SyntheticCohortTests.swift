import Cohorts
import FieldDefinitions
import Notation
import Testing

@Suite("Synthetic cohorts")
struct SyntheticCohortTests {
    private static let asOf = Day(number: 20_758)  // 2026-11-01

    @Test("a seed gives the same bytes on every machine, now and later")
    func golden() {
        let cohort = SyntheticCohort(seed: 7, asOf: Self.asOf)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<100 {
            for byte in cohort.line(index) + [0x0A] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        #expect(String(hash, radix: 16) == "709765bf4c93c915")
    }

    @Test("a line is the same in whatever order and however often it is asked for")
    func independence() {
        let first = SyntheticCohort(seed: 7, asOf: Self.asOf)
        let second = SyntheticCohort(seed: 7, asOf: Self.asOf)
        let forwards = (0..<60).map(first.line)
        let backwards = (0..<60).reversed().map(second.line)
        #expect(forwards == backwards.reversed())
    }

    @Test("another seed, another index and another date each give another line")
    func differences() {
        let line = SyntheticCohort(seed: 7, asOf: Self.asOf).line(5)
        #expect(line != SyntheticCohort(seed: 8, asOf: Self.asOf).line(5))
        #expect(line != SyntheticCohort(seed: 7, asOf: Self.asOf.adding(days: 1)).line(5))
        let other = SyntheticCohort(seed: 7, asOf: Self.asOf).line(6)
        #expect(line.dropFirst(#"{"id":"S-000006""#.utf8.count) != other.dropFirst(#"{"id":"S-000007""#.utf8.count))
    }

    @Test("ids count from one and grow past six digits", arguments: [
        (0, "S-000001"), (122, "S-000123"), (999_998, "S-999999"), (999_999, "S-1000000"),
    ])
    func ids(index: Int, id: String) {
        #expect(Decoded(SyntheticCohort(seed: 7, asOf: Self.asOf).line(index)).row.id == id)
    }

    @Test("the import takes every line, for any seed and date", arguments: [
        (7, "2026-11-01", 5000), (0, "2024-02-29", 800), (UInt64.max, "2025-02-28", 800), (1, "2026-03-01", 800),
        (12, "2017-06-30", 800), (3, "2000-12-31", 800),
        (4, SyntheticCohort.supportedDays.lowerBound.description, 800),
        (5, SyntheticCohort.supportedDays.upperBound.description, 800),
    ] as [(UInt64, String, Int)])
    func valid(seed: UInt64, date: String, count: Int) throws {
        let cohort = SyntheticCohort(seed: seed, asOf: try #require(Day(iso: date)))
        var decoder = NominalDecoder(layout: standardLayout)
        let row = NominalRow(layout: standardLayout)
        for index in 0..<count {
            let line = cohort.line(index)
            let reject = line.withUnsafeBytes { decoder.decode($0, lineNumber: index + 1, into: row) }
            #expect(reject == nil)
        }
    }

    @Test("nothing has happened after the date of the run, though some things are planned for later")
    func noFuture() {
        let cohort = SyntheticCohort(seed: 7, asOf: Self.asOf)
        let planned: Set = ["release_date", "orders.end", "taskings.due"]
        var later: Set<String> = []
        for index in 0..<2000 {
            let row = Decoded(cohort.line(index)).row
            for (field, day) in dates(of: row) where day > Self.asOf.number { later.insert(field) }
        }
        #expect(later == planned)
    }

    @Test("the fields of a line come in the catalogue's order")
    func order() throws {
        let places = Dictionary(
            uniqueKeysWithValues: FieldCatalogue.standard.fields.enumerated().map { ($1.name, $0) })
        let cohort = SyntheticCohort(seed: 7, asOf: Self.asOf)
        for index in 0..<200 {
            let keys = topLevelKeys(cohort.line(index))
            let order = try keys.map { try #require(places[$0]) }
            #expect(order == order.sorted() && keys.count >= 25)
        }
    }

    @Test("associates are people of the same file on earlier lines")
    func associates() {
        let cohort = SyntheticCohort(seed: 7, asOf: Self.asOf)
        var found = 0
        for index in 0..<1000 {
            for id in Decoded(cohort.line(index)).values("associates.id") ?? [] {
                #expect((Int(id.dropFirst(2)).map { 1...index ~= $0 }) == true)
                found += 1
            }
        }
        #expect(found > 500)
    }

    @Test("a score given in prison is 0 with the flag P, and no other score has that flag")
    func prisonScores() {
        let cohort = SyntheticCohort(seed: 7, asOf: Self.asOf)
        var inPrison = 0
        for index in 0..<1000 {
            let nominal = Decoded(cohort.line(index))
            let terms = zip(nominal.values("orders.kind") ?? [], zip(
                nominal.values("orders.start") ?? [], nominal.values("orders.end") ?? []))
                .filter { kind, _ in kind == "custody" || kind == "remand" }.map(\.1)
            for item in (nominal.values("scores.date") ?? []).indices {
                guard let date = nominal.value("scores.date", item: item) else { continue }
                // ISO dates sort as text, and an order without an end has `none`, which sorts behind them all.
                let isInside = terms.contains { start, end in start <= date && date <= end }
                let hasFlag = nominal.value("scores.flags", item: item) == "P"
                #expect(hasFlag == isInside)
                if hasFlag { #expect(nominal.value("scores.score", item: item) == "0.0"); inPrison += 1 }
            }
        }
        #expect(inPrison > 500)
    }

    /// Every date of a row with the path of its field.
    private func dates(of row: NominalRow) -> [(field: String, day: Int)] {
        var found: [(String, Int)] = []
        for field in row.layout.fields {
            guard case .date = field.definition.type else { continue }
            var cells = [field.cell]
            if let list = field.list {
                let part = row.layout.fields[list]
                cells = [part.cell, part.cell + 2].flatMap { place in
                    let items = row.items(at: place) ?? (first: 0, count: 0)
                    return (0..<items.count).map { items.first + $0 * part.stride + field.cell }
                }
            }
            for cell in cells where row.cells[cell] != NominalRow.none { found.append((field.path, Int(row.cells[cell]))) }
        }
        return found
    }

    /// The keys of an object, in its order. None of its strings holds a quote or a bracket.
    private func topLevelKeys(_ line: [UInt8]) -> [String] {
        var keys: [String] = []
        var depth = 0
        var start = 0
        for (place, byte) in line.enumerated() {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                if place + 1 < line.count, line[place + 1] == UInt8(ascii: ":"), depth == 1 {
                    keys.append(String(decoding: line[start..<place], as: UTF8.self))
                }
                start = place + 1
            default: break
            }
        }
        return keys
    }
}
