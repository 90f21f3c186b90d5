@testable import Board
import DecisionStore
import HTTPTypes
import Foundation
import Notation
import TaskingProcess
import TestSupport
import Testing

@Suite("What the API hands out")
struct APIReadTests {
    let place: SitePlace
    let program: Program

    init() throws {
        place = try SitePlace()
        try place.run(["N-1": 9, "N-2": 8, "N-3": 1])
        program = try place.client()
    }

    @Test("recommendations say what, why, by which pack and on what decision")
    func recommendations() async throws {
        let answer = try await program.get("/recommendations")
        #expect(answer.status == 200 && answer.page.headers[.contentType] == "application/json" && answer.page.headers[.cacheControl] == "no-store")
        #expect(try APIShape.faults(answer, "Recommendations") == [])
        #expect(answer.ids("recommendations") == ["R1", "R2"])
        let first = answer.json["recommendations"]?.items.first
        #expect(["nominal", "decision", "state", "action", "category", "rule", "pack", "version"].map { first?[$0]?.text } == ["N-1", "1.1", "open", "select", "core", "join", "camford", "1.0.0"])
        #expect(first?["standing"]?["standing"]?.text == "none")
        #expect(answer.json["next"]?.text == "R2" && answer.json["more"] == .bool(false))
    }

    @Test("who is handed out is a row of the log each time, and who is not is none")
    func isLogged() async throws {
        _ = try await program.get("/recommendations?limit=1")
        _ = try await program.get("/tasks?limit=1")
        _ = try await program.get("/nominals/N-1")
        _ = try await program.get("/decisions/1.1")
        let why = "(nightly update of cases)"
        #expect(
            try place.log(about: "N-1", by: "client:ecins") == [
                "consultation: handed out, R1 \(why)", "consultation: handed out, T1 \(why)", "consultation: handed out \(why)", "consultation: handed out, decision 1.1 \(why)",
            ])
        #expect(try place.log(by: "client:ecins").count == 4)
    }

    @Test("a list is read in parts that neither miss nor repeat anything, whatever happens in between", arguments: ["recommendations", "tasks"])
    func parts(list: String) async throws {
        let first = try await program.get("/\(list)?limit=1")
        #expect(first.json["more"] == .bool(true))
        try place.runAgain(["N-0": 9])
        var seen = first.ids(list), next = first.json["next"]?.text ?? "", more = true
        while more {
            let answer = try await program.get("/\(list)?limit=1&after=\(next)")
            seen += answer.ids(list)
            next = answer.json["next"]?.text ?? ""
            more = answer.json["more"] == .bool(true)
        }
        let letter = list == "tasks" ? "T" : "R"
        #expect(seen == [1, 2, 3].map { "\(letter)\($0)" })
        #expect(try await program.get("/\(list)?after=\(next)").json["next"]?.text == next)
    }

    @Test("what a panel has decided does not wait any more, and can be asked for")
    func decided() async throws {
        _ = try Panel(place.store, people: try place.site.people()).record(1, PanelAct(.confirm), by: "p.lee")
        #expect(try await program.get("/recommendations").ids("recommendations") == ["R2"])
        #expect(try await program.get("/recommendations?state=confirmed").ids("recommendations") == ["R1"])
        #expect(try await program.get("/recommendations?state=departed").ids("recommendations") == [])
        let all = try await program.get("/recommendations?state=all")
        #expect(try APIShape.faults(all, "Recommendations") == [])
        #expect(all.ids("recommendations") == ["R1", "R2"])
        let nominal = try await program.get("/nominals/N-1")
        #expect(try APIShape.faults(nominal, "Nominal") == [])
        #expect(nominal.json["standing"]?["category"]?.text == "core" && nominal.json["recommendation"] == .null)
    }

    @Test("nobody who is restricted is handed out")
    func restricted() async throws {
        #expect(try place.store.restrict("N-1", who: "s.webb", why: "asked for it"))
        #expect(try await program.get("/recommendations?state=all").ids("recommendations") == ["R2"])
        #expect(try await program.get("/tasks?status=all").ids("tasks") == ["T2"])
        for path in ["/nominals/N-1", "/decisions/1.1"] { #expect(try await program.get(path).problem == "not-found") }
        #expect(try await program.say("/tasks/T1/done", nil).problem == "not-found")
        #expect(try place.log(about: "N-1", by: "client:ecins") == [])
    }

    @Test("a client of another borough is handed out nobody, and is not told that they are there")
    func otherBorough() async throws {
        let north = try place.client("north", boroughs: ["Northton"])
        #expect(try await north.get("/recommendations?state=all").ids("recommendations") == [])
        #expect(try await north.get("/tasks?status=all").ids("tasks") == [])
        #expect(try await north.get("/packs").json["packs"]?.items == [])
        for (real, none) in [("/nominals/N-1", "/nominals/N-7"), ("/decisions/1.1", "/decisions/7.1")] {
            let asked = try await north.get(real), other = try await north.get(none)
            #expect(asked.status == 404 && other.status == 404)
            #expect(asked.detail.replacing("N-1", with: "N-7").replacing("1.1", with: "7.1") == other.detail)
        }
        #expect(try await north.say("/tasks/T1/cancel", "no").status == 404)
        #expect(try place.log(about: "N-1", by: "client:north") == [])
    }

    @Test("a borough that the client is not for is refused, and the log says so", arguments: ["recommendations", "tasks"])
    func wrongBorough(list: String) async throws {
        #expect(try await program.get("/\(list)?borough=Camford").ids(list).count == 2)
        let answer = try await program.get("/\(list)?borough=Northton")
        #expect(answer.status == 403 && answer.problem == "wrong-borough" && answer.detail.contains("`Camford`"))
        #expect(try place.log(by: "client:ecins").contains("access: refused: a borough that it is not for (the API)"))
    }

    @Test(
        "a parameter that is wrong is named, with what belongs there",
        arguments: [
            ("/recommendations?limit=0", "1 to 500"), ("/recommendations?limit=501", "1 to 500"), ("/recommendations?limit=x", "a whole number"), ("/recommendations?state=nope", "`waiting`"),
            ("/recommendations?after=T1", "`R12`"), ("/recommendations?after=R-1", "`R12`"), ("/recommendations?after=R99999999999999999999", "`R12`"), ("/recommendations?bourough=x", "did you mean `borough`"),
            ("/tasks?after=R1", "`T7`"), ("/tasks?overdue=maybe", "`true` or `false`"), ("/tasks?status=waiting", "`open`"), ("/packs?borough=Camford", "takes none"), ("/nominals/N-1?limit=1", "takes none"),
        ])
    func wrongParameter(path: String, wanted: String) async throws {
        let answer = try await program.get(path)
        #expect(answer.status == 400 && answer.problem == "wrong-parameter")
        #expect(answer.detail.contains(wanted), "\(answer.detail)")
        #expect(try place.log(by: "client:ecins") == [])
    }

    @Test(
        "what is not there is not there", arguments: [
            "/nominals/N-9", "/nominals/..%2F..%2Fwaymark.db", "/nominals/%2E%2E%2Fboard-clients", "/nominals/N-1%00", "/nominals/'%20OR%201=1--", "/nominals/%FF", "/nominals/../../waymark.lua", "/decisions/1.9",
            "/decisions/1.0", "/decisions/1", "/decisions/1.1.1", "/decisions/-1.1", "/decisions/..%2F1", "/nothing", "/", "/nominals", "/tasks/T1/done", "/openapi.yaml", "/../v1/packs", "/recommendations/",
        ])
    func unknown(path: String) async throws {
        let answer = try await program.get(path)
        #expect([400, 404].contains(answer.status) || path == "/../v1/packs" || path == "/recommendations/", "\(answer.status)")
        #expect(!answer.page.text.contains("waymark_client"))
        if answer.status != 200 { #expect(answer.page.headers[.contentType] == "application/problem+json") }
    }

    @Test("work is done and cancelled in the client’s name, once, with words")
    func tasks() async throws {
        let list = try await program.get("/tasks?owner=hub")
        #expect(try APIShape.faults(list, "Tasks") == [])
        #expect(list.ids("tasks") == ["T1", "T2"])
        #expect(try await program.get("/tasks?owner=nobody").ids("tasks") == [])
        #expect(try await program.get("/tasks?overdue=true").ids("tasks") == [])
        let done = try await program.say("/tasks/T1/done", "Plan <sent> to the sector.")
        #expect(done.status == 200)
        #expect(try APIShape.faults(done, "Task") == [])
        #expect(["status", "by", "words"].map { done.json[$0]?.text } == ["done", "client:ecins", "Plan <sent> to the sector."])
        let again = try await program.say("/tasks/T1/done", nil)
        #expect(again.status == 409 && again.problem == "refused" && again.detail.contains("T1 is done already"))
        for body in ["", "{}", "[]", "{\"words\":1}", "{\"words\":\"a\",\"by\":\"p.lee\"}", "{\"words\":\"a\"} x", "{\"words\":\"a\",\"words\":\"b\"}", "nonsense"] {
            let refused = try await program.send("POST", "/tasks/T2/cancel", Array(body.utf8))
            #expect(refused.problem == (body.isEmpty ? "wrong-type" : "broken-body"), "\(body)")
        }
        #expect(try await program.say("/tasks/T2/cancel", "  ").problem == "not-taken")
        #expect(try await program.say("/tasks/T2/cancel", "moved away").json["status"]?.text == "cancelled")
        #expect(try await program.get("/tasks").ids("tasks") == [])
        #expect(try await program.get("/tasks?status=cancelled").ids("tasks") == ["T2"])
        #expect(try await program.get("/tasks?status=all").ids("tasks") == ["T1", "T2"])
        for id in ["T9", "T-1", "1", "R1"] { #expect(try await program.say("/tasks/\(id)/done", nil).status == 404) }
        #expect(try place.log(about: "N-1", by: "client:ecins").contains { $0.hasPrefix("alteration: tasking T1 done") && $0.hasSuffix("(nightly update of cases)") })
    }

    @Test("a nominal’s standing and open work, and a decision’s record")
    func nominal() async throws {
        let answer = try await program.get("/nominals/N-1")
        #expect(try APIShape.faults(answer, "Nominal") == [])
        #expect(answer.ids("tasks") == ["T1"] && answer.json["recommendation"]?["id"]?.text == "R1")
        let decision = try await program.get("/decisions/1.1")
        #expect(try APIShape.faults(decision, "Decision") == [])
        #expect(decision.json["record"]?["nominal"]?.text == "N-1" && decision.json["same_as"] == .null)
        place.wait(minutes: 24 * 60)
        try place.runAgain(["N-1": 9])
        let same = try await program.get("/decisions/2.1")
        #expect(try APIShape.faults(same, "Decision") == [], "\(same.page.text)")
        #expect(same.json["record"] == .null && same.json["same_as"]?.text == "1.1")
    }

    @Test("packs in force and waiting, which are not sent twice")
    func packs() async throws {
        try place.submit("1.1.0")
        let answer = try await program.get("/packs")
        #expect(try APIShape.faults(answer, "Packs") == [])
        #expect(answer.json["packs"]?.items.map { $0["state"]?.text } == ["in_force", "submitted"])
        var again = program
        again.headers["If-None-Match"] = answer.page.headers[.eTag]
        let known = try await again.get("/packs")
        #expect(known.status == 304 && known.page.text.isEmpty && known.page.headers[.eTag] == answer.page.headers[.eTag])
        try place.submit("1.2.0")
        #expect(try await again.get("/packs").status == 200)
    }

    @Test("what a program sends is text wherever it is shown")
    func script() async throws {
        var program = program
        program.purpose = "<script>alert(1)</script>"
        _ = try await program.say("/tasks/T1/done", "<script>alert(2)</script>")
        let visitor = try await Visitor(place, as: "s.webb")
        try await visitor.give(purpose: "today's visits", for: "/tasks")
        let page = try await visitor.get("/tasks/T1").text
        #expect(page.contains("&lt;script&gt;alert(2)") && !page.contains("<script"))
        let log = try await Visitor(place, as: "r.bell").get("/audit").text
        #expect(log.contains("&lt;script&gt;alert(1)") && !log.contains("<script"))
    }
}
