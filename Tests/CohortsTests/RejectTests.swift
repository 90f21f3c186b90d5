import Cohorts
import FieldDefinitions
import Notation
import Testing

@Suite("Rejecting a line")
struct RejectTests {
    @Test("a wrong value is named by its path, with what was found", arguments: [
        (#""ogsr2":82"#, "ogsr2", "ogsr2", "unknown field `ogsr2`: did you mean `ogrs2`?"),
        (#""shoe_size":9"#, "shoe_size", "shoe_size", "unknown field `shoe_size`"),
        (#""needs":{"drug":1}"#, "needs.drug", "drug", "did you mean `drugs`?"),
        (#""local":{"rough_sleeping":true}"#, "local.rough_sleeping", "rough_sleeping", "fields.lua"),
        (#""age":24"#, "age", "24", "give `date_of_birth` instead"),
        (#""age":null"#, "age", "null", "give `date_of_birth` instead"),
        (#""ogrs2":"82""#, "ogrs2", "82", "must be a number from 0 to 100 and is the text `82`"),
        (#""ogrs2":true"#, "ogrs2", "true", "must be a number"),
        (#""ogrs2":101"#, "ogrs2", "101", "from 0 to 100"),
        (#""ogrs2":-0.5"#, "ogrs2", "-0.5", "from 0 to 100"),
        (#""ogrs2":1e400"#, "ogrs2", "1e400", "too large"),
        (#""ogrs2":08"#, "ogrs2", "08", "does not count as a number"),
        (#""ogrs2":8."#, "ogrs2", "8.", "does not count as a number"),
        (#""ogrs2":.8"#, "ogrs2", ".8", "must be a number"),
        (#""ogrs2":+8"#, "ogrs2", "+8", "must be a number"),
        (#""ogrs2":NaN"#, "ogrs2", "NaN", "must be a number"),
        (#""ogrs2":{"value":82}"#, "ogrs2", "a record", "must be a number"),
        (#""ogrs2":[82]"#, "ogrs2", "a list", "must be a number"),
        (#""age_first_conviction":14.5"#, "age_first_conviction", "14.5", "must be a whole number"),
        (#""age_first_conviction":99999999999999999999"#, "age_first_conviction", "99999999999999999999", "too large"),
        (#""age_first_conviction":-1"#, "age_first_conviction", "-1", "whole number"),
        (#""mappa_level":4"#, "mappa_level", "4", "from 0 to 3"),
        (#""disability":1"#, "disability", "1", "must be true or false"),
        (#""disability":"yes""#, "disability", "yes", "must be true or false"),
        (#""disability":tru"#, "disability", "tru", "must be true or false"),
        (#""risk_of_harm":"hihg""#, "risk_of_harm", "hihg", "did you mean `high`?"),
        (#""risk_of_harm":"extreme""#, "risk_of_harm", "extreme", "`very_high`"),
        (#""risk_of_harm":"High""#, "risk_of_harm", "High", "did you mean `high`?"),
        (#""ethnicity":"IC3""#, "ethnicity", "IC3", "officer-observed"),
        (#""ethnicity":"ic1""#, "ethnicity", "ic1", "officer-observed"),
        (#""release_date":"2026-02-29""#, "release_date", "2026-02-29", "there is no such date"),
        (#""release_date":"2026-13-01""#, "release_date", "2026-13-01", "there is no such date"),
        (#""release_date":"2026-00-01""#, "release_date", "2026-00-01", "there is no such date"),
        (#""release_date":"2026-01-00""#, "release_date", "2026-01-00", "there is no such date"),
        (#""release_date":"0000-01-01""#, "release_date", "0000-01-01", "there is no such date"),
        (#""release_date":"01/02/2026""#, "release_date", "01/02/2026", "year first"),
        (#""release_date":"2026-1-1""#, "release_date", "2026-1-1", "year first"),
        (#""release_date":"2026-01-01T00:00""#, "release_date", "2026-01-01T00:00", "year first"),
        (#""release_date":"2026:01:01""#, "release_date", "2026:01:01", "year first"),
        (#""release_date":20260101"#, "release_date", "20260101", "must be a date"),
        (#""prison":7"#, "prison", "7", "must be text"),
        (#""prison":"\ud800""#, "prison", #"\ud800"#, "half a character"),
        (#""prison":"\u0000""#, "prison", #"\u0000"#, "NUL"),
        (#""prison":"\x""#, "prison", #"\x"#, "backslash"),
        ("\"prison\":\"a\tb\"", "prison", "a\u{FFFD}b", "control character"),
        (#""needs":[]"#, "needs", "a list", "must be a record"),
        (#""needs":3"#, "needs", "3", "must be a record"),
        (#""gang":{"role":"core"}"#, "gang.name", "nothing", "`gang.name` is required and is left out"),
        (#""offences":{}"#, "offences", "a record", "must be a list"),
        (#""offences":[1]"#, "offences[0]", "1", "must be a record"),
        (#""offences":[{"type":"arson","date":"2020-01-01","outcome":"nfa"},{"type":"arson","date":"2020-01-01"}]"#,
            "offences[1].outcome", "nothing", "is required"),
        (#""offences":[{"type":"arson","date":"2021-01-01","outcome":"nfa"},{"type":"arson","date":"2020-02-30","outcome":"nfa"}]"#,
            "offences[1].date", "2020-02-30", "no such date"),
        (#""offences":[{"type":"arson","date":"2020-01-01","outcome":"nfa","colour":1}]"#, "offences[0].colour", "colour", "unknown"),
        (#""offences":[{"type":"arson","date":null,"outcome":"nfa"}]"#, "offences[0].date", "null", "is required"),
        (#""orders":[{"kind":"drr","start":"2026-01-01","requirements":["a",1]}]"#, "orders[0].requirements", "1", "must be words"),
        (#""intelligence":[{"date":"2026-01-01","kind":"k","grade":"Z"}]"#, "intelligence[0].grade", "Z", "grade` is `Z`, and can only be `A`"),
        (#""intelligence":[{"date":"2026-01-01","kind":"k","grade":"B","assessment":"C"}]"#,
            "intelligence[0].assessment", "C", "says otherwise"),
        (#""borough":"Brent""#, "borough", "Brent", "given twice"),
        (#""offences":[],"ogrs2":1,"offences":[]"#, "offences", "a list", "given twice"),
        (#""needs":{"ete":1,"ete":1}"#, "needs.ete", "1", "given twice"),
    ])
    func values(more: String, path: String, got: String, message: String) throws {
        let reject = try #require(Decoded(line(more), number: 12).reject)
        #expect(reject.path == path)
        #expect(reject.got == got)
        #expect(reject.message.contains(message), "\(reject.message)")
        #expect(reject.line == 12)
        #expect(reject.id == "N-0001")
    }

    @Test("a required field that is left out, null or empty rejects the line", arguments: [
        "id", "borough", "date_of_birth", "convictions_total", "arrests_total", "custody_status", "statutory",
    ])
    func required(name: String) throws {
        let members = validLine.dropFirst().dropLast().split(separator: ",")
        let rest = members.filter { !$0.hasPrefix("\"\(name)\":") }
        #expect(rest.count == members.count - 1)
        let without = try #require(Decoded("{\(rest.joined(separator: ","))}").reject)
        #expect(without.path == name)
        #expect(without.got == "nothing")
        let null = try #require(Decoded("{\"\(name)\":null,\(rest.joined(separator: ","))}").reject)
        #expect(null.path == name)
        #expect(null.message.contains("required"))
        let empty = try #require(Decoded("{\"\(name)\":\"\",\(rest.joined(separator: ","))}").reject)
        #expect(empty.path == name)
    }

    @Test("a line that is no JSON object is rejected whole", arguments: [
        ("", "`{…}`"), ("   ", "`{…}`"), ("7", "`{…}`"), ("[]", "`{…}`"), ("null", "`{…}`"), ("{", "name in double quotes"),
        ("{}", "required"), ("{,}", "double quotes"), (#"{"id"}"#, "a colon"), (#"{"id":"N"#, "closing quote"),
        (#"{"id":"N"}}"#, "required"), (#"{"id":"N" "borough":"B"}"#, "a comma or `}`"), (#"{"id":"N",}"#, "double quotes"),
        ("{id:1}", "double quotes"), ("{'id':1}", "double quotes"), (validLine + "}", "closing brace"),
        (validLine + validLine, "closing brace"), (String(validLine.dropLast()), "a comma or `}`"),
        (line(#""offences":["#), "must be a record"), (String(line(#""offences":[{"type":"arson""#).dropLast()), "a comma or `}`"),
        (line(#""offences":[,]"#), "must be a record"),
    ])
    func notJSON(text: String, message: String) throws {
        let reject = try #require(Decoded(text).reject)
        #expect(reject.message.contains(message), "\(reject.message)")
    }

    @Test("bytes that are no text are rejected", arguments: [
        ([0x22, 0xFF, 0x22], "UTF-8"), ([0x22, 0xC0, 0xAF, 0x22], "UTF-8"), ([0x22, 0xED, 0xA0, 0x80, 0x22], "UTF-8"),
        ([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], "UTF-8"), ([0x22, 0xE2, 0x82, 0x22], "UTF-8"), ([0x22, 0xF0, 0x9F, 0x98], "UTF-8"),
        ([0x22, 0x00, 0x22], "NUL"),
    ] as [([UInt8], String)])
    func badBytes(value: [UInt8], message: String) throws {
        let bytes = Array(validLine.utf8.dropLast()) + Array(#","prison":"#.utf8) + value + [0x7D]
        let reject = try #require(Decoded(bytes).reject)
        #expect(reject.message.contains(message), "\(reject.message)")
    }

    @Test("a line nested ten thousand deep is rejected like any other", arguments: ["[", "{\"a\":", "{\"needs\":"])
    func deep(opening: String) {
        let nested = String(repeating: opening, count: 10_000)
        for more in ["\"ogrs2\":\(nested)", "\"x\":\(nested)", "\"offences\":\(nested)", "\"needs\":\(nested)"] {
            #expect(Decoded(line(more)).reject != nil)
        }
        #expect(Decoded(nested).reject != nil)
    }

    @Test("a line of more than 8 MiB is rejected")
    func long() throws {
        let reject = try #require(Decoded(line(#""prison":"\#(String(repeating: "x", count: 8 << 20))""#)).reject)
        #expect(reject.message.contains("most"))
    }

    @Test("the id is quoted where it can be read, wherever it stands")
    func id() {
        let members = validLine.dropFirst().dropLast().split(separator: ",")
        let last = "{\"ogrs2\":\"x\",\(members.dropFirst().joined(separator: ",")),\(members[0])}"
        #expect(Decoded(last).reject?.id == "N-0001")
        #expect(Decoded("{\"borough\":7}").reject?.id == nil)
        #expect(Decoded("{\"borough\":7,\"needs\":{\"id\":\"X\"}}").reject?.id == nil)
    }

    @Test("a long value is quoted in part")
    func longValue() throws {
        let reject = try #require(Decoded(line(#""risk_of_harm":"\#(String(repeating: "é", count: 5000))""#)).reject)
        #expect(reject.got.count == 80)
        #expect(reject.got.hasSuffix("…"))
        #expect(reject.message.utf8.count < 400)
    }

    @Test("a reject is one JSON object with its keys in a fixed order")
    func json() {
        var json = JSONWriter()
        Reject(line: 12, id: "N-1", path: "a", got: "\"", expected: "date", message: "m").write(to: &json)
        json.newline()
        Reject(line: 1, id: nil, path: "", got: "", expected: "e", message: "m").write(to: &json)
        #expect(json.text == #"""
            {"line":12,"id":"N-1","path":"a","got":"\"","expected":"date","message":"m"}
            {"line":1,"id":null,"path":"","got":"","expected":"e","message":"m"}
            """#)
    }

    @Test("a good line after a bad one is read as if nothing had been")
    func recovery() {
        var decoder = NominalDecoder(layout: standardLayout)
        let row = NominalRow(layout: standardLayout)
        for bad in ["{", line(#""offences":[{"type":"arson""#), line(#""intelligence":[{"date":"2026-01-01","kind":"k","grade":"E"},7]"#)] {
            #expect(Array(bad.utf8).withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) } != nil)
            let good = Array(line(#""intelligence":[]"#).utf8)
            #expect(good.withUnsafeBytes { decoder.decode($0, lineNumber: 2, into: row) } == nil)
            #expect(row.id == "N-0001")
        }
    }
}
