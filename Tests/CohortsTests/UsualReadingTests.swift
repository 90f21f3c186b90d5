import Cohorts
import FieldDefinitions
import Notation
import Testing

/// What is written as usual is read in one go, everything else step by step. A tab before a line has all of it read step by step.
@Suite("Lines written as usual")
struct UsualReadingTests {
    private static let people = SyntheticCohort(seed: 11, asOf: Day(number: 20_758))

    @Test("are read as step by step, damaged or not", arguments: 0..<4)
    func alike(seed: Int) {
        var numbers = Numbers(seed: UInt64(seed) &* 331 &+ 9)
        var decoder = NominalDecoder(layout: standardLayout)
        var (read, rejected) = (0, 0)
        for place in 0..<600 {
            var bytes = place % 3 == 0 ? Array(numbers.pick(MutationTests.lines).utf8) : UsualReadingTests.people.line(numbers.below(400))
            if numbers.below(4) > 0 { MutationTests.mutate(&bytes, &numbers) }
            let usual = Decoded(bytes, with: &decoder)
            let steps = Decoded([0x09] + bytes)
            #expect(said(usual) == said(steps), "\(String(decoding: bytes, as: UTF8.self))")
            if usual.reject == nil {
                read += 1
                #expect(usual.everything == steps.everything, "\(String(decoding: bytes, as: UTF8.self))")
                #expect(usual.damage == [])
            } else {
                rejected += 1
            }
        }
        #expect(read > 80 && rejected > 80, "\(read) read, \(rejected) rejected")
    }

    static let items: [String] = [
        #"{"type":"arson","date":"2020-01-01","outcome":"convicted"}"#,
        #"{"date":"2020-01-02","outcome":"nfa","type":"fraud"}"#,
        #"{ "type":"arson","date":"2020-01-03","outcome":"convicted"}"#,
        #"{"type":"arson" ,"date":"2020-01-04","outcome":"convicted"}"#,
        #"{"type":"arson","date": "2020-01-05","outcome":"convicted"}"#,
        #"{"type":"arson","date":"2020-01-06","outcome":"convicted" }"#,
        #"{"type":"arson","date":"2020-01-07","outcome":"convicted","convicted_on":null}"#,
        #"{"convicted_on":null,"type":"Arson","date":"2020-01-08","outcome":"CONVICTED"}"#,
        #"{"type":"arson","date":"2020-01-09","outcome":"convicted","value":120.5}"#,
        #"{"type":"arson","date":"2020-01-10","outcome":"convicted","value":12}"#,
        #"{"type":"arson","date":"2020-01-11","outcome":"convicted","type":"arson"}"#,
        #"{"type":"arson","date":"2020-01-12"}"#,
        #"{"type":null,"date":"2020-01-13","outcome":"convicted"}"#,
        #"{"type":"arson","date":"2020-02-30","outcome":"convicted"}"#,
        #"{"type":"arson","date":"2020-01-14","outcome":"convicted",}"#,
        #"{"type":"arson","date":"2020-01-15","outcome":"convicted"}}"#,
        #"{"type":"arson","date":"2020-01-16","outcome":""}"#,
        #"{"type":"arson","date":"1066-10-14","outcome":"convicted"}"#,
        "{}",
    ]

    @Test("lose nothing where one item among others is written otherwise", arguments: items)
    func oneAmongOthers(item: String) {
        let usual = items[0]
        // With fields behind the list, and with nothing: near its end a line is read step by step.
        for tail in [#","prison":"HMP Dovegate, in the north of the county, where nobody is""#, ""] {
            for offences in ["\(item),\(usual),\(usual)", "\(usual),\(item),\(usual)", "\(usual),\(usual),\(item)"] {
                let bytes = Array(line(#""offences":[\#(offences)]\#(tail)"#).utf8)
                let (quick, steps) = (Decoded(bytes), Decoded([0x09] + bytes))
                #expect(said(quick) == said(steps))
                if quick.reject == nil { #expect(quick.everything == steps.everything) }
            }
        }
    }

    /// A report's assessment may be given as its grade as well.
    static let reports: [String] = [
        #"{"grade":"B","date":"2024-01-01"}"#,
        #"{"date":"2024-01-02","grade":"B"}"#,
        #"{"date":"2024-01-03","grade":"B" }"#,
        #"{"grade":"B" ,"date":"2024-01-04"}"#,
        #"{"grade": "B","date":"2024-01-05"}"#,
        #"{"assessment":"B","grade":"B","date":"2024-01-06"}"#,
        #"{"assessment":"B","date":"2024-01-07","grade":"B"}"#,
        #"{"grade":"B","assessment":"C","date":"2024-01-08"}"#,
        #"{"assessment":"B" ,"grade":"C","date":"2024-01-09"}"#,
        #"{"date":"2024-01-10","grade":"C" ,"assessment":"C"}"#,
        #"{"grade":"E","assessment":"E","date":"2024-01-11"}"#,
        #"{"grade":"E" ,"date":"2024-01-12"}"#,
        #"{"grade":null,"assessment":"D","date":"2024-01-13"}"#,
        #"{"assessment":"D","grade":null,"date":"2024-01-14"}"#,
        #"{"grade":"B","grade":"B","date":"2024-01-15"}"#,
        #"{"grade":"Q","date":"2024-01-16"}"#,
        #"{"grade":"","date":"2024-01-17"}"#,
        #"{"date":"2024-01-18"}"#,
    ]

    @Test("are read as step by step where a field goes by another name", arguments: reports)
    func otherName(report: String) {
        for usual in [#"{"date":"2024-02-01","grade":"C"}"#, #"{"assessment":"C","date":"2024-02-01"}"#] {
            for list in ["\(report),\(usual),\(usual)", "\(usual),\(report),\(usual)", "\(usual),\(usual),\(report)"] {
                let bytes = Array(line(#""intelligence":[\#(list)],"prison":"HMP Dovegate, in the north of the county, where nobody is""#).utf8)
                let (quick, steps) = (Decoded(bytes), Decoded([0x09] + bytes))
                #expect(said(quick) == said(steps))
                if quick.reject == nil { #expect(quick.everything == steps.everything) }
            }
        }
    }

    /// A line with many reports, of which those assessed E are set aside.
    private static func reports(_ count: Int, _ numbers: inout Numbers) -> [UInt8] {
        let items = (0..<count).map { _ in
            #"{"assessment":"\#(numbers.pick(["A", "C", "E", "E", "nonsense"]))","date":"2024-0\#(1 + numbers.below(9))-0\#(1 + numbers.below(9))"}"#
        }
        return Array(line(#""intelligence":[\#(items.joined(separator: ","))]"#).replacing("nonsense", with: numbers.below(20) == 0 ? "nonsense" : "B").utf8)
    }

    @Test("lose none of many items that are set aside", arguments: [1, 50, 120, 128, 129, 200, 700])
    func manyAside(count: Int) {
        let report = #"{"assessment":"E","date":"2024-01-02"}"#
        let decoded = Decoded(line("\"intelligence\":[\(Array(repeating: report, count: count).joined(separator: ","))]"))
        #expect(decoded.values("intelligence.assessment", aside: true) == Array(repeating: "E", count: count))
        #expect(decoded.values("intelligence.assessment") == [])
    }

    @Test("leave nothing behind for the next line in the same row", arguments: 0..<4)
    func again(seed: Int) {
        var numbers = Numbers(seed: UInt64(seed) &* 71 &+ 5)
        var decoder = NominalDecoder(layout: standardLayout)
        let row = NominalRow(layout: standardLayout)
        var read = 0
        for place in 0..<300 {
            var bytes = place % 2 == 0 ? Self.reports(numbers.below(place % 20 == 0 ? 900 : 9), &numbers) : UsualReadingTests.people.line(numbers.below(400))
            if numbers.below(3) == 0 { MutationTests.mutate(&bytes, &numbers) }
            let (again, alone) = (Decoded(bytes, with: &decoder, into: row), Decoded(bytes))
            #expect(said(again) == said(alone))
            guard again.reject == nil else { continue }
            read += 1
            #expect(again.everything == alone.everything, "\(String(decoding: bytes, as: UTF8.self))")
            #expect(again.damage == [])
        }
        #expect(read > 120, "\(read)")
    }

    private var items: [String] { UsualReadingTests.items }

    /// The reject without the number of the byte, which the tab makes one more.
    private func said(_ decoded: Decoded) -> Reject? {
        guard var reject = decoded.reject else { return nil }
        reject.message.replace(/byte [0-9]+/, with: "byte")
        return reject
    }
}
