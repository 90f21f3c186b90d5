import ArgumentParser
import Cohorts
import Decisions
import Notation
import RulePacks

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Load packs and say everything that is wrong with them.",
        usage: "waymark check <pack> ... [options]",
        discussion: """
            Example: waymark check rules/staffordshire rules/stoke-on-trent

            Exit codes: 0 nothing is wrong; 1 a pack has errors; 2 wrong usage.
            """)

    @Argument(help: ArgumentHelp("The packs' folders.", valueName: "pack"))
    var packs: [String]
    @OptionGroup var date: DateOption
    @OptionGroup var format: FormatOption

    func run() throws {
        var hasErrors = false
        for path in packs {
            let checked = CheckedPack(path, asOf: date.day)
            hasErrors = hasErrors || checked.count(.error) > 0
            let file = try ResultFile(nil)
            try file.write(format.format == .json ? checked.json : checked.text)
            try file.finish()
        }
        if hasErrors { throw Stop(.failedCheck) }
    }
}

/// What checking one pack came to.
private struct CheckedPack {
    let path: String
    private(set) var source: PackSource?
    private(set) var findings: [Finding] = []

    init(_ path: String, asOf: Day) {
        self.path = path
        do throws(PackError) {
            let (pack, findings) = try PackSource.load(path)
            source = pack
            self.findings = findings
            self.findings += try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: asOf).findings
        } catch {
            findings += error.findings
        }
    }

    func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }

    var json: String {
        var json = JSONWriter()
        json.beginObject()
        json.key("pack"); json.string(source?.manifest.id ?? path)
        json.key("version")
        if let source { json.string(source.manifest.version) } else { json.null() }
        json.key("digest")
        if let source { json.string(source.digest) } else { json.null() }
        json.key("findings")
        json.beginArray()
        for finding in findings { finding.write(to: &json) }
        json.endArray()
        json.key("summary")
        json.beginObject()
        json.key("errors"); json.int(count(.error))
        json.key("warnings"); json.int(count(.warning))
        json.key("notes"); json.int(count(.note))
        json.endObject()
        json.endObject()
        return json.text + "\n"
    }

    var text: String {
        let counts = [(Finding.Severity.error, "error"), (.warning, "warning"), (.note, "note")]
            .filter { count($0.0) > 0 }
            .map { Numbers.count(count($0.0), $0.1) }
        let name = source.map { "\($0.manifest.id) \($0.manifest.version)" } ?? path
        let lines = findings.map { Terminal.wrappedLines($0.text) }
        return (lines + ["\(name): \(counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))"]).joined(separator: "\n") + "\n"
    }
}
