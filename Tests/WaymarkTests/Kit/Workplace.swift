import Foundation
import TestSupport

/// A folder of a test's own, with the project's packs and examples in it.
struct Workplace {
    /// The date of the examples.
    static let date = "2026-11-01"

    let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
        for part in ["rules", "examples"] {
            let from = URL(fileURLWithPath: "\(Project.folder)/\(part)").resolvingSymlinksInPath()
            try FileManager.default.copyItem(at: from, to: URL(fileURLWithPath: "\(place.path)/\(part)"))
        }
    }

    func run(_ arguments: String..., input: String = "") throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(arguments, in: place.path, input: input)
    }

    func shell(_ line: String, input: String = "") throws -> WaymarkBinary.Result {
        try WaymarkBinary.shell(line, in: place.path, input: input)
    }

    func read(_ name: String) throws -> String { try place.read(name) }

    func write(_ name: String, _ text: String) throws { try place.file(name, Data(text.utf8)) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(place.path)/\(name)") }

    /// Every file outside the packs and examples, so that none is left that nobody asked for.
    var files: [String] {
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: place.path)) ?? []
        return all.filter { !$0.hasPrefix("rules") && !$0.hasPrefix("examples") }.sorted()
    }
}
