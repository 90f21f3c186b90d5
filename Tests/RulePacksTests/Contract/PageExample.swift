import PackTestKit

/// The examples of the contract page, put together into one pack.
enum PageExample {
    static let manifest = """
        return {
          waymark = 1,
          id = "stoke-on-trent",
          title = "Stoke-on-Trent IOM selection",
          version = "1.2.0",
          owner = { borough = "Stoke-on-Trent", contact = "iom.analysts@example.org" },
          purpose = "Choose who is offered intensive joint management.",
          lawful_basis = "Law enforcement purposes.",
          valid = { from = "2026-12-01", review_by = "2027-06-01", until_ = "2027-12-01" },
          uses = { "common.rag" },
          files = { "scoring.lua", "selection.lua", "tasking.lua" },
          reads = { "age", "borough", "ogrs2", "ogrs3", "risk_of_harm", "offences", "custody_status", "convictions_total",
            "needs", "gang", "associates", "scores", "statutory", "cohort" },
          protected = { age = "Services for 18–25s are commissioned by age.", gang = "A named gang is a group.",
            associates = "A network is a group." },
          parameters = {
            ppo_threshold = { 90, min = 70, max = 100, unit = "points", title = "Score for PPO", source = "Keele 2014, ch. 3" },
            pilot_boroughs = { { "Camden", "Enfield" }, title = "Pilot boroughs" },
            places = { 2, min = 0, title = "Places" },
          },
          max_age = { ogrs2 = "12 months" },
          limits = { instructions = 1000000, memory_mib = 16 },
        }
        """

    static let rag = """
        local rag = {}
        function rag.bands(red, amber)
          return { { "red", "Red", from = red }, { "amber", "Amber", from = amber }, { "green", "Green" } }
        end
        return rag
        """

    static let scoring = """
        local rag = require "common.rag"
        local recent = filter { outcome = "convicted", type = { "robbery", "burglary_dwelling", "burglary_other" }, within = months(12) }

        criteria "gto_scope" {
          title = "Gripping the Offender: in scope",
          all = {
            { "convicted", "Convicted of an offence", function(n) return n.convictions_total >= 1 end },
            { "adult", "Aged 18 or over", function(n) return n.age >= 18 end },
            { "resident", "Lives in a pilot borough", function(n) return param.pilot_boroughs[n.borough] end },
            any = {
              { "ogrs_high", "OGRS2 of 75 or more", function(n) return n.ogrs2 >= 75 end },
              { "ogrs_and_offence", "OGRS2 of 50–74 and a recent robbery or burglary", function(n)
                  return n.ogrs2 >= 50 and n.offences:any(recent) end },
            },
          },
        }

        matrix "sac" {
          title = "Serious acquisitive crime score",
          range = { 0, 150 },
          rows = {
            { "burglary", "Burglary convictions in 12 months", max = 40,
              points = function(n) local k = n.offences:count(recent); return 10 * k, k .. " since " .. tostring(as_of - months(12)) end },
            { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
            { "drugs", "Class A drug need", points = 15, when = function(n) return n.needs.drugs == 2 end },
          },
          bands = { { "ppo", "PPO", from = param.ppo_threshold }, { "target", "Target", from = 50 }, { "monitor", "Monitor" } },
        }

        matrix "risk" {
          title = "Risk of re-offending, 0–64", range = { 0, 64 },
          rows = {
            { "history", "Recent offending", max = 4, points = function(n) return n.offences:count() end },
            { "harm", "Risk of harm", max = 4, points = function(n) return n.risk_of_harm == "high" and 4 or 1 end },
            { "intelligence", "Intelligence", max = 4, points = function(n) return 4 end },
            { "series", "Linked series", max = 4, points = function(n) return 4 end },
            { "multiplier", "Re-offending multiplier", min = 1, max = 4, points = function(n) return n:has "ogrs2" and 4 or 1 end },
          },
          total = function(row) return (row.history + row.harm + row.intelligence + row.series) * row.multiplier end,
          bands = rag.bands(39, 20),
        }

        decision_table "tier" {
          title = "Tier", hit = "first",
          inputs = { { "ogrs", of = function(n) return n.ogrs3 end }, { "harm", of = function(n) return n.risk_of_harm end } },
          outputs = { { "tier", values = { "A", "B", "C" } } },
          rows = { { ">= 75", '"high", "very_high"', "->", "A" }, { "[50..75)", "-", "->", "B" }, { "-", "-", "->", "C" } },
        }

        classification "readiness" {
          title = "Readiness to benefit",
          pick = "first",
          classes = {
            { "last_chance", "Last chance before custody", when = function(n, d) return d.band.risk == "red" and n.custody_status == "community" end },
            { "not_yet_ready", "Not yet ready to change" },
          },
        }

        group "gang" { title = "Named gang", key = function(n) return n.gang.name end }
        group "network" { title = "Co-offending network", link = { "co_offender" }, within = months(24) }
        """

    static let selection = """
        selection {
          { "ppo", "Select as PPO", when = function(n, d) return d.met.gto_scope and d.band.sac == "ppo" end, category = "ppo" },
          { "watch", "Monitor", when = function(n, d) return d.band.sac == "monitor" end, action = "monitor" },
        }
        deselection {
          { "moved", "No longer lives in the area", when = function(n) return not param.pilot_boroughs[n.borough] end },
          { "settled", "Green for six months", when = function(n) return n.scores:all { where = { matrix = "risk" }, band = "green", within = months(6), at_least = 3 } end, to = "monitor" },
        }
        """

    static let tasking = """
        tasking {
          { "intel_plan", "Intelligence development plan", when = function(n, d) return d.band.risk == "red" end,
            owner = "research_hub", due = days(5), priority = "high", every = months(3),
            because = function(n, d) return "rated red at " .. d.score.risk end },
        }
        """

    static let allocation = """
        allocation {
          title = "Capacity", capacity = param.places,
          rank = { function(n, d) return d.score.sac end, function(n, d) return -n.age end },
          keep = function(n, d) return n.statutory end,
        }
        """

    /// Writes the pack, and gives the path of its folder.
    static func write(into folder: TestFolder, allocates: Bool = false) throws -> String {
        try folder.write("stoke-on-trent/pack.lua", manifest)
        try folder.write("stoke-on-trent/scoring.lua", scoring)
        try folder.write("stoke-on-trent/selection.lua", selection + (allocates ? "\n" + allocation : ""))
        try folder.write("stoke-on-trent/tasking.lua", tasking)
        try folder.write("common/rag.lua", rag)
        return folder.path + "/stoke-on-trent"
    }

    /// Somebody whom every rule of the page knows all about: eight burglaries, a high OGRS2, a drug need.
    static let nominal: TestNominal = [
        "ogrs2": "82", "ogrs2_date": #""2026-09-01""#, "ogrs3": "77", "ogrs3_date": #""2026-09-01""#, "risk_of_harm": #""high""#,
        "custody_status": #""community""#, "needs": #"{"drugs":2}"#,
        "offences": list(
            offence(on: "2026-02-01"), offence(on: "2026-03-01"), offence("robbery", on: "2026-04-01"), offence(on: "2026-05-01")),
    ]
}
