import RulePacks

/// A small pack, with a module that it uses.
enum Pack {
    static func source(
        _ version: String, id: String = "camford", borough: String = "Camford", from: String = "2026-12-01", until: String = "2027-12-01", reviewBy: String? = nil, least: Int = 1
    ) throws -> PackSource {
        let manifest = """
            return {
              waymark = 1, id = "\(id)", title = "Camford", version = "\(version)",
              owner = { borough = "\(borough)", contact = "board@camford.example" },
              purpose = "Offer help to those who want it.", lawful_basis = "For the board to confirm.",
              valid = { from = "\(from)", review_by = "\(reviewBy ?? until)", until_ = "\(until)" },
              uses = { "common.numbers" }, files = { "rules.lua" }, reads = { "convictions_total" },
            }
            """
        let rules = """
            local numbers = require "common.numbers"
            selection { { "convicted", "Convicted", when = function(n) return n.convictions_total >= numbers.least end } }
            """
        return try PackSource.load(
            PackFiles(
                id: id,
                files: [
                    "\(id)/pack.lua": Array(manifest.utf8), "\(id)/rules.lua": Array(rules.utf8),
                    "common/numbers.lua": Array("return { least = \(least) }".utf8),
                ]))
    }
}
