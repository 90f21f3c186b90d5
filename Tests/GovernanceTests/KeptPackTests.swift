import Foundation
import RulePacks
import Testing

@Suite("a pack kept without its folder")
struct KeptPackTests {
    static let rules = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/rules"

    static var packs: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: rules)) ?? []).filter { FileManager.default.fileExists(atPath: "\(rules)/\($0)/pack.lua") }.sorted()
    }

    @Test("loads as the same pack again, with its baselines and modules", arguments: packs)
    func same(name: String) throws {
        let pack = try PackSource.load("\(KeptPackTests.rules)/\(name)").pack
        let kept = try PackSource.load(pack.files)
        #expect(kept.identity == pack.identity)
        #expect(kept.files == pack.files)
        #expect(kept.ruleFiles.map(\.name) == pack.ruleFiles.map(\.name))
        #expect(kept.modules.keys.sorted() == pack.modules.keys.sorted())
        #expect(kept.parameters.map(\.value) == pack.parameters.map(\.value))
    }

    @Test("does not load without one of its files", arguments: ["camford/pack.lua", "camford/rules.lua", "common/numbers.lua"])
    func missing(file: String) throws {
        var files = try Pack.source("1.0.0").files
        files.files[file] = nil
        #expect(throws: PackError.self) { try PackSource.load(files) }
    }
}
