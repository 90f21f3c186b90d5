import Decisions
import PackTestKit
import Testing

@Suite struct ClassificationTests {
    private func classes(_ pick: String, _ conditions: String..., otherwise: Bool = false, when: String = "false") throws -> Decision {
        let rows = conditions.enumerated().map { #"{ "c\#($0)", "Class \#($0)", when = function(n) return \#($1) end }"# }
        let last = otherwise ? [#"{ "rest", "The rest" }"#] : []
        return try decide("""
            classification "k" { title = "K", pick = "\(pick)", classes = { \((rows + last).joined(separator: ", ")) } }
            selection { { "s", "S", when = function(n, d) return \(when) end } }
            """)
    }

    @Test("`first` takes the first match, and the class without `when` where none matches")
    func first() throws {
        #expect(try classes("first", "false", "true", "true", when: #"d.class.k == "c1""#).recommendation.action == .select)
        #expect(try classes("first", "false", "false", otherwise: true).classes.first?.classes == ["rest"])
        #expect(try classes("first", "true", "n.ogrs2 > 1").classes.first?.classes == ["c0"])
    }

    @Test("`first` is unknown where a class before the first match is")
    func firstUnknown() throws {
        let decision = try classes("first", "n.ogrs2 > 1", "true", when: #"d.class.k == "c1""#)
        #expect(decision.classes.first?.classes == nil && decision.classes.first?.unknown == ["ogrs2"])
        #expect(decision.recommendation.unknown == ["ogrs2"])
    }

    @Test("`one` is an error where two match and where none does")
    func one() throws {
        #expect(try classes("one", "false", "true").classes.first?.classes == ["c1"])
        let two = try classes("one", "true", "true").error
        #expect(two?.code == "ambiguous_class" && two?.rule == "class.k" && two?.message.contains("`c0` and `c1`") == true)
        #expect(try classes("one", "false", "false").error?.code == "no_class")
        #expect(try classes("one", "false", "false", otherwise: true).classes.first?.classes == ["rest"])
    }

    @Test("`any` gives all that match, as a set")
    func any() throws {
        let decision = try classes("any", "true", "false", "true", when: #"d.class.k["c0"] and not d.class.k["c1"] and d.class.k["c2"] and #d.class.k == 2"#)
        #expect(decision.classes.first?.classes == ["c0", "c2"] && decision.recommendation.action == .select)
        #expect(try classes("any", "false").classes.first?.classes == [])
    }

    @Test("no class that matches leaves its reader unknown")
    func none() throws {
        let decision = try classes("first", "false", when: #"d.class.k == "c0""#)
        #expect(decision.recommendation.action == .refer && decision.recommendation.unknown == ["class.k"])
    }

    @Test("records show a class as a name, several as a list, an unknown one as null", arguments: [
        ("first", "true", #""classes":{"k":"c"}"#), ("any", "true", #""classes":{"k":["c"]}"#), ("first", "n.ogrs2 > 1", #""classes":{"k":null}"#),
    ])
    func record(pick: String, when: String, json: String) async throws {
        let pack = try TestPack(#"classification "k" { title = "K", pick = "\#(pick)", classes = { { "c", "C", when = function(n) return \#(when) end } } }"#).load()
        #expect(try await RanCohort(pack, [TestNominal.neutral.line]).lines[0].contains(json))
    }
}
