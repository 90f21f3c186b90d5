import Cohorts
import Testing

@Suite("the members of a line")
struct LineMembersTests {
    private func replaced(_ line: String, _ values: (String, String)...) throws -> String {
        String(decoding: try LineMembers(Array(line.utf8)).replacing(values.map { ($0.0, Array($0.1.utf8)) }), as: UTF8.self)
    }

    @Test("that are not replaced keep their bytes, blanks and order")
    func kept() throws {
        let line = #"{ "id" : "N-1" ,"cohort":{"category":"a}"},"x":[1, 2 ,{"y":"\"]"}] , "z":1.50 }"#
        #expect(try replaced(line) == line)
        #expect(try replaced(line, ("cohort", "null")) == #"{ "id" : "N-1" ,"cohort":null,"x":[1, 2 ,{"y":"\"]"}] , "z":1.50 }"#)
        #expect(try replaced(line, ("z", "2"), ("id", "3"), ("x", "[]")) == #"{ "id" : 3 ,"cohort":{"category":"a}"},"x":[] , "z":2 }"#)
    }

    @Test("that were not there come behind the others")
    func added() throws {
        #expect(try replaced(#"{"id":"N-1"}"#, ("taskings", "[]"), ("a\"b", "1")) == #"{"id":"N-1","taskings":[],"a\"b":1}"#)
    }

    @Test("are found by their names however those are written")
    func escapedNames() throws {
        #expect(try replaced(#"{"id":"N-1","coh\u006frt":null}"#, ("cohort", "1")) == #"{"id":"N-1","coh\u006frt":1}"#)
    }

    @Test("give the texts of a record and the items of a list")
    func parts() throws {
        let members = try LineMembers(Array(#"{"cohort":{"category":"c\u00e9","since":"2026-01-01","n":3},"none":null,"list":[ {"a":"x"} ,{"b":1}]}"#.utf8))
        #expect(try members.texts(of: "cohort") == ["category": "cé", "since": "2026-01-01"])
        #expect(try members.texts(of: "none") == nil && members.texts(of: "other") == nil)
        #expect(try members.items(of: "list").map { String(decoding: $0.bytes, as: UTF8.self) } == [#"{"a":"x"}"#, #"{"b":1}"#])
        #expect(try members.items(of: "list").map(\.texts) == [["a": "x"], [:]])
        #expect(try members.items(of: "none").isEmpty)
    }

    @Test("are refused where the line is no object", arguments: ["", "[1]", #"{"id":"N-1""#, #"{"id""#])
    func broken(line: String) {
        #expect(throws: (any Error).self) { try LineMembers(Array(line.utf8)) }
    }
}
