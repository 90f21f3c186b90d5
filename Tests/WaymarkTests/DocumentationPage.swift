import Foundation
import TestSupport

/// A page of the documentation, with the files that it shows and the commands that it runs.
///
/// A fence ```` ```lua file=rules/camford/pack.lua ```` is a file to write; ```` ```console ```` holds commands, each after
/// `$ `, and the output of each below it. `…` stands for any text; `status=1` says how the last command of a block ends.
/// `<!-- starts from an empty folder -->` keeps the project's own rules and examples out.
struct DocumentationPage {
    enum Block {
        case file(path: String, text: String)
        case console([Command], status: Int32)
    }

    struct Command {
        var line: Substring
        /// What the page shows below it, with its place in the page's text.
        var output: Substring
    }

    let name: String
    let text: String

    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOfFile: Project.folder + "/" + name, encoding: .utf8)
    }

    var startsEmpty: Bool { text.contains("<!-- starts from an empty folder -->") }

    var blocks: [Block] {
        var blocks: [Block] = []
        var open: (heading: [Substring], lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let (heading, lines) = open {
                if line != "```" {
                    open?.lines.append(line)
                    continue
                }
                open = nil
                if let block = block(heading, lines) { blocks.append(block) }
            } else if line.hasPrefix("```") {
                open = (line.dropFirst(3).split(separator: " "), [])
            }
        }
        return blocks
    }

    private func block(_ heading: [Substring], _ lines: [Substring]) -> Block? {
        func attribute(_ name: String) -> String? {
            heading.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
        }
        if let path = attribute("file") { return .file(path: path, text: lines.map { $0 + "\n" }.joined()) }
        guard heading.first == "console" else { return nil }
        var commands: [Command] = []
        for line in lines {
            // The newline behind a line belongs to it.
            let end = text.index(after: line.endIndex)
            if line.hasPrefix("$ ") {
                commands.append(Command(line: line.dropFirst(2), output: text[end..<end]))
            } else if let command = commands.last {
                commands[commands.count - 1].output = text[command.output.startIndex..<end]
            }
        }
        return .console(commands, status: attribute("status").flatMap { Int32($0) } ?? 0)
    }

    /// Whether an output is the one shown, in which `…` stands for anything.
    static func matches(_ output: String, shown: some StringProtocol) -> Bool {
        let pieces = shown.components(separatedBy: "…")
        guard pieces.count > 1 else { return output == shown }
        guard output.hasPrefix(pieces[0]), output.hasSuffix(pieces[pieces.count - 1]) else { return false }
        var rest = output.dropFirst(pieces[0].count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = rest.range(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.count >= pieces[pieces.count - 1].count
    }

    /// The words of a command; quotes hold spaces together.
    static func words(_ line: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + [word].compactMap { $0 }
    }
}

/// The project's own folder, found from where this file stands.
enum Project {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// Pages of the documentation, by their path in the project.
    static var pages: [String] {
        let docs = (try? FileManager.default.subpathsOfDirectory(atPath: folder + "/docs")) ?? []
        return ["README.md"] + docs.filter { $0.hasSuffix(".md") }.map { "docs/" + $0 }.sorted()
    }
}
