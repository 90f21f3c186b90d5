import Foundation
import TestSupport

/// A folder of a test's own, with a small pack that selects everybody with a conviction.
struct BadPlace {
    let place: TemporaryPlace

    init() throws {
        place = try TemporaryPlace()
        try pack("small")
    }

    var path: String { place.path }

    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws { try place.file(name, Data(bytes)) }
    func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

    /// Writes a pack that is in order but for what is given.
    /// - Parameters:
    ///   - files: the Lua of `files`, without its braces.
    ///   - manifest: the whole of `pack.lua`; nil for one that is in order.
    func pack(_ id: String, files: String = "\"rules.lua\"", manifest: String? = nil, rules: String = BadPlace.rules) throws {
        try write("rules/\(id)/pack.lua", manifest ?? BadPlace.manifest(id, files: files))
        try write("rules/\(id)/rules.lua", rules)
    }

    static let rules = "selection {\n  { \"convicted\", \"Convicted\", when = function(n) return n.convictions_total >= 1 end },\n}\n"

    static func manifest(_ id: String, files: String = "\"rules.lua\"") -> String {
        """
        return {
          waymark = 1, id = "\(id)", title = "Small", version = "1.0.0", purpose = "Tests.", lawful_basis = "None.",
          owner = { borough = "Camford", contact = "board@camford.example" },
          valid = { from = "2026-01-01", review_by = "2026-12-01", until_ = "2027-12-31" },
          files = { \(files) },
          reads = { "convictions_total" },
        }

        """
    }

    func run(_ arguments: String...) throws -> WaymarkBinary.Result { try WaymarkBinary.run(arguments, in: path) }
    func shell(_ line: String) throws -> WaymarkBinary.Result { try WaymarkBinary.shell(line, in: path) }

    /// Evaluates a cohort file with the small pack.
    func evaluate(_ cohort: String, _ more: String...) throws -> Evaluated {
        let command = ["evaluate", "rules/small", cohort, "--as-of", "2026-11-01", "--rejects", "rejects"] + more
        return try evaluated(WaymarkBinary.run(command, in: path))
    }

    /// What came of an evaluation whose rejects are in the file `rejects`.
    func evaluated(_ result: WaymarkBinary.Result) throws -> Evaluated {
        var all = Evaluated(result: result)
        all.ids = try result.out.split(separator: "\n").map { try JSONValue(Data($0.utf8))["nominal"]?.text ?? "?" }
        guard exists("rejects") else { return all }
        all.rejects = try place.read("rejects").split(separator: "\n").map { line in
            let value = try JSONValue(Data(line.utf8))
            return Evaluated.Rejected(
                line: value["line"].flatMap { if case .number(let line) = $0 { Int(line) } else { nil } } ?? 0, id: value["id"]?.text,
                path: value["path"]?.text ?? "?", message: value["message"]?.text ?? "")
        }
        return all
    }

    func exists(_ name: String) -> Bool { (try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")) != nil }

    /// The names of the files beside the folder `rules`.
    var files: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0 != "rules" }.sorted()
    }
}

struct Evaluated {
    struct Rejected {
        var line: Int
        var id: String?
        var path: String
        var message: String
    }

    var result: WaymarkBinary.Result
    var ids: [String] = []
    var rejects: [Rejected] = []

    var status: Int32 { result.status }
    var lines: [Int] { rejects.map(\.line) }
}

extension JSONValue {
    var text: String? { if case .string(let text) = self { text } else { nil } }
}

/// A valid nominal with what is required and no more.
enum Person {
    static func json(_ id: String, _ more: String = "") -> String {
        #"{"id":"\#(id)","borough":"Camford","date_of_birth":"1990-05-01","convictions_total":3,"arrests_total":7,"#
            + #""custody_status":"none","statutory":false\#(more.isEmpty ? "" : ",")\#(more)}"#
    }

    static let heading = "id,borough,date_of_birth,convictions_total,arrests_total,custody_status,statutory"
    static func row(_ id: String) -> String { "\(id),Camford,1990-05-01,3,7,none,no" }
}

/// The project's folder, in which its packs are.
enum Project {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}
