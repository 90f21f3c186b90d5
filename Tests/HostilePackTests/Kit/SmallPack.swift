import Foundation
import RulePacks
import TestSupport

/// A pack written into a folder of its own, gone with it.
final class SmallPack {
    static let id = "probe"

    let place: TemporaryPlace
    var path: String { "\(place.path)/rules/\(SmallPack.id)" }

    /// - Parameters:
    ///   - files: texts by path beside `pack.lua`; a manifest is added where there is none.
    ///   - limits: the manifest's limits as Lua.
    init(_ files: [String: String], limits: String = SmallPack.low) throws {
        place = try TemporaryPlace()
        var files = files
        if files["pack.lua"] == nil { files["pack.lua"] = SmallPack.manifest(limits: limits) }
        for (name, text) in files {
            let name = name.hasPrefix("../") ? String(name.dropFirst(3)) : "\(SmallPack.id)/\(name)"
            try place.file("rules/\(name)", Data(text.utf8))
        }
    }

    /// The pack that a script of the corpus stands for.
    convenience init(_ script: CorpusCase, limits: String = SmallPack.low) throws {
        try self.init(script.files.merging(["../common/tools.lua": "return {}"]) { given, _ in given }, limits: limits)
    }

    /// So low that a breach takes little time.
    static let low = "{ instructions = 400000, memory_mib = 2 }"
    /// The host's own.
    static let unchanged = "{}"

    static func manifest(limits: String) -> String {
        """
        return {
          waymark = 1,
          id = "\(id)",
          title = "A pack for tests",
          version = "1.0.0",
          owner = { borough = "Camford", contact = "tests@camford.example.org" },
          purpose = "Tests.",
          lawful_basis = "None is needed for tests.",
          valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
          files = { "rules.lua" },
          uses = { "common.tools" },
          reads = { "age", "borough", "convictions_total", "custody_status", "ogrs2", "offences", "gang", "scores", "cohort" },
          protected = { age = "a test", gang = "a test" },
          parameters = {
            limit = { 3, min = 1, max = 9, title = "Limit" },
            areas = { { "Camford", "Oxbridge" }, title = "Areas" },
          },
          limits = \(limits),
        }

        """
    }

    /// Every file and folder below the place, with what is in the files.
    var contents: [String: Data] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
        return Dictionary(uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(place.path)/\($0)") ?? Data()) })
    }

    func load() throws -> PackSource { try PackSource.load(path).pack }
}
