import Cohorts
import Testing

@Suite("Fields that must agree")
struct CrossFieldTests {
    @Test("two dates the wrong way round reject the line", arguments: [
        (#""orders":[{"kind":"drr","start":"2026-01-01"},{"kind":"drr","start":"2026-01-02","end":"2026-01-01"}]"#,
            "orders[1].end", "2026-01-01", "2026-01-02"),
        (#""taskings":[{"kind":"visit","opened":"2026-01-02","due":"2026-01-01","status":"open"}]"#,
            "taskings[0].due", "2026-01-01", "2026-01-02"),
        (#""offences":[{"type":"arson","date":"2026-01-02","outcome":"convicted","convicted_on":"2026-01-01"}]"#,
            "offences[0].convicted_on", "2026-01-01", "2026-01-02"),
        (#""offences":[{"type":"arson","date":"2001-01-02","outcome":"nfa"},{"type":"arson","date":"1990-04-30","outcome":"nfa"}]"#,
            "offences[1].date", "1990-04-30", "1990-05-01"),
        (#""engagement":{"offered":3,"attended":4,"last_contact":"2026-01-01"}"#, "engagement.attended", "4", "3"),
        (#""release_date":"2026-01-01","orders":[{"kind":"custody","start":"2026-01-02"}]"#, "release_date", "2026-01-01", "custody"),
        (#""release_date":"2026-01-01","orders":[{"kind":"custody","start":"2026-01-02"},{"kind":"custody","start":"2026-01-03"}]"#,
            "release_date", "2026-01-01", "custody"),
    ])
    func wrong(more: String, path: String, got: String, other: String) throws {
        let reject = try #require(Decoded(line(more)).reject)
        #expect(reject.path == path)
        #expect(reject.got == got)
        #expect(reject.message.contains(other), "\(reject.message)")
    }

    @Test("the same day, a lone date and dates in order are in order", arguments: [
        #""orders":[{"kind":"drr","start":"2026-01-01","end":"2026-01-01"}]"#,
        #""orders":[{"kind":"drr","start":"2026-01-01","end":null}]"#,
        #""taskings":[{"kind":"visit","opened":"2026-01-02","due":"2026-01-02","status":"open"}]"#,
        #""offences":[{"type":"arson","date":"1990-05-01","outcome":"convicted","convicted_on":"1990-05-01"}]"#,
        #""engagement":{"offered":3,"attended":3,"last_contact":"2026-01-01"}"#,
        #""release_date":"2026-01-02","orders":[{"kind":"custody","start":"2026-01-02"}]"#,
        #""release_date":"2026-01-01","orders":[{"kind":"custody","start":"2025-01-02"},{"kind":"custody","start":"2026-01-03"}]"#,
        #""release_date":"2026-01-01","orders":[{"kind":"licence","start":"2026-01-02"}]"#,
        #""release_date":"2026-01-01","orders":[]"#,
        #""release_date":"2026-01-01""#,
    ])
    func right(more: String) {
        #expect(Decoded(line(more)).reject == nil)
    }

    @Test("somebody in custody is not released before the latest order began")
    func inCustody() {
        let orders = #""orders":[{"kind":"custody","start":"2025-01-02"},{"kind":"custody","start":"2026-01-03"}]"#
        let text = line(#""release_date":"2026-01-01",\#(orders)"#)
        #expect(Decoded(text).reject == nil)
        let inside = text.split(separator: "\"custody_status\":\"none\"").joined(separator: "\"custody_status\":\"custody\"")
        #expect(Decoded(inside).reject?.path == "release_date")
    }

    @Test("an offence before birth is found though the date of birth comes last")
    func birthLast() throws {
        let members = validLine.dropFirst().dropLast().split(separator: ",")
        let birth = members.filter { $0.hasPrefix("\"date_of_birth\"") }
        let rest = members.filter { !$0.hasPrefix("\"date_of_birth\"") }
        func text(_ date: String) -> String {
            let offences = #""offences":[{"type":"arson","date":"2020-01-01","outcome":"nfa"},{"type":"arson","date":"\#(date)","outcome":"nfa"}]"#
            return "{\((rest + [offences[...]] + birth).joined(separator: ","))}"
        }
        let reject = try #require(Decoded(text("1990-04-30")).reject)
        #expect(reject.path == "offences[1].date")
        #expect(reject.got == "1990-04-30")
        let right = Decoded(text("1990-05-01"))
        #expect(right.reject == nil)
        #expect(right.values("offences.date") == ["1990-05-01", "2020-01-01"])
    }
}
