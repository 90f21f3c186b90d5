import Cohorts
import Decisions
import Foundation
import Notation
import PackTestKit
import RuleChecks
import RulePacks
import TestSupport

/// A pack written as text, and what following its functions finds.
struct TypedPack {
    /// Texts by path beside the pack's folder; `rules.lua` and the like stand in the folder `probe`.
    var files: [String: String]
    var reads = TestPack.everyField
    var protected = TestPack.everyReason
    var parameters = ""
    /// Further keys of the manifest, each with a comma behind it.
    var more = ""

    init(_ rules: String) { files = ["rules.lua": rules] }

    var manifest: String {
        """
        return {
          waymark = 1, id = "probe", title = "A pack for tests", version = "1.0.0",
          owner = { borough = "Camford", contact = "tests@camford.example.org" }, purpose = "Tests.", lawful_basis = "None is needed for tests.",
          valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" }, files = { "rules.lua" }, \(more)
          reads = { \(reads) },
          protected = { \(protected) },
          parameters = { \(parameters) },
        }
        """
    }

    static let day = testDay

    /// - Throws: where the pack does not load.
    func findings() throws -> [Finding] {
        let place = try TemporaryPlace()
        for (name, text) in files { try place.file(name.contains("/") ? name : "probe/" + name, Data(text.utf8)) }
        if files["pack.lua"] == nil { try place.file("probe/pack.lua", Data(manifest.utf8)) }
        return try TypedPack.findings(place.path + "/probe")
    }

    /// What is found in the rule files, leaving aside what the manifest declares for nothing.
    func ruleFindings() throws -> [Finding] { try findings().filter { $0.file != "pack.lua" } }

    /// What following the functions of the pack in a folder finds.
    static func findings(_ path: String) throws -> [Finding] {
        let pack = try PackSource.load(path).pack
        return TypeChecks.findings(try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: day))
    }

    static func text(_ path: String) throws -> String { try fileText(projectFolder + "/" + path) }
}
