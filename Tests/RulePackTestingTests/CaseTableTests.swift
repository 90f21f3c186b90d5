import RulePackTesting
import Testing

@Suite("a case table")
struct CaseTableTests {
    private func report(_ table: String) async throws -> PackTestReport { try await Camford(["cases.csv": table]).report() }

    @Test("says on each line what is decided on one nominal")
    func lines() async throws {
        let report = try await report("""
            name,as_of,age,ogrs2,offences,cohort,expect.action,expect.rule,expect.score.sac,expect.band.sac,expect.met.gto_scope,expect.tasking,expect.class.readiness
            nobody special,,,,,,none,none,0,monitor,no,-,other
            three burglaries,2026-11-01,24,82,-2 months burglary_dwelling convicted; 2026-05-01 convicted burglary_dwelling;-3 months burglary_dwelling convicted,,select,ppo,92,ppo,yes,visit,young
            "not known, so no score",,,unknown,,,,,unknown,monitor,unknown,,
            managed,,20,,,2026-01-01 category=ppo,retain,,,,,visit,
            """)
        #expect(report.messages == [])
        #expect(report.results.map(\.test.name) == ["cases > nobody special", "cases > three burglaries", "cases > not known, so no score", "cases > managed"])
        #expect(report.results.map(\.test.line) == [2, 3, 4, 5])
        #expect(report.results.allSatisfy { $0.test.kind == .table })
    }

    static let passing: [(heading: String, cells: String)] = [
        ("needs.drugs,expect.score.plain", "2,5"), ("needs.drugs,expect.score.plain", "unknown,unknown"), ("needs.drugs,expect.score.plain", "unknown,0 to 5"),
        ("ogrs2,expect.row.sac.ogrs", "unknown,0 to 20"), ("ogrs3,expect.table.tier", "80,A"), ("expect.table.tier", "none"),
        ("ogrs3,expect.table.pair.visits", "80,4"), ("ogrs3,expect.table.all", "80,middle high"), ("ogrs3,expect.table.all", "0,none"),
        ("age,statutory,expect.class.traits", "20,yes,managed;young"),
        ("gang,expect.group.gang.key", "name=Reds role=core,Reds"), ("gang,expect.group.gang.size", "none,0"),
        ("gang,expect.group.gang.size", "unknown,unknown"),
        ("cohort,prison,expect.error", "2026-01-01 category=ppo,Nowhere,nobody expected"), ("expect.error", "none"),
        ("ogrs2,ogrs2_date,expect.warning", "60,-2 years,stale"),
        ("expect.warning", "none"), ("borough,cohort,expect.reason", "Elsewhere,today category=ppo,borough: elsewhere"), ("expect.category", "-"),
        ("cohort,age,expect.tasking.visit.owner", "today category=ppo,20,field_officer"), ("expect.tasking.visit", "-"), ("expect.recommendation.unknown", "-"),
        ("cohort,age,expect.tasking.visit.due", "today category=ppo,20,2026-10-06"), ("intelligence,expect.action", "-1 months 1 A P; -2 days E,none"),
        ("scores,expect.action", "-1 months risk 45 band=green,none"), ("associates,expect.action", "N-7 co_offender; -1 months family N-8,none"),
        ("date_of_birth,expect.class.readiness", "2005-10-02,young"),
        ("\u{FEFF}age,expect.class.readiness", "20,young\r"), ("offences,expect.action", "none,none"),
        ("referrals,expect.action", "\"-1 weeks \"\"mentoring scheme\"\" pending\",none"),
    ]

    @Test("can say anything of a nominal, and expect anything of a decision", arguments: passing)
    func passes(heading: String, cells: String) async throws {
        let report = try await report("\(heading)\n\(cells)\n")
        #expect(report.messages == [], "\(heading): \(report.results.flatMap(\.details))")
        #expect(report.results.count == 1)
    }

    @Test(
        "says what is wrong, with line and column",
        arguments: [
            ("name,ogsr2,expect.action\nx,1,none", "tests/cases.csv:1: column 2: there is no field `ogsr2`: did you mean `ogrs2`?"),
            ("name,expect.scor.sac\nx,1", "tests/cases.csv:1: column 2: there is nothing to expect named `expect.scor.sac`: did you mean `expect.score`?"),
            ("name,expect.score.sca\nx,1", "column 2: there is no matrix named `sca`: did you mean `sac`?"),
            ("name,expect.score\nx,1", "`expect.score` holds several values: name one, such as `expect.score.sac`"),
            ("name,offences.type,expect.action\nx,1,1", "column 2: `offences` is a list"), ("age,age\n1,1", "column 2 is headed `age`, as column 1 is"),
            ("name,,expect.action\nx,1,1", "column 2: the column has no heading"),
            ("", "the table is empty"), ("name,expect.action\n\"x", "tests/cases.csv:2: "),
            ("name,expect.action\nx,none,3", "tests/cases.csv:2: the line has 3 cells, and the heading 2"),
            ("name,expect.action\n\nx,select", "tests/cases.csv:3: column 2, `expect.action`: expected `select`, was `none`"),
            ("name,expect.score.sac\nx,5", "column 2, `expect.score.sac`: expected 5, was 0"), ("name,age\nx,5", "the case expects nothing"),
            ("as_of,expect.action\n1 May,none", "column 1, `as_of`: `1 May` is not a date"), ("ogrs2,expect.action\n200,none", "the nominal is not valid: "),
            ("age,expect.action\nold,none", "the nominal is not valid: "),
            ("offences,expect.action\n-2 months burglry_dwelling,none",
             "column 1, `offences`: `burglry_dwelling` is nothing that an item of `offences` can say: did you mean `burglary_dwelling`?"),
            ("offences,expect.action\n-2 months robbery robbery,none", "`robbery` is nothing that an item of `offences` can say"),
            ("offences,expect.action\n-2 months -3 months,none", "items are divided by `;`"),
            ("offences,expect.action\ntyp=robbery,none", "an item of `offences` has no `typ`: did you mean `type`?"),
            ("cohort,prison,expect.action\ntoday category=ppo,Nowhere,none", "the decision failed, in `tasking.failing`"),
            ("expect.tasking\nvist", "there is no tasking named `vist`: did you mean `visit`?"),
            ("ogrs2,expect.score.sac\nunknown,0", "expected 0, was unknown for want of `ogrs2`"),
            ("ogrs2,expect.score.sac\nunknown,0 to 10", "expected 0 to 10, was 0 to 20, unknown for want of `ogrs2`"),
            ("ogrs2,expect.score.sac\nunknown,0 or more", "expected 0 or more, was 0 to 20, unknown for want of `ogrs2`"),
            ("expect.score.sac\n0 to 10", "expected 0 to 10, was 0"),
            ("ogrs2,expect.met.gto_scope\nunknown,0 to 10", "expected 0 to 10, was unknown for want of `ogrs2`"),
            ("expect.reason\nnever", "expected a reason with `never`, was"), ("expect.error\nx", "expected an error with `x`, and there is none"),
            ("expect.warning\nstale", "expected the warning `stale`, was none"),
        ])
    func faults(table: String, message: String) async throws {
        let report = try await report(table)
        #expect(report.messages.first?.contains(message) == true, "\(report.messages)")
    }

    @Test("says all that is not as expected of one line, and why")
    func several() async throws {
        let report = try await report("ogrs2,expect.action,expect.score.sac\n60,select,20\n")
        #expect(report.results.first?.message == "tests/cases.csv:2: column 2, `expect.action`: expected `select`, was `none`")
        #expect(report.results.first?.details.contains("also column 3, `expect.score.sac`: expected 20, was 10") == true)
        #expect(report.results.first?.details.contains("  ogrs      10  60, which is 50 or more") == true)
    }

    @Test("leaves out lines of empty cells, as spreadsheets write them")
    func empty() async throws {
        #expect(try await report("name,expect.action\nx,none\n,\n , \n").results.count == 1)
    }
}
