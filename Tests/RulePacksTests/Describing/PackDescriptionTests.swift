import Cohorts
import PackTestKit
import TestSupport
import Testing

@testable import RulePacks

@Suite("a pack in words")
struct PackDescriptionTests {
    private func describe(_ pack: PackSource, baseline: PackSource? = nil) throws -> String {
        func program(_ pack: PackSource) throws -> RuleProgram {
            try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: testDay)
        }
        return PackDescription(try program(pack), baseline: try baseline.map(program)).markdown
    }

    private func describe(_ rules: String, _ change: (inout TestPack) -> Void = { _ in }) throws -> String {
        var pack = TestPack(rules)
        change(&pack)
        return try describe(try pack.load())
    }

    @Test("the manifest stands at the top: what it is for, on what basis, whose it is and until when")
    func about() throws {
        let pack = try TestPack("").load()
        let page = try describe(pack)
        #expect(page.hasPrefix("# A pack for tests\n\nRule pack `test-pack`, version 1.0.0, `\(pack.digest)`.\n"))
        for line in [
            "| Purpose | Tests. |", "| Lawful basis | None is needed for tests. |", "| Owner | Camden, tests@example.org |",
            "| Valid | from 1 January 2026 until 1 January 2027 |", "| To be reviewed by | 1 June 2026 |",
        ] { #expect(page.contains(line + "\n")) }
    }

    @Test("criteria are nested lists, each row with its condition")
    func criteria() throws {
        let page = try describe(
            """
            criteria "scope" { title = "In scope", source = "The policy", all = {
              { "adult", "Aged 18 or over", function(n) return n.age >= 18 end },
              any = {
                { "high", "High", function(n) return n.ogrs2 >= 75 end, note = "illustrative" },
                { "middle", "Middle", function(n) return n.ogrs2 >= 50 end },
              },
            } }
            """)
        #expect(page.contains("""
            ### In scope

            `scope` in `rules.lua`, line 1.

            Source: The policy.

            - all of:
              - Aged 18 or over (`adult`): `n.age >= 18`
              - any of:
                - High (`high`): `n.ogrs2 >= 75`. Note: illustrative.
                - Middle (`middle`): `n.ogrs2 >= 50`

            """))
    }

    @Test("a matrix is a table of rows with the most that each gives, then its bands as ranges")
    func matrix() throws {
        let page = try describe(
            """
            matrix "sac" { title = "Score", range = { 0, 150 },
              rows = {
                { "burglary", "Burglaries", max = 40, source = "Board, 2026", points = function(n) return 10 * n.offences:count() end },
                { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
                { "drugs", "Drug need", points = 15, when = function(n) return n.needs.drugs == 2 end },
                { "free", "No upper end", min = 1, points = function() return 2 end },
              },
              bands = { { "low", "Low" }, { "ppo", "PPO", from = 70 }, { "target", "Target", from = 40 } } }
            """)
        #expect(page.contains("""
            | Row | Points | Most | Source and notes |
            |---|---|---|---|
            | Burglaries (`burglary`) | `10 * n.offences:count()` | 40 | Board, 2026. |
            | OGRS2 (`ogrs`) | 20 from 75, 10 from 50, else 0; of `n.ogrs2` | 20 |  |
            | Drug need (`drugs`) | 15, where `n.needs.drugs == 2` | 15 |  |
            | No upper end (`free`) | `2`; at least 1 | no limit |  |

            The score is the sum of the rows, from 0 to 150.

            - PPO (`ppo`): from 70
            - Target (`target`): from 40 to below 70
            - Low (`low`): below 40

            """))
    }

    @Test("a total of its own is shown as it is written")
    func total() throws {
        let page = try describe(
            """
            matrix "m" { title = "M", range = { 0, 8 }, rows = { { "a", "A", points = 4 } },
              total = function(row) return row.a * 2 end }
            """)
        #expect(page.contains("The score is worked out from the rows as `row.a * 2`, from 0 to 8."))
    }

    @Test("a decision table is a table, its cells in words")
    func decisionTable() throws {
        let page = try describe(
            """
            decision_table "tier" { title = "Tier", hit = "first",
              inputs = { { "ogrs", "OGRS3", of = function(n) return n.ogrs3 end }, { "harm", of = function(n) return n.risk_of_harm end } },
              outputs = { { "tier" } },
              rows = { { ">= 75", '"high", "very_high"', "->", "A" }, { "-", "-", "->", "B" } } }
            """)
        #expect(page.contains("""
            The first row that matches decides.

            |  | OGRS3 | harm | → tier |
            |---|---|---|---|
            | 1 | 75 or more | high or very high | A |
            | 2 | any | any | B |

            OGRS3 is `n.ogrs3`.

            harm is `n.risk_of_harm`.

            """))
    }

    @Test("selection, de-selection, taskings, classes, groups and places are all there")
    func others() throws {
        let page = try describe(
            """
            classification "ready" { title = "Ready", pick = "first", classes = {
              { "soon", "Soon", when = function(n) return n.age < 25 end }, { "later", "Later" } } }
            group "gang" { title = "Gang", key = function(n) return n.gang.name end }
            group "net" { title = "Network", link = { "co_offender", "family" }, within = months(24) }
            selection { { "yes", "Take", when = function(n, d) return d.class.ready == "soon" end, category = "ppo" },
              { "watch", "Watch", action = "monitor" } }
            deselection { { "gone", "Gone", when = function(n) return n.borough ~= "Camden" end, to = "monitor" } }
            tasking { { "visit", "Visit", owner = "local_team", due = days(5), priority = "high", every = months(3), enforcement = true } }
            allocation { title = "Capacity", capacity = 2, rank = { function(n) return n.age end }, keep = function(n) return n.statutory end }
            """)
        for part in [
            "| 1 | Take (`yes`) | select, as: ppo | `d.class.ready == \"soon\"` |  |",
            "| 2 | Watch (`watch`) | monitor | always |  |",
            "| 1 | Gone (`gone`) | leave, to: monitor | `n.borough ~= \"Camden\"` |  |",
            "| Visit (`visit`) | local team | within 5 days | high | 3 months | yes | always |  |",
            "| 1 | Soon (`soon`) | `n.age < 25` |  |", "| 2 | Later (`later`) | otherwise |  |",
            "People who share one value of `n.gang.name`.",
            "People connected through associates recorded as co offender or family and dated within 2 years.",
            "There are 2 places.", "by `{ function(n) return n.age end }`", "counted first: `n.statutory`.",
        ] { #expect(page.contains(part), "\(part)") }
    }

    @Test("each protected or sensitive field says why it is read, and how old it may be")
    func fields() throws {
        let page = try describe("") {
            $0.reads = "\"age\", \"ogrs2\", \"needs\""
            $0.protected = "age = \"Services are commissioned by age.\", [\"needs.mental_health\"] = \"For | referrals.\", [\"needs.physical_health\"] = \"Too.\""
            $0.maxAge = "ogrs2 = \"12 months\""
        }
        #expect(page.contains("`age` | protected | Services are commissioned by age. |  |\n"))
        #expect(page.contains("`ogrs2` |  |  | 1 year |\n"))
        #expect(page.contains("`needs.mental_health` | sensitive | For \\| referrals. |  |\n"))
    }

    @Test("parameters show their value, what is allowed and where they come from")
    func parameters() throws {
        let page = try describe("") {
            $0.parameters = """
                ppo = { 90, min = 70, max = 100, unit = "points", title = "Score for PPO", source = "Chapter 3" },
                area = { { "Camden", "Enfield" }, title = "Boroughs", note = "illustrative" },
                fixed = { 18, min = 18, max = 18, title = "Adult" }
                """
        }
        #expect(page.contains("| Boroughs | `area` | Camden, Enfield | any | Note: illustrative. |\n"))
        #expect(page.contains("| Adult | `fixed` | 18 | only 18 |  |\n"))
        #expect(page.contains("| Score for PPO | `ppo` | 90 points | 70 to 100 | Chapter 3. |\n"))
    }

    @Test("an overlay shows the parameters it sets, the rules it adds and those it replaces")
    func overlay() throws {
        let folder = try TestFolder()
        var base = TestPack(
            """
            selection { { "a", "First", when = function(n) return n.age > param.old end }, { "b", "Second" } }
            criteria "c" { title = "C", all = { { "x", "X", function() return true end } } }
            """)
        base.id = "base"
        base.parameters = "old = { 70, min = 65, max = 100, title = \"Old from\", unit = \"years\" }"
        var over = TestPack("selection { { \"a\", \"Another first\" }, { \"z\", \"Last\", before = \"b\" } }")
        over.id = "over"
        over.more = "extends = \"base\","
        over.parameters = "old = { 90 }, new = { true, title = \"New one\" }"
        let basePack = try PackSource.load(try base.write(into: folder)).pack
        let page = try describe(try PackSource.load(try over.write(into: folder)).pack, baseline: basePack)
        #expect(page.contains("""
            Against A pack for tests (`base` 1.0.0):

            | Parameter | There | Here | Allowed |
            |---|---|---|---|
            | New one | not there | yes | any |
            | Old from | 70 years | 90 years | 65 to 100 |

            | Rule | Kind | Change |
            |---|---|---|
            | Another first | rule of selection | replaced |
            | Last | rule of selection | added |

            """))
        #expect(!page.contains("| C | criteria |"))
    }

    @Test("the shipped packs describe themselves, twice with the same bytes", arguments: shippedPacks)
    func shipped(folder: String) throws {
        let path = projectFolder + "/" + folder
        let pack = try PackSource.load(path).pack
        let baseline = try pack.manifest.extends.map { try PackSource.load("\(path)/../\($0)").pack }
        let page = try describe(pack, baseline: baseline)
        #expect(page == (try describe(try PackSource.load(path).pack, baseline: baseline)))
        for parameter in pack.parameters { #expect(page.contains("`\(parameter.name)`")) }
        for path in pack.reads { #expect(page.contains("`\(path)`")) }
    }

    @Test("Stoke's page says that PPO begins at 90 where Staffordshire has 70")
    func stoke() throws {
        let pack = try PackSource.load(projectFolder + "/rules/stoke-on-trent").pack
        let page = try describe(pack, baseline: try PackSource.load(projectFolder + "/rules/staffordshire").pack)
        #expect(page.contains("| Score for PPO | 70 points | 90 points | 65 to 100 |\n"))
        #expect(page.contains("| Visit with the gang team, and an offer to leave the gang | tasking | added |\n"))
        #expect(page.contains("(`ppo`): from 90\n"))
    }
}
