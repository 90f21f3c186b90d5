import Foundation
import TestSupport
import Testing

@Suite("`waymark panel` and `waymark tasks`")
struct PanelCommandTests {
    private static let chair = #"--by p.grey --why "panel of 3 December""#

    @Test("take a recommendation from the queue to a decision")
    func decide() throws {
        let place = try PanelWorkplace()
        let queue = try place.run("panel queue \(PanelCommandTests.chair)")
        #expect(queue.status == 0)
        #expect(queue.out.hasPrefix("4 recommendations to decide on\n\nR2  N-0002: de-select\n  now: in the cohort as high\n"))
        #expect(queue.out.contains("R4  N-0004: the rules cannot tell: people decide\n"))
        #expect(queue.out.contains("  not known: OGRS2\n"))
        #expect(queue.out.longLines.isEmpty)

        let confirmed = try place.run("panel record R1 --confirm --by p.grey")
        #expect(confirmed.status == 0)
        #expect(confirmed.out == "R1 confirmed: N-0001 is now in the cohort as high\n")
        let departed = try place.run(#"panel record R3 --depart risk_lower --words "In work, and seen weekly." --by p.grey"#)
        #expect(departed.out.hasPrefix("R3 departed from: N-0003 stays as before;"))
        let again = try place.run("panel record R1 --confirm --by p.grey")
        #expect(again.status == 4)
        #expect(again.err.contains("waymark: R1 was confirmed on "))

        let left = try place.run("panel queue \(PanelCommandTests.chair)").out
        #expect(left.hasPrefix("2 recommendations to decide on\n"))
        #expect(!left.contains("R1 ") && !left.contains("R3 "))
        #expect(try place.run("audit verify").status == 0)
    }

    @Test("take nobody's place without a review")
    func review() throws {
        let place = try PanelWorkplace()
        let refused = try place.run("panel record R2 --confirm --by p.grey")
        #expect(refused.status == 4)
        #expect(refused.err.replacing("\n    ", with: " ").contains("that needs a review recorded on or after "))
        #expect(try place.run(#"panel review N-0002 --outcome progress --words "In work." --by p.grey"#).out.hasSuffix(" recorded, progress\n"))
        #expect(try place.run("panel record R2 --confirm --by p.grey").out == "R2 confirmed: N-0002 is now not in the cohort\n")
    }

    @Test("show the whole picture within 80 columns, and nothing protected that the record does not show")
    func show() throws {
        let place = try PanelWorkplace()
        _ = try place.run(#"panel review N-0004 --outcome seen --words "Lives with his aunt." --by p.grey"#)
        let shown = try place.run("panel show R4 \(PanelCommandTests.chair)")
        #expect(shown.status == 0)
        for words in [
            "N-0004, Camford: not in the cohort\n", "R4: the rules cannot tell: people decide", "Not known, and what would settle it\n  – OGRS2: a value in `ogrs2`",
            "Offending score: 25 to 55, band not known\n", "25  Convictions (5 in all)\n", "0 to 30  OGRS2, the chance of reconviction in two years, for want of OGRS2\n",
            "seen: Lives with his aunt.", "This is a recommendation. People decide.",
        ] { #expect(shown.out.contains(words), "\(words)\n\(shown.out)") }
        for secret in ["1990", "B1", "ethnicity"] { #expect(!shown.out.contains(secret)) }
        #expect(shown.out.longLines.isEmpty)
        #expect(try place.run("panel show N-0004 \(PanelCommandTests.chair)").out == shown.out)
    }

    @Test("list work, and say what became of it")
    func tasks() throws {
        let place = try PanelWorkplace()
        let list = try place.run("tasks list \(PanelCommandTests.chair)")
        #expect(list.out.hasPrefix("1 tasking open\n\nT1  N-0001: Visit by police and probation together\n  for offender manager, high priority, opened "))
        #expect(try place.run(#"tasks done T1 --words "Seen." --by p.grey"#).out == "T1 is done: Visit by police and probation together, for N-0001\n")
        #expect(try place.run("tasks done T1 --by p.grey").status == 4)
        #expect(try place.run("tasks list \(PanelCommandTests.chair)").out == "there is no such work\n")
        #expect(try place.run("tasks list --all \(PanelCommandTests.chair)").out.contains("  said: Seen.\n"))
    }

    @Test("have figures, and say who is overdue for a review")
    func figures() throws {
        let place = try PanelWorkplace()
        _ = try place.run("panel record R1 --confirm --by p.grey")
        _ = try place.run(#"panel record R3 --depart capacity --words "Full." --by p.grey"#)
        let figures = try place.run("panel figures --borough Camford")
        #expect(figures.status == 0)
        #expect(figures.out.hasPrefix("2 decisions for Camford\n  half within 0 days of the recommendation, nine in ten within 0 days; 0 late\n  2 waiting now\n  departed from 1 of 2, 50.0% (9.5% to 90.5%)\n"))
        #expect(figures.out.contains("  “Medium score: keep under review” (monitor): 1 of 1, 100.0% (20.7% to 100.0%)\n"))
        #expect(figures.out.hasSuffix("Reasons for departing\n  capacity, there is no place: 1\n"))
        #expect(figures.out.longLines.isEmpty)
        let reviews = try place.run("panel reviews \(PanelCommandTests.chair)").out
        #expect(reviews.contains("N-0002, high: never reviewed, joined on 5 January 2026; overdue by "))
    }

    static let wrong: [(String, Int32, String)] = [
        ("panel record R9 --confirm --by p.grey", 2, "waymark: there is no recommendation R9: the panel's queue has those that wait\n"),
        ("panel record 9 --confirm --by p.grey", 2, "waymark: `9` is not the number of a recommendation: it is written as in `R12`\n"),
        ("panel record R1 --by p.grey", 2, "say either --confirm, or --depart with a reason"),
        ("panel record R1 --confirm --depart other --words x --by p.grey", 2, "say either --confirm, or --depart with a reason"),
        ("panel record R1 --depart risk_low --words x --by p.grey", 2, "waymark: `risk_low` is no reason code: did you mean `risk_lower`?\n"),
        ("panel record R1 --depart risk_lower --by p.grey", 2, "a departure needs words beside its reason code"),
        ("panel record R1 --depart other --words x --action selct --by p.grey", 2, "waymark: `selct` is nothing that a panel can do: did you mean `select`?\n"),
        ("panel record R1 --depart other --words x --action select --category hihg --by p.grey", 2, "waymark: the pack has no category `hihg`: did you mean `high`?\n"),
        ("panel record R1 --confirm --by a.khan", 4, "waymark: `a.khan` does not have the role `panel` in `waymark.lua`, which this\n    needs\n"),
        ("panel record R1 --confirm --by p.gray", 4, "waymark: `waymark.lua` names nobody `p.gray`: did you mean `p.grey`?\n"),
        ("panel queue --by p.grey", 2, "Missing expected argument '--why <words>'"),
        ("panel show R9 --by p.grey --why x", 2, "waymark: the store has no recommendation and no nominal `R9`"),
        ("panel review N-9 --outcome x --words x --by p.grey", 2, "waymark: the store has no nominal `N-9`\n"),
        ("tasks done T9 --by p.grey", 2, "waymark: there is no tasking T9: the list of tasks has those that are open\n"),
        ("tasks done R1 --by p.grey", 2, "waymark: `R1` is not the number of a tasking: it is written as in `T12`\n"),
        ("tasks list --owner ofender_manager --by p.grey --why x", 2, "did you mean"),
    ]

    @Test("say what is wrong, and what to do", arguments: wrong)
    func refused(line: String, status: Int32, words: String) throws {
        let place = try PanelWorkplace()
        let result = try place.run(line)
        #expect(result.status == status)
        #expect(result.err.contains(words), "\(result.err)")
        #expect(result.out.isEmpty)
        #expect(try place.run("panel queue \(PanelCommandTests.chair)").out.hasPrefix("4 recommendations"))
    }

    @Test("say nothing of somebody who was forgotten, and the log still verifies")
    func forgotten() throws {
        let place = try PanelWorkplace()
        _ = try place.run(#"panel record R1 --depart other --words "Mother is ill." --by p.grey"#)
        _ = try place.run(#"cohort forget N-0001 --by j.ofori --why "asked""#)
        #expect(try place.run("panel show N-0001 \(PanelCommandTests.chair)").status == 2)
        #expect(try place.run("panel show R1 \(PanelCommandTests.chair)").status == 2)
        #expect(try place.run("tasks list --all \(PanelCommandTests.chair)").out == "there is no such work\n")
        #expect(!(try String(decoding: Data(contentsOf: URL(fileURLWithPath: place.work.place.path + "/store/waymark.db")), as: UTF8.self)).contains("Mother is ill."))
        #expect(try place.run("audit verify").status == 0)
    }

    @Test("print JSON that has the shapes of its schemas")
    func shapes() throws {
        let place = try PanelWorkplace()
        for (line, schema) in [
            ("panel queue \(PanelCommandTests.chair)", "panel-queue"), ("panel show R4 \(PanelCommandTests.chair)", "panel-show"),
            (#"panel record R3 --depart progress --words "In work." --by p.grey"#, "panel-decision"), ("panel record R1 --confirm --by p.grey", "panel-decision"),
            (#"panel review N-0003 --outcome keep --words "Well." --by p.grey"#, "panel-review"), ("panel reviews \(PanelCommandTests.chair)", "panel-reviews"),
            ("panel figures", "panel-figures"), ("tasks list \(PanelCommandTests.chair)", "tasks"), ("panel show N-0001 \(PanelCommandTests.chair)", "panel-show"),
            ("panel show N-0003 \(PanelCommandTests.chair)", "panel-show"),
            ("tasks done T1 --by p.grey", "task"), ("tasks list --all \(PanelCommandTests.chair)", "tasks"),
        ] {
            let out = try place.json(line)
            #expect(!out.isEmpty, "\(line)")
            #expect(try Schema.faults(out, schema) == [], "\(line): \(out)")
        }
        #expect(try JSONValue(Data(place.json("panel figures").utf8)).at("departed") == .number(1))
    }
}
