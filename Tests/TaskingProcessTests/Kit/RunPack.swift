import RulePacks

/// A pack for Camford that tests change.
struct RunPack {
    var version = "1.0.0"
    var borough = "Camford"
    var from = "2026-12-01"
    var until = "2028-12-31"
    var rules = RunPack.rules

    static let rules = """
        matrix "risk" {
          title = "Risk", range = { 0, 100 },
          rows = { { "arrests", "Arrests", max = 100, points = function(n) return math.min(100, n.arrests_total * 10) end } },
          bands = { { "red", "Red", from = 50 }, { "amber", "Amber", from = 20 }, { "green", "Green" } },
        }
        selection {
          { "join", "Join the scheme", category = "core", when = function(n, d) return d.band.risk == "red" end },
          { "watch", "Watch", action = "monitor", when = function(n, d) return d.band.risk == "amber" end },
          { "asked", "High OGRS2", category = "core", when = function(n) return n.convictions_total >= 3 and n.ogrs2 >= 75 end },
        }
        deselection {
          { "settled", "Settled", when = function(n, d) return d.band.risk == "green" end },
        }
        tasking {
          { "plan", "Make a plan", owner = "hub", priority = "high", due = days(5), every = months(3), when = function(n, d) return d.band.risk == "red" end },
          { "visit", "Visit", owner = "patrol", enforcement = true, every = months(1), when = function(n, d) return d.band.risk == "red" end },
        }
        """

    /// With groups, on which a score depends.
    static let grouped = """
        group "gang" { title = "Gang", key = function(n) return n.gang.name end }
        matrix "risk" {
          title = "Risk", range = { 0, 100 },
          rows = { { "gang", "Gang", max = 100, points = function(n, d) return math.min(100, d.group.gang.size * 25) end } },
          bands = { { "red", "Red", from = 50 }, { "green", "Green" } },
        }
        selection { { "join", "Join the scheme", category = "core", when = function(n, d) return d.band.risk == "red" end } }
        deselection { { "settled", "Settled", when = function(n, d) return d.band.risk == "green" end } }
        """

    func load() throws -> PackSource {
        let manifest = """
            return {
              waymark = 1, id = "camford", title = "Camford", version = "\(version)",
              owner = { borough = "\(borough)", contact = "board@camford.example" },
              purpose = "Tests.", lawful_basis = "Tests.",
              valid = { from = "\(from)", review_by = "\(until)", until_ = "\(until)" }, files = { "rules.lua" },
              reads = { "arrests_total", "convictions_total", "ogrs2", "gang", "gang.name", "gang.role", "scores", "taskings", "reviews" },
              protected = { gang = "a test", ["gang.name"] = "a test", ["gang.role"] = "a test" },
            }
            """
        return try PackSource.load(PackFiles(id: "camford", files: ["camford/pack.lua": Array(manifest.utf8), "camford/rules.lua": Array(rules.utf8)]))
    }
}

/// Somebody of Camford.
struct Somebody {
    var id: String
    var borough = "Camford"
    var arrests = 0
    var convictions = 0
    /// Further members in JSON, without the comma before them.
    var more = ""

    init(_ id: String, arrests: Int = 0, convictions: Int = 0, borough: String = "Camford", _ more: String = "") {
        self.id = id
        self.arrests = arrests
        self.convictions = convictions
        self.borough = borough
        self.more = more
    }

    static func member(_ id: String, arrests: Int = 9, category: String = "core", _ more: String = "") -> Somebody {
        Somebody(id, arrests: arrests, #""cohort":{"category":"\#(category)","since":"2026-01-05"}\#(more.isEmpty ? "" : ",")\#(more)"#)
    }

    var line: String {
        #"{"id":"\#(id)","borough":"\#(borough)","date_of_birth":"1990-02-03","convictions_total":\#(convictions),"arrests_total":\#(arrests),"custody_status":"none","statutory":false\#(more.isEmpty ? "" : ",")\#(more)}"#
    }
}
