import Foundation
import Testing

/// One script of the corpus: the files of a small pack, and what must come of it.
///
/// The script is the pack's `rules.lua`. Its first lines are comments `-- key: value`; `-- file: name` begins another file
/// of the pack or, with `../`, one beside it. `«text»*300` stands for the text 300 times, for what no one would type.
struct CorpusCase: Sendable, CustomTestStringConvertible {
    enum Outcome: Hashable, Sendable {
        /// The pack does not load, with a finding of this code.
        case refused(String)
        /// The record of every nominal is an error with this code.
        case error(String)
        /// It runs to its end, and gives the same bytes wherever and whenever it runs.
        case same
    }

    let name: String
    let folder: String
    /// What it tries, or shows, in words.
    let about: String
    let outcome: Outcome
    /// Words that the finding or the error must contain.
    let says: String?
    /// What the reason of the row `probe` must be, for every nominal.
    let result: String?
    /// Texts by path beside `pack.lua`.
    let files: [String: String]

    var testDescription: String { "\(folder)/\(name): \(about)" }

    init(name: String, folder: String, text: String) throws {
        self.name = name
        self.folder = folder
        var header: [String: String] = [:]
        var files: [String: [Substring]] = [:]
        var file = "rules.lua"
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let comment = line.hasPrefix("-- ") ? line.dropFirst(3).split(separator: ": ", maxSplits: 1) : []
            if comment.count == 2, comment[0] == "file" {
                file = String(comment[1])
                continue
            } else if comment.count == 2, files[file] == nil || files[file]?.allSatisfy({ $0.hasPrefix("-- ") }) == true {
                header[String(comment[0])] = String(comment[1])
            }
            files[file, default: []].append(line)
        }
        self.files = files.mapValues { CorpusCase.expanded($0.joined(separator: "\n")) }
        guard let about = header["tries"] ?? header["shows"] else { throw CorpusError(place: "\(folder)/\(name)", lacks: "tries") }
        self.about = about
        says = header["says"]
        result = header["result"]
        switch header["outcome"] ?? (folder == "ordinary" ? "same" : nil) {
        case "same"?: outcome = .same
        case let code? where code.hasPrefix("load:"): outcome = .refused(String(code.dropFirst(5)))
        case let code?: outcome = .error(code)
        case nil: throw CorpusError(place: "\(folder)/\(name)", lacks: "outcome")
        }
    }

    private static func expanded(_ text: String) -> String {
        text.replacing(#/«([^»]*)»\*(\d+)/#) { match in String(repeating: String(match.output.1), count: Int(match.output.2) ?? 0) }
    }
}

struct CorpusError: Error, CustomStringConvertible {
    let place: String
    let lacks: String
    var description: String { "\(place) has no line `-- \(lacks): …`" }
}

/// Every script of the corpus, read once.
enum Corpus {
    static let attacks = folders.flatMap(scripts)
    static let ordinary = scripts(in: "ordinary")
    static let folders = names(in: "attacks").map { "attacks/\($0)" }

    private static let root = Bundle.module.resourcePath.map { $0 + "/Corpus" } ?? "Corpus"

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    private static func scripts(in folder: String) -> [CorpusCase] {
        names(in: folder).map { file in
            do {
                let text = try String(contentsOfFile: "\(root)/\(folder)/\(file)", encoding: .utf8)
                let short = folder.split(separator: "/").last.map(String.init) ?? folder
                return try CorpusCase(name: String(file.prefix { $0 != "." }), folder: short, text: text)
            } catch { preconditionFailure("\(error)") }
        }
    }
}
