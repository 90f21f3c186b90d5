import Foundation
import Notation
import RulePackTesting
import RulePacks
import TestSupport

/// A small pack with one of each declaration, and tests that a test writes for it.
struct Camford {
    let place: TemporaryPlace
    var path: String { place.path + "/camford" }

    /// - Parameters:
    ///   - tests: text by the name of the file in `tests`.
    ///   - rules: further rules.
    init(_ tests: [String: String] = [:], rules: String = "") throws {
        place = try TemporaryPlace()
        try write("camford/pack.lua", Camford.manifest)
        try write("camford/rules.lua", Camford.rules + rules)
        try write("common/help.lua", "local help = {}\nfunction help.three(item) return { item, item, item } end\nreturn help\n")
        for (name, text) in tests { try write("camford/tests/\(name)", text) }
    }

    func write(_ name: String, _ text: String) throws { try place.file(name, Data(text.utf8)) }

    func load() throws -> PackSource { try PackSource.load(path).pack }

    func report(filter: String? = nil, jobs: Int = 1) async throws -> PackTestReport {
        // Counts end what goes on for ever, not the clock, so that a busy machine says the same.
        var run = PackTestRun(try load(), makers: try PackTestFiles(pack: path).makers(seconds: 3_600))
        run.filter = filter
        run.jobs = jobs
        return try await run.run()
    }

    static let manifest = """
        return {
          waymark = 1, id = "camford", title = "Camford", version = "1.2.0",
          owner = { borough = "Camford", contact = "iom@camford.example.org" },
          purpose = "Tests.", lawful_basis = "None is needed.",
          valid = { from = "2026-10-01", review_by = "2027-04-01", until_ = "2027-10-01" },
          uses = { "common.help" },
          files = { "rules.lua" },
          reads = { "age", "borough", "ogrs2", "ogrs3", "risk_of_harm", "offences", "cohort", "gang", "prison", "needs", "statutory", "local" },
          protected = { age = "A test.", gang = "A test." },
          parameters = { ppo = { 90, min = 70, max = 100, title = "PPO from" }, area = { { "Camford", "Oxbridge" }, title = "Area" } },
          max_age = { ogrs2 = "12 months" },
        }
        """

    static let rules = """
        local burglary = filter { type = "burglary_dwelling", outcome = "convicted", within = months(12) }

        criteria "gto_scope" {
          title = "In scope",
          all = {
            { "adult", "Aged 18 or over", function(n) return n.age >= 18 end },
            { "resident", "Lives in the area", function(n) return param.area[n.borough] end },
            { "high", "High OGRS2", function(n) return n.ogrs2 >= 75 end },
          },
        }

        matrix "sac" {
          title = "Serious acquisitive crime", range = { 0, 150 },
          rows = {
            { "burglary", "Burglaries", max = 96, points = function(n)
                local k = n.offences:count(burglary) return 24 * k, k .. " in a year" end },
            { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
          },
          bands = { { "ppo", "PPO", from = param.ppo }, { "target", "Target", from = 50 }, { "monitor", "Monitor" } },
        }

        matrix "plain" { title = "No bands", range = { 0, 10 }, rows = { { "drugs", "Drugs", points = 5, when = function(n) return n.needs.drugs == 2 end } } }

        decision_table "tier" {
          title = "Tier", hit = "first",
          inputs = { { "ogrs", of = function(n) return n.ogrs3 end } },
          outputs = { { "tier" } },
          rows = { { ">= 75", "->", "A" }, { ">= 10", "->", "B" } },
        }
        decision_table "pair" {
          title = "Pair", hit = "first",
          inputs = { { "ogrs", of = function(n) return n.ogrs3 end } },
          outputs = { { "name" }, { "visits" } },
          rows = { { ">= 75", "->", "often", 4 }, { "-", "->", "seldom", 1 } },
        }
        decision_table "all" {
          title = "All that match", hit = "collect",
          inputs = { { "ogrs", of = function(n) return n.ogrs3 end } },
          outputs = { { "name" } },
          rows = { { ">= 75", "->", "high" }, { ">= 50", "->", "middle" } },
        }

        classification "readiness" {
          title = "Readiness", pick = "first",
          classes = { { "young", "Young", when = function(n) return n.age < 25 end }, { "other", "Other" } },
        }
        classification "traits" {
          title = "Traits", pick = "any",
          classes = { { "young", "Young", when = function(n) return n.age < 25 end }, { "managed", "Managed", when = function(n) return n.statutory end } },
        }

        group "gang" { title = "Gang", key = function(n) return n.gang.name end }

        selection {
          { "ppo", "Select as PPO", when = function(n, d) return d.met.gto_scope and d.band.sac == "ppo" end, category = "ppo" },
          { "watch", "Monitor", when = function(n, d) return d.band.sac == "target" end, action = "monitor" },
        }
        deselection {
          { "moved", "No longer lives in the area", when = function(n) return not param.area[n.borough] end },
        }
        tasking {
          { "visit", "Visit", when = function(n, d) return d.class.readiness == "young" end, owner = "field_officer", due = days(5), priority = "high",
            because = function(n) return "aged " .. n.age end },
          { "failing", "Fails in one prison", when = function(n)
              if n:get("prison", "") == "Nowhere" then error("nobody expected this") end
              return false
            end, owner = "nobody" },
        }
        allocation { title = "Places", capacity = 2, rank = { function(n, d) return d.score.sac end } }

        """
}

extension PackTestReport {
    /// Messages of failed tests, in order.
    var messages: [String] { results.filter { $0.status == .failed }.map { $0.message ?? "" } }
}

/// Runs the body of one `it` on the pack of Camford.
/// - Returns: nil where the test passes, else its message and details.
func failure(of body: String, before: String = "", rules: String = "") async throws -> String? {
    let report = try await Camford(["one.lua": "\(before)\nit(\"holds\", function()\n\(body)\nend)\n"], rules: rules).report()
    guard let result = report.results.first, report.results.count == 1 else { return "there are \(report.results.count) tests" }
    return result.status == .passed ? nil : ([result.message ?? ""] + result.details).joined(separator: "\n")
}
