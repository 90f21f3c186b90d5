import Foundation

/// A page of `docs/checks`: what to avoid and what to write instead, each as files of a small pack.
///
/// A fence ```` ```lua rules.lua ```` is a file of the pack; without a name it is `rules.lua`. In `pack.lua` the keys that
/// matter are enough.
struct CheckPage {
    let code: String
    let text: String

    init(_ code: String) throws {
        self.code = code
        text = try String(contentsOfFile: "\(CheckPage.folder)/\(code).md", encoding: .utf8)
    }

    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path + "/docs/checks"

    var title: Substring { text.prefix { $0 != "\n" } }
    var headings: [String] { text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) } }

    /// The files under a heading, by name.
    func files(under heading: String) -> [String: String] {
        var files: [String: String] = [:]
        var isUnder = false
        var open: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let name = open {
                if line == "```" { open = nil } else { files[name, default: ""] += line + "\n" }
            } else if line.hasPrefix("## ") {
                isUnder = line == "## \(heading)"
            } else if isUnder, line.hasPrefix("```lua") {
                let words = line.split(separator: " ")
                open = words.count > 1 ? String(words[1]) : "rules.lua"
            }
        }
        return files
    }
}
