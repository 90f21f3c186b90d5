/// A pack of one file of rules, to be written into a workplace.
struct SmallPack {
    var id = "small"
    var title = "The small scheme"
    var purpose = "Offer help to those who want it."
    var reads: [String] = ["convictions_total"]
    /// Further lines of the manifest, each with its comma.
    var more = ""
    var rules: String

    var manifest: String {
        """
        return {
          waymark = 1,
          id = "\(id)",
          title = "\(title)",
          version = "1.0.0",
          owner = { borough = "Camford", contact = "board@camford.example" },
          purpose = "\(purpose)",
          lawful_basis = "For the board to confirm.",
          valid = { from = "2026-01-01", review_by = "2026-12-01", until_ = "2027-12-31" },
          files = { "rules.lua" },
          reads = { \(reads.map { "\"\($0)\"" }.joined(separator: ", ")) },
          \(more)
        }

        """
    }

    /// Selects everybody with a conviction.
    static let plain = SmallPack(
        rules: """
            selection {
              { "convicted", "Convicted of an offence", when = function(n) return n.convictions_total >= 1 end },
            }

            """)
}

extension Workplace {
    func write(_ pack: SmallPack) throws {
        try write("rules/\(pack.id)/pack.lua", pack.manifest)
        try write("rules/\(pack.id)/rules.lua", pack.rules)
    }
}
