import Cohorts
import Evidence
import Foundation
import Governance
import Notation
import RulePacks
import TestSupport

/// A small pack that tests change, and cohorts for it.
struct Scheme {
    static let asOf = Day(iso: "2026-11-01") ?? .earliest

    var version = "1.0.0"
    var reads = #""age", "convictions_total", "arrests_total", "ogrs2", "offences""#
    var protected = #"age = "a test""#
    var parameters = "high = { 50, min = 20, max = 90, unit = \"points\", title = \"Score for the scheme\" },"
    var rules = Scheme.rules
    var more = ""

    static let rules = """
        local function many(n)
          return n.arrests_total >= 5
        end

        matrix "score" {
          title = "Score",
          range = { 0, 100 },
          rows = {
            { "convictions", "Convictions", max = 60, points = function(n) return math.min(60, n.convictions_total * 10) end },
            { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { 75, 20 }, { 50, 10 } } },
            { "arrests", "Many arrests", points = 10, when = many },
          },
          bands = { { "high", "High", from = param.high }, { "low", "Low" } },
        }

        selection {
          { "join", "Join the scheme", category = "core", when = function(n, d) return d.band.score == "high" end },
          { "watch", "Monitor", action = "monitor", when = function(n) return n.convictions_total >= 1 end },
        }

        """

    func replacing(_ old: String, with new: String) -> Scheme {
        var copy = self
        copy.rules = rules.replacing(old, with: new)
        copy.parameters = parameters.replacing(old, with: new)
        return copy
    }

    func load() throws -> PackSource {
        let place = try TemporaryPlace()
        try place.file("scheme/pack.lua", Data(manifest.utf8))
        try place.file("scheme/rules.lua", Data(rules.utf8))
        return try PackSource.load(place.path + "/scheme").pack
    }

    private var manifest: String {
        """
        return {
          waymark = 1, id = "scheme", title = "The scheme", version = "\(version)",
          owner = { borough = "Camford", contact = "board@camford.example" },
          purpose = "Tests.", lawful_basis = "Tests.",
          valid = { from = "2026-01-01", review_by = "2026-12-01", until_ = "2027-12-31" },
          files = { "rules.lua" }, reads = { \(reads) }, protected = { \(protected) }, parameters = { \(parameters) },
          \(more)
        }

        """
    }
}

/// People as lines of a cohort file.
struct Crowd {
    private(set) var lines: [String] = []

    /// - Parameter more: further members in JSON, without the comma before them.
    mutating func add(_ id: String, convictions: Int = 0, arrests: Int = 0, ogrs2: Int? = 40, born: String = "1990-05-01", _ more: String = "") {
        let score = ogrs2.map { #","ogrs2":\#($0),"ogrs2_date":"2026-10-01""# } ?? ""
        lines.append(
            #"{"id":"\#(id)","borough":"Camden","date_of_birth":"\#(born)","convictions_total":\#(convictions),"arrests_total":\#(arrests),"#
                + #""custody_status":"none","statutory":false,"offences":[]\#(score)\#(more.isEmpty ? "" : ",")\#(more)}"#)
    }

    mutating func add(line: String) { lines.append(line) }

    /// A source of them as a file.
    func source(_ layout: RowLayout) throws -> (any CohortSource, TemporaryPlace) {
        let place = try TemporaryPlace()
        let file = try place.file("cohort.ndjson", Data(lines.map { $0 + "\n" }.joined().utf8))
        return (try openCohort(path: file.path, layout: layout, rewindable: true), place)
    }

    func impact(_ old: Scheme, _ new: Scheme) throws -> ImpactReport {
        let run = try ImpactRun(old: try old.load(), new: try new.load(), asOf: Scheme.asOf)
        let (source, place) = try source(run.layout)
        defer { withExtendedLifetime(place) {} }
        return try run.report(source)
    }

    func equality(_ scheme: Scheme, _ change: (inout EqualityRun) throws -> Void = { _ in }) throws -> EqualityReport {
        var run = EqualityRun(try scheme.load(), asOf: Scheme.asOf)
        try change(&run)
        let (source, place) = try source(run.layout)
        defer { withExtendedLifetime(place) {} }
        return try run.report(source)
    }

    func simulate(_ scheme: Scheme, _ vary: String...) throws -> SimulationReport {
        let run = try SimulationRun(try scheme.load(), try vary.map { try Variation($0) }, asOf: Scheme.asOf)
        let (source, place) = try source(run.layout)
        defer { withExtendedLifetime(place) {} }
        return try run.report(source)
    }
}
