import Notation
import PackTestKit
@testable import RulePackTesting
import RulePacks

/// A pack in a folder of its own, whose files stay as long as this does: mutants are read from them.
struct MutatedPack {
    let folder: TestFolder
    let path: String

    /// - Parameter tests: text by the name of the file in `tests`.
    init(_ pack: TestPack, tests: [String: String] = [:]) throws {
        folder = try TestFolder()
        path = try pack.write(into: folder)
        for (name, text) in tests { try folder.write("\(pack.id)/tests/\(name)", text) }
    }

    init(_ rules: String, tests: [String: String] = [:]) throws { try self.init(TestPack(rules), tests: tests) }

    /// What becomes of every mutant with the tests of the pack's folder.
    func report(jobs: Int = 1, nominals: Int = 60) async throws -> MutationReport {
        defer { withExtendedLifetime(folder) {} }
        return try await run(PackTestFiles(pack: path).makers(), jobs: jobs, nominals: nominals).run()
    }

    func run(_ makers: [TestSourceMaker], jobs: Int = 1, nominals: Int = 0) throws -> MutationRun {
        let pack = try PackSource.load(path).pack
        return MutationRun(pack, tests: makers, asOf: pack.manifest.valid.from, jobs: jobs, nominals: nominals)
    }
}

extension MutationReport {
    /// `rules.lua:1 >= 18 → > 18: survived`
    var fates: [String] {
        outcomes.map { mutant, fate in
            let end =
                switch fate {
                case .killed(let test): "killed by \(test)"
                case .killedByLoad: "does not load"
                case .survived: "survived"
                }
            return "\(mutant.file):\(mutant.line) \(mutant.was) → \(mutant.now): \(end)"
        }
    }

    var json: String {
        var json = JSONWriter()
        write(to: &json)
        return json.text
    }
}
