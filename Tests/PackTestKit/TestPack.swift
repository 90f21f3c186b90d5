package import Decisions
package import Notation
package import RulePacks

/// A pack written as text, which may read every field unless a test says otherwise.
package struct TestPack {
    package var id = "test-pack"
    /// The text of `rules.lua`.
    package var rules = ""
    /// The Lua of `reads`, without its braces.
    package var reads = TestPack.everyField
    /// The Lua of `protected`, without its braces.
    package var protected = TestPack.everyReason
    package var parameters = ""
    package var maxAge = ""
    /// The Lua of `files`, without its braces.
    package var files = #""rules.lua""#
    /// Further keys of the manifest, each with a comma behind it.
    package var more = ""
    /// The text of `fields.lua`.
    package var fields: String?
    /// Further files, by their path beside the pack's folder: `common/rag.lua`.
    package var others: [String: String] = [:]

    package init(_ rules: String = "") { self.rules = rules }

    package static let everyField = """
        "age", "borough", "sex", "ethnicity", "disability", "convictions_total", "arrests_total", "age_first_conviction",
        "age_first_arrest", "ogrs2", "ogrs3", "risk_of_harm", "custody_status", "prison", "release_date", "statutory",
        "managing_agency", "mappa_level", "needs", "offences", "orders", "intelligence", "gang", "associates", "linked_series",
        "referrals", "engagement", "reviews", "cohort", "scores", "taskings", "safeguarding", "victim", "local"
        """

    package static let everyReason = """
        age = "a test", sex = "a test", ethnicity = "a test", disability = "a test", intelligence = "a test", gang = "a test",
        associates = "a test", safeguarding = "a test", victim = "a test", ["needs.mental_health"] = "a test",
        ["needs.physical_health"] = "a test"
        """

    package var manifest: String {
        """
        return {
          waymark = 1,
          id = "\(id)",
          title = "A pack for tests",
          version = "1.0.0",
          owner = { borough = "Camden", contact = "tests@example.org" },
          purpose = "Tests.",
          lawful_basis = "None is needed for tests.",
          valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
          files = { \(files) },
          reads = { \(reads) },
          protected = { \(protected) },
          parameters = { \(parameters) },
          max_age = { \(maxAge) },
          \(more)
        }
        """
    }

    /// Writes the pack and gives the path of its folder.
    package func write(into folder: TestFolder) throws -> String {
        try folder.write("\(id)/pack.lua", manifest)
        try folder.write("\(id)/rules.lua", rules)
        if let fields { try folder.write("\(id)/fields.lua", fields) }
        for (path, text) in others { try folder.write(path, text) }
        return folder.path + "/" + id
    }

    package func with(rules: String) -> TestPack {
        var copy = self
        copy.rules = rules
        return copy
    }

    package func load() throws -> PackSource {
        let folder = try TestFolder()
        return try PackSource.load(write(into: folder)).pack
    }

    /// Everything that loading finds, errors or not.
    package func findings() throws -> [Finding] {
        let folder = try TestFolder()
        return packFindings(try write(into: folder))
    }
}

/// Everything that loading the pack in a folder finds.
package func packFindings(_ path: String) -> [Finding] {
    do throws(PackError) {
        let (pack, findings) = try PackSource.load(path)
        return findings + (try RuleProgram(pack, layout: CohortRun(pack: pack, asOf: testDay).layout, asOf: testDay).findings)
    } catch {
        return error.findings
    }
}

/// The day as of which tests evaluate unless they say otherwise.
package let testDay = day("2026-11-01")

/// A date written as ISO 8601; one that does not exist is the earliest there is, which no test uses.
package func day(_ text: String) -> Day { Day(iso: text) ?? .earliest }
