import RulePacks

/// What a made-up borough runs for a year: from its second version on it looks at gangs as groups.
enum YearPack {
    static func load(_ version: String, from: String, grouped: Bool) throws -> PackSource {
        let manifest = """
            return {
              waymark = 1, id = "camford", title = "Camford", version = "\(version)",
              owner = { borough = "Camford", contact = "board@camford.example" },
              purpose = "Tests.", lawful_basis = "Tests.",
              valid = { from = "\(from)", review_by = "2028-12-31", until_ = "2028-12-31" }, files = { "rules.lua" },
              reads = { "arrests_total", "offences", "ogrs2", "gang", "reviews", "scores" },
              protected = { gang = "a test" }, max_age = { ogrs2 = "12 months" },
            }
            """
        return try PackSource.load(
            PackFiles(id: "camford", files: ["camford/pack.lua": Array(manifest.utf8), "camford/rules.lua": Array((grouped ? group + rules(gang: grouped) : rules(gang: grouped)).utf8)]))
    }

    private static let group = "group \"gang\" { title = \"Gang\", key = function(n) return n.gang.name end }\n"

    private static func rules(gang: Bool) -> String {
        """
        local recent = filter { type = { "burglary_dwelling", "burglary_other", "robbery" }, within = months(12) }
        matrix "risk" {
          title = "Risk", range = { 0, 100 },
          rows = {
            { "offences", "Burglary and robbery", max = 60, points = function(n) return math.min(60, 15 * n.offences:count(recent)) end },
            { "gang", "Gang", max = 30, points = function(n, d)
              if not n:has "gang" then return 0 end
              return \(gang ? "math.min(30, 5 * d.group.gang.size)" : "15")
            end },
          },
          bands = { { "red", "Red", from = 45 }, { "amber", "Amber", from = 30 }, { "green", "Green" } },
        }
        selection {
          { "join", "Join the scheme", category = "core", when = function(n, d) return d.band.risk == "red" end },
          { "watch", "Watch", action = "monitor", when = function(n, d) return d.band.risk == "amber" end },
          { "asked", "High OGRS2", category = "core", when = function(n) return n.arrests_total >= 60 and n.ogrs2 >= 90 end },
        }
        deselection {
          { "settled", "Settled", when = function(n)
            return n.scores:all { where = { matrix = "risk" }, band = "green", within = months(4), at_least = 3 }
          end },
          { "lighter", "Lighter touch", to = "light", when = function(n, d)
            return d.band.risk == "amber" and n.reviews:count { within = months(2), outcome = "progress" } > 0
          end },
        }
        tasking {
          { "plan", "Make a plan", owner = "hub", due = days(5), every = months(3), when = function(n, d) return d.band.risk == "red" end },
          { "visit", "Visit", owner = "patrol", enforcement = true, every = months(1), when = function(n, d) return d.band.risk == "red" end },
        }
        """
    }
}
