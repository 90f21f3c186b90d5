import DecisionStore
import Foundation
import Governance
import TestSupport

/// A workplace with a store in which one run has been made for four people of Camford: R1 selects N-0001 and gives T1 out for
/// them, R2 takes N-0002 out, R3 watches N-0003, R4 leaves N-0004 to people.
struct PanelWorkplace {
    static let verbs = [
        ["panel", "queue"], ["panel", "show"], ["panel", "record"], ["panel", "review"], ["panel", "reviews"], ["panel", "figures"],
        ["tasks", "list"], ["tasks", "done"], ["tasks", "cancel"],
    ]

    let board: BoardWorkplace
    var work: Workplace { board.work }

    static let pack = SmallPack(
        id: "camford", title: "Camford", reads: ["convictions_total", "ogrs2", "statutory"],
        rules: """
            matrix "offending" {
              title = "Offending score", range = { 0, 100 },
              rows = {
                { "convictions", "Convictions", max = 60,
                  points = function(n) return math.min(60, n.convictions_total * 5), n.convictions_total .. " in all" end },
                { "ogrs", "OGRS2, the chance of reconviction in two years", of = function(n) return n.ogrs2 end, steps = { { 75, 30 }, { 50, 10 } } },
              },
              bands = { { "high", "High", from = 60 }, { "medium", "Medium", from = 30 }, { "low", "Low" } },
            }

            selection {
              { "high", "High score: offer joint management", category = "high", when = function(n, d) return d.band.offending == "high" end },
              { "medium", "Medium score: keep under review", action = "monitor", when = function(n, d) return d.band.offending == "medium" end },
            }

            deselection {
              { "low", "Low score, and under no court order", when = function(n, d) return d.band.offending == "low" and not n.statutory end },
            }

            tasking {
              { "first_visit", "Visit by police and probation together", owner = "offender_manager", due = days(7), priority = "high", every = months(3),
                when = function(n, d) return d.band.offending == "high" end },
            }

            """)

    static let cohort = [
        line("N-0001", convictions: 9, #","ogrs2":82"#), line("N-0002", convictions: 2, #","ogrs2":30,"cohort":{"category":"high","since":"2026-01-05"}"#),
        line("N-0003", convictions: 5, #","ogrs2":60"#), line("N-0004", convictions: 5, ""),
    ].joined()

    private static func line(_ id: String, convictions: Int, _ more: String) -> String {
        #"{"id":"\#(id)","borough":"Camford","date_of_birth":"1990-02-03","ethnicity":"B1","convictions_total":\#(convictions),"arrests_total":3,"custody_status":"none","statutory":false\#(more)}"# + "\n"
    }

    init() throws {
        board = try BoardWorkplace()
        try board.work.write(PanelWorkplace.pack)
        try board.submit()
        try board.approve("a.khan", "b.ash", "c.day")
        try board.work.write("people.ndjson", PanelWorkplace.cohort)
        for arguments in [["cohort", "import", "people.ndjson", "--by", "j.ofori", "--why", "a test"], ["run", "--borough", "Camford"]] {
            let result = try WaymarkBinary.run(arguments + ["--store", "store"], in: board.work.place.path)
            if result.status != 0 { throw Failed(words: result.err) }
        }
    }

    struct Failed: Error { let words: String }

    /// Runs a line of words, with the store behind them.
    func run(_ line: String) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(DocumentationPage.words(line) + ["--store", "store"], in: work.place.path)
    }

    func json(_ line: String) throws -> String { try run(line + " --format json").out }
}
