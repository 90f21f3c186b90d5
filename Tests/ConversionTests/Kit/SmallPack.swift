import Cohorts
import Foundation
import RulePacks
import TestSupport

/// A pack of one rule file in a folder of its own.
struct SmallPack {
    let place: TemporaryPlace
    var path: String { "\(place.path)/small" }

    init(_ rules: String, reads: String, parameters: String = "", fields: String? = nil) throws {
        place = try TemporaryPlace()
        let manifest = """
            return {
              waymark = 1, id = "small", title = "Small", version = "1.0.0",
              owner = { borough = "Camden", contact = "tests@example.org" }, purpose = "Tests.", lawful_basis = "None is needed for tests.",
              valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
              files = { "rules.lua" }, reads = { \(reads) }, parameters = { \(parameters) },
            }
            """
        try place.file("small/pack.lua", Data(manifest.utf8))
        try place.file("small/rules.lua", Data(rules.utf8))
        if let fields { try place.file("small/fields.lua", Data(fields.utf8)) }
    }

    func program(replacing replaced: [String: [UInt8]] = [:]) throws -> RuleProgram {
        let source = try PackSource.load(path, replacing: replaced).pack
        return try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: testDay)
    }

    static let matrix = """
        local weight = 3 -- a constant of the file

        matrix "score" {
          title = "Score", -- what people read
          source = "Board, 2026",
          range = { 0, 100 },
          rows = {
            -- the record
            { "record", "Convictions", max = 40, points = function(n) return weight * n.convictions_total end },
            { "ogrs", "OGRS2", of = function(n) return n.ogrs2 end, steps = { { param.high, 30 }, { 50.50, 15 } } }, -- by the scale
            { "drugs", "Marked drug need", points = 15.0, when = function(n) return n.needs.drugs == 2 end },
            { "both", "Both", points = param.both_points, when = function(n) return n.ogrs2 >= 20 and n.ogrs2 < 75 and n.needs.alcohol >= 1 end },
          },
          bands = { { "high", "High", from = param.top }, { "low", "Low" } },
        }
        """
    static let matrixReads = #""convictions_total", "ogrs2", "needs.drugs", "needs.alcohol""#
    static let matrixParameters = """
        high = { 75, title = "High" }, both_points = { 5, title = "Both" }, top = { 60, title = "Top" }
        """

    static func scored() throws -> SmallPack { try SmallPack(matrix, reads: matrixReads, parameters: matrixParameters) }
}
