import RulePacks

/// What stands in for a pack in force where there is none: a pack without rules, by which nobody is selected.
enum NobodySelected {
    private static let manifest = """
        return {
          waymark = 1, id = "nobody", title = "No pack in force", version = "0.0.0",
          owner = { borough = "none", contact = "none" }, purpose = "Nobody is selected.", lawful_basis = "None.",
          valid = { from = "2000-01-01", review_by = "2000-01-01", until_ = "9999-12-31" },
          files = { "rules.lua" }, reads = {},
        }
        """

    /// - Throws: `PackError` where the host no longer takes a pack without rules.
    static func pack() throws(PackError) -> PackSource {
        try PackSource.load(
            PackFiles(id: "nobody", files: ["nobody/pack.lua": Array(manifest.utf8), "nobody/rules.lua": Array("local nothing = nil\n".utf8)]))
    }
}
