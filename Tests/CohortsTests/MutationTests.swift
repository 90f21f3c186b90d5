import Cohorts
import Foundation
import Testing

@Suite("Damaged lines")
struct MutationTests {
    static let lines: [String] = [
        validLine,
        line(#"""
            "sex":"M","ethnicity":"W1","disability":false,"age_first_conviction":14,"ogrs2":82,"ogrs2_date":"2026-05-01",\#
            "risk_of_harm":"high","managing_agency":"NPS","mappa_level":2,"prison":"HMP Dovegate","release_date":"2026-12-01",\#
            "needs":{"accommodation":1,"drugs":2,"mental_health":0},"gang":{"name":"Marsh Lane","role":"core","since":"2025-01-01"}
            """#),
        line(#"""
            "offences":[{"type":"arson","date":"2020-01-01","outcome":"convicted","convicted_on":"2020-05-01","value":120.5},\#
            {"type":"robbery","date":"2019-01-01","outcome":"nfa"}],"orders":[{"kind":"custody","start":"2020-05-01","end":"2021-01-01",\#
            "requirements":["gps_tag","curfew"]}],"intelligence":[{"date":"2026-01-01","source":1,"assessment":"E","handling":"C",\#
            "kind":"sighting"},{"date":"2025-01-01","grade":"B","kind":"vehicle"}],"scores":[{"date":"2026-01-01","matrix":"risk",\#
            "score":48.25,"band":"red","flags":"P D"}],"taskings":[],"engagement":{"offered":4,"attended":3,"last_contact":"2026-01-01"}
            """#),
        line(#""prison":"Élan \"B\" \u00e9\ud83d\ude00\\","associates":[{"id":"N-2","kind":"gang"},{"id":"N-3","kind":"family","date":"2026-01-01"}]"#),
    ]

    @Test("whatever is done to a line, it is read or rejected, and what is read is JSON", arguments: 0..<4)
    func mutations(seed: Int) {
        var numbers = Numbers(seed: UInt64(seed) &* 977 &+ 5)
        var decoder = NominalDecoder(layout: standardLayout)
        var read = 0
        for _ in 0..<5000 {
            var bytes = Array(numbers.pick(MutationTests.lines).utf8)
            for _ in 0...numbers.below(3) { MutationTests.mutate(&bytes, &numbers) }
            let row = NominalRow(layout: standardLayout)
            let reject = bytes.withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) }
            if let reject {
                #expect(!reject.message.isEmpty)
            } else {
                read += 1
                #expect((try? JSONSerialization.jsonObject(with: Data(bytes))) != nil, "\(String(decoding: bytes, as: UTF8.self))")
                #expect(Decoded(bytes).damage == [])
            }
        }
        // Most damage shows; some, such as another digit in a name, leaves a line as good as before.
        #expect(read > 50 && read < 4000)
    }

    static func mutate(_ bytes: inout [UInt8], _ numbers: inout Numbers) {
        guard !bytes.isEmpty else { return }
        let place = numbers.below(bytes.count)
        let end = min(bytes.count, place + 1 + numbers.below(40))
        switch numbers.below(8) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: numbers.next())
        case 2: bytes[place] ^= 1 << UInt8(numbers.below(8))
        case 3: bytes.insert(numbers.pick(Array("{}[]\",:\\0-9.eE tfnu".utf8)), at: place)
        case 4: bytes.removeSubrange(place..<end)
        case 5: bytes.insert(contentsOf: Array(bytes[place..<end]), at: numbers.below(bytes.count))
        case 6:
            let opening = numbers.pick(["[", "{\"id\":", "[{", "{\"a\":["])
            bytes.insert(contentsOf: Array(String(repeating: opening, count: 1 + numbers.below(100)).utf8), at: place)
        default:
            let texts = ["null", "1e999", "-", "\\ud83d", "\\u0000", "\"\"", "2026-02-30", "99999999999999999999", " ", "\u{2028}"]
            bytes.insert(contentsOf: Array(numbers.pick(texts).utf8), at: place)
        }
    }

    @Test("every beginning of a line is rejected, and the whole line read", arguments: lines)
    func truncated(text: String) {
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count { #expect(Decoded(Array(bytes[..<length])).reject != nil) }
        #expect(Decoded(bytes).reject == nil)
    }
}
