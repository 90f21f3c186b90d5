import RulePacks

/// The pack under which the runs of these tests were made.
enum PanelPack {
    static func source() throws -> PackSource {
        let manifest = """
            return {
              waymark = 1, id = "camford", title = "Camford", version = "1.0.0",
              owner = { borough = "Camford", contact = "board@camford.example" },
              purpose = "Offer help to those who want it.", lawful_basis = "For the board to confirm.",
              valid = { from = "2026-01-01", review_by = "2026-12-01", until_ = "2027-12-01" },
              files = { "rules.lua" }, reads = { "convictions_total", "ogrs2", "statutory" }, max_age = { ogrs2 = "12 months" },
            }
            """
        let rules = """
            criteria "scope" { title = "In scope", all = { { "convicted", "Convicted of an offence", function(n) return n.convictions_total >= 1 end } } }
            matrix "sac" {
              title = "Acquisitive crime", range = { 0, 100 },
              rows = {
                { "convictions", "Many convictions", max = 60, points = function(n) return math.min(60, n.convictions_total * 10) end },
                { "ogrs", "Likely to reoffend", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
              },
              bands = { { "high", "High", from = 50 }, { "low", "Low" } },
            }
            selection {
              { "join", "High score: offer joint management", category = "ppo", when = function(n, d) return d.met.scope and d.band.sac == "high" end },
            }
            deselection {
              { "settled", "Low for long enough", to = "monitor", when = function(n, d) return d.band.sac == "low" and not n.statutory end },
            }
            """
        return try PackSource.load(PackFiles(id: "camford", files: ["camford/pack.lua": Array(manifest.utf8), "camford/rules.lua": Array(rules.utf8)]))
    }
}
