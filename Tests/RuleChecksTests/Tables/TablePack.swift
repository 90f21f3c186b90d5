import Cohorts
import Decisions
import Foundation
import Notation
import RulePacks
import TestSupport

@testable import RuleChecks

/// A pack with the given rules, which may read every field that these tests need.
struct TablePack {
    let program: RuleProgram

    init(_ rules: String, parameters: String = "") throws {
        let place = try TemporaryPlace()
        try place.file("p/pack.lua", Data(TablePack.manifest(parameters).utf8))
        try place.file("p/rules.lua", Data(rules.utf8))
        try self.init(path: place.path + "/p")
    }

    init(path: String) throws {
        let pack = try PackSource.load(path).pack
        program = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: pack.manifest.valid.from)
    }

    /// What the checks find, each as `WM039 warning 3: no row takes …`, with `| nominal { … }` where there is a witness.
    var findings: [String] {
        TableChecks.findings(program).map { finding in
            "\(finding.code.rawValue) \(finding.severity.rawValue) \(finding.line ?? 0): "
                + finding.message.replacing(/\ \(decision table `\w+`\)$/, with: "") + (finding.witness.map { " | \($0)" } ?? "")
        }
    }

    private static func manifest(_ parameters: String) -> String {
        """
        return {
          waymark = 1, id = "p", title = "A pack for tests", version = "1.0.0",
          owner = { borough = "Camden", contact = "tests@example.org" },
          purpose = "Tests.", lawful_basis = "None is needed for tests.",
          valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
          files = { "rules.lua" },
          reads = { "age", "borough", "ogrs2", "ogrs3", "risk_of_harm", "statutory", "convictions_total", "needs.drugs", "needs.alcohol",
            "offences", "release_date", "cohort", "custody_status", "prison" },
          protected = { age = "a test" },
          parameters = { \(parameters) },
        }
        """
    }
}

/// A decision table over OGRS3 and the risk of harm, as `rules.lua`; its first row stands on line 7.
func riskTable(_ hit: String, _ rows: String...) -> String {
    """
    decision_table "tier" {
      title = "Tier", hit = "\(hit)",
      inputs = { { "ogrs", "OGRS3", of = function(n) return n.ogrs3 end }, { "harm", "risk of harm", of = function(n) return n.risk_of_harm end } },
      outputs = { { "tier", values = { "A", "B", "C" } } },

      rows = {
        \(rows.joined(separator: ",\n    "))
      },
    }
    """
}

/// A decision table of one input that gives what an expression of `n` and `d` does, with a row for each cell.
func oneInput(_ expression: String, _ cells: String..., before: String = "", hit: String = "unique") -> String {
    """
    \(before)
    decision_table "one" {
      title = "One", hit = "\(hit)", inputs = { { "value", of = function(n, d) return \(expression) end } }, outputs = { { "out" } },
      rows = { \(cells.enumerated().map { "{ [==[\($1)]==], \"->\", \"r\($0)\" }" }.joined(separator: ", ")) },
    }
    """
}
