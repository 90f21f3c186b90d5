import Foundation
import TestSupport
import Testing

@Suite("the documentation")
struct DocumentationTests {
    /// Set `WAYMARK_RECORD` to write what the commands say into the pages, after a change that is meant.
    static let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] != nil

    @Test("every example runs and gives the output that its page shows", arguments: Project.pages)
    func examples(name: String) throws {
        let page = try DocumentationPage(name)
        if page.blocks.isEmpty { return }
        let place = try TemporaryPlace()
        if !page.startsEmpty {
            for part in ["rules", "examples"] {
                try FileManager.default.copyItem(atPath: "\(Project.folder)/\(part)", toPath: "\(place.path)/\(part)")
            }
        }
        var outputs: [(shown: Substring, real: String)] = []
        for block in page.blocks {
            switch block {
            case .file(let path, let text): try place.file(path, Data(text.utf8))
            case .console(let commands, let wanted):
                var status: Int32 = 0
                for command in commands {
                    let result = try run(command.line, in: place)
                    status = result.status
                    let output = result.out + result.err
                    if DocumentationPage.matches(output, shown: command.output) { continue }
                    if DocumentationTests.isRecording {
                        outputs.append((command.output, output))
                    } else {
                        Issue.record("\(name): `\(command.line)` gives\n\(output)\nand the page shows\n\(command.output)")
                    }
                }
                #expect(status == wanted, "\(name): `\(commands.last?.line ?? "")`")
            }
        }
        if outputs.isEmpty { return }
        var recorded = page.text
        for (shown, real) in outputs.reversed() { recorded.replaceSubrange(shown.startIndex..<shown.endIndex, with: real) }
        try Data(recorded.utf8).write(to: URL(fileURLWithPath: "\(Project.folder)/\(name)"))
    }

    private func run(_ line: Substring, in place: TemporaryPlace) throws -> WaymarkBinary.Result {
        let words = DocumentationPage.words(line)
        switch words.first {
        case "waymark": return try WaymarkBinary.run(Array(words.dropFirst()), in: place.path)
        case "chmod" where words.count > 2:
            for file in words.dropFirst(2) { try FileManager.default.setAttributes([.posixPermissions: Int(words[1], radix: 8) ?? 0], ofItemAtPath: place.path + "/" + file) }
            return WaymarkBinary.Result(status: 0, out: "", err: "")
        case "cat" where words.count == 2: return WaymarkBinary.Result(status: 0, out: try place.read(words[1]), err: "")
        default:
            Issue.record("`\(line)`: examples run `waymark`, `cat` and `chmod`; show anything else in a block of `sh`")
            return WaymarkBinary.Result(status: -1, out: "", err: "")
        }
    }

    @Test(
        "an output is compared letter by letter, save where the page leaves something out",
        arguments: [
            ("a\nb\n", "a\nb\n", true), ("a\nb\n", "a\n", false), ("one two three\n", "one … three\n", true), ("one\n", "one…\n", true),
            ("a b a\n", "a…b\n", false), ("a\n", "a…a\n", false), ("x1y2z\n", "x…y…z\n", true), ("x1z\n", "x…y…z\n", false),
            ("", "…", true),
        ])
    func matching(output: String, shown: String, expected: Bool) {
        #expect(DocumentationPage.matches(output, shown: shown) == expected)
    }

    @Test("the words of a command are split at spaces, outside quotes")
    func words() {
        #expect(DocumentationPage.words("waymark check  'a b' --x=\"c d\" \"\"") == ["waymark", "check", "a b", "--x=c d", ""])
    }

    @Test("links lead to files that are there", arguments: Project.pages)
    func links(name: String) throws {
        let text = try DocumentationPage(name).text
        let folder = URL(fileURLWithPath: "\(Project.folder)/\(name)").deletingLastPathComponent()
        for link in text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/).map({ String($0.output.1) }) where !link.contains("://") {
            #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(link).path), "\(name) links to \(link)")
        }
    }

    @Test("the page on the command line has every verb and every option")
    func verbs() throws {
        let page = try DocumentationPage("docs/cli.md").text
        for verb in try names(in: ["--help"]) {
            let subverbs = try names(in: ["help", verb])
            for words in subverbs.isEmpty ? [[verb]] : subverbs.map({ [verb, $0] }) {
                let heading = "\n## `waymark \(words.joined(separator: " "))"
                guard let start = page.range(of: heading) else {
                    Issue.record("docs/cli.md has no part on `waymark \(words.joined(separator: " "))`")
                    continue
                }
                let rest = page[start.upperBound...]
                let part = rest[..<(rest.range(of: "\n## `")?.lowerBound ?? rest.endIndex)]
                let help = try WaymarkBinary.run(["help"] + words, in: Project.folder).out
                for option in Set(help.matches(of: /^ {2}(?:-\w, )?(--[a-z-]+)/.anchorsMatchLineEndings()).map { String($0.output.1) })
                where option != "--help" && option != "--version" {
                    #expect(part.contains("`\(option)"), "\(words.joined(separator: " ")) \(option)")
                }
            }
        }
    }

    /// The subcommands that a help text lists.
    private func names(in help: [String]) throws -> [String] {
        let lines = try WaymarkBinary.run(help, in: Project.folder).out.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }.compactMap { line in
            guard line.hasPrefix("  "), line.dropFirst(2).first != " " else { return nil }
            return line.split(separator: " ").first.map(String.init)
        }
    }
}
