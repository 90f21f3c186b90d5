import Foundation
import TestSupport
import Testing

@Suite("a rule that fails")
struct FailingRuleTests {
    /// What a rule does to fail for one person, and a word of what is said of it.
    static let failures = [
        ("error(\"boom\")", "boom"), ("error({})", "table"), ("local x = nil; return x.y", "no value"), ("return 1 + {}", "calculated"),
        ("while true do end", "longer"), ("local t = {}; for i = 1, 1000 do t[i] = string.rep(\"x\", 60000) .. i end", "memory"), ("local function f() return 1 + f() end; return f()", "memory"),
        ("string.rep(\"x\", 1 << 40)", "string.rep"), ("return n.ogrs2", "ogrs2"), ("n.borough = \"x\"", "borough"),
        ("pcall(function() while true do end end); while true do end", "longer"), ("return 1", "number"),
    ]

    @Test("makes that person's record an error, and leaves every other as it was", arguments: failures)
    func failing(body: String, words: String) throws {
        let work = try Workplace()
        try work.write(
            SmallPack(
                rules: """
                    selection {
                      { "convicted", "Convicted of an offence", when = function(n)
                          if n.convictions_total == 13 then
                            \(body)
                          end
                          return n.convictions_total >= 1
                        end },
                    }

                    """))
        let others = [Line.of("A"), Line.of("B", convictions: 0), Line.of("C", convictions: 14)]
        try work.write("others.ndjson", Line.file(others))
        try work.write("all.ndjson", Line.file([others[0], Line.of("X", convictions: 13), others[1], Line.of("Y", convictions: 13), others[2]]))
        let alone = try work.run("evaluate", "rules/small", "others.ndjson", "--as-of", Workplace.date)
        let all = try work.run("evaluate", "rules/small", "all.ndjson", "--as-of", Workplace.date)
        #expect(alone.status == 0)
        #expect(all.status == 3)
        #expect(all.err.contains("a rule failed for 2 nominals: see `error` in their records"))
        let records = all.out.lines
        #expect([records[0], records[2], records[4]] == alone.out.lines)
        for record in [records[1], records[3]] {
            #expect(try Schema.faults(record, "decision") == [])
            let value = try JSONValue(record)
            #expect(value.at("recommendation.action")?.text == "refer")
            #expect(value.at("error.rule")?.text == "selection.convicted")
            #expect(value.at("error.file")?.text == "rules.lua")
            if case .number(let line) = value.at("error.line") { #expect((2...6).contains(line)) } else { Issue.record("no line: \(record)") }
            let message = try #require(value.at("error.message")?.text)
            #expect(message.contains(words))
        }
    }

    @Test("explained, it is said with its place, and the person is told no more than that; the exit code is 3")
    func explained() throws {
        let work = try Workplace()
        try work.write(
            SmallPack(rules: "selection {\n  { \"convicted\", \"Convicted of an offence\", when = function() error(\"boom\") end },\n}\n"))
        try work.write("people.ndjson", Line.of("A") + "\n")
        let text = try work.run("explain", "rules/small", "people.ndjson", "A")
        #expect(text.status == 3)
        #expect(text.out.contains("rules.lua:2: boom"))
        let letter = try work.run("explain", "rules/small", "people.ndjson", "A", "--letter")
        #expect(letter.status == 3)
        #expect(!letter.out.contains("boom"))
        #expect(letter.out.contains("People will look at your case."))
    }
}
