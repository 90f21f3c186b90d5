import Decisions
import PackTestKit
import Testing

/// The decision so far: worked out when first read, in any order, never in a loop.
@Suite struct AnswersTests {
    @Test("answers are read in any order of declaration")
    func anyOrder() throws {
        let decision = try decide("""
            selection { { "s", "S", when = function(n, d) return d.class.k == "yes" end } }
            classification "k" { title = "K", classes = { { "yes", "Yes", when = function(n, d) return d.table.t == "B" end } } }
            decision_table "t" { title = "T", inputs = { { "i", of = function(n, d) return d.score.m end } }, outputs = { { "o" } }, rows = { { "> 3", "->", "B" } } }
            matrix "m" { title = "M", range = { 0, 10 }, rows = { { "a", "A", max = 5, points = function(n, d) return d.met.c and 5 or 0 end } } }
            criteria "c" { title = "C", all = { { "x", "X", function(n) return n.convictions_total == 3 end } } }
            """)
        #expect(decision.recommendation.action == .select)
        #expect(decision.recommendation.because == ["K: Yes."])
    }

    @Test("an answer is worked out once for each nominal, however often it is read")
    func once() throws {
        let decision = try decide("""
            criteria "c" { title = "C", all = { { "x", "X", function() print("worked out") return true end } } }
            selection { { "a", "A", when = function(n, d) return d.met.c and d.met.c and false end }, { "b", "B", when = function(n, d) return d.met.c end } }
            """)
        #expect(decision.trace == ["worked out"])
    }

    @Test("a loop is an error that names its path")
    func loop() throws {
        let error = try decide("""
            criteria "a" { title = "A", all = { { "x", "X", function(n, d) return d.score.m > 1 end } } }
            matrix "m" { title = "M", range = { 0, 9 }, rows = { { "r", "R", points = function(n, d) return d.class.k == "y" and 1 or 0 end } } }
            classification "k" { title = "K", classes = { { "y", "Y", when = function(n, d) return d.met.a end } } }
            """).error
        #expect(error?.code == "loop")
        #expect(error?.message == "the rules read one another in a loop: criteria.a → matrix.m → class.k → criteria.a")
    }

    @Test("a rule that reads itself is a loop of one")
    func selfLoop() throws {
        let error = try decide(#"criteria "a" { title = "A", all = { { "x", "X", function(n, d) return d.met.a end } } }"#).error
        #expect(error?.message == "the rules read one another in a loop: criteria.a → criteria.a")
    }

    @Test("reading an unknown answer makes the reader unknown for want of the same data")
    func passesOn() throws {
        let decision = try decide("""
            criteria "c" { title = "C", all = { { "x", "X", function(n) return n.ogrs2 > 50 end } } }
            classification "k" { title = "K", classes = { { "y", "Y", when = function(n, d) return d.met.c end } } }
            selection { { "s", "S", when = function(n, d) return d.class.k == "y" end } }
            """)
        #expect(decision.recommendation.unknown == ["ogrs2"])
        #expect(decision.recommendation.because == ["“S” cannot be decided: OGRS2 is not known."])
    }

    @Test("an answer that nobody declared is an error with the nearest name", arguments: [
        ("d.met.gto", "there are no criteria named `gto`: did you mean `gt`?"),
        ("d.score.sack", "there is no matrix named `sack`: did you mean `sac`?"),
        ("d.band.sack", "there is no matrix with bands named `sack`: did you mean `sac`?"),
        ("d.row.sac.burglry", "matrix `sac` has no row `burglry`: did you mean `burglary`?"),
        ("d.scores.sac", "the decision so far has no `scores`: did you mean `score`?"),
    ])
    func undeclared(expression: String, message: String) throws {
        let decision = try decide("""
            criteria "gt" { title = "G", all = { { "x", "X", function() return true end } } }
            matrix "sac" { title = "S", range = { 0, 9 }, rows = { { "burglary", "B", points = 1 } }, bands = { { "b", "B" } } }
            selection { { "s", "S",
              when = function(n, d) return \(expression) end } }
            """)
        #expect(decision.error?.message == message && decision.error?.code == "undefined_name")
        #expect(decision.error?.file == "rules.lua" && decision.error?.line == 4 && decision.error?.rule == "selection.s")
    }

    @Test("`pcall` cannot swallow unknown")
    func pcallUnknown() throws {
        let decision = try decide(#"selection { { "s", "S", when = function(n) local ok = pcall(function() return n.ogrs2 > 50 end) return true end } }"#)
        #expect(decision.recommendation.action == .refer && decision.recommendation.unknown == ["ogrs2"])
    }

    @Test("`pcall` catches an error of the rule's own")
    func pcallError() throws {
        #expect(try value(of: ##"select("#", pcall(error, "x")) .. tostring((pcall(error, "x")))"##) == "2false")
    }

    @Test("what is printed goes to the trace, in order")
    func trace() throws {
        let decision = try decide(#"selection { { "s", "S", when = function(n) print("a", 1, n.age) print(as_of) return false end } }"#)
        #expect(decision.trace == ["a\t1\t36", "2026-11-01"])
    }

    @Test("the trace is bounded")
    func boundedTrace() throws {
        let decision = try decide(#"selection { { "s", "S", when = function(n) for i = 1, 3000 do print("a line of some length to fill the trace", i) end return false end } }"#)
        #expect(decision.trace.joined().utf8.count < 70_000 && decision.trace.count < 3000)
    }
}
