import Decisions
import Notation
import RuleChecks
import RulePacks

/// A checked pack, with what was fixed where somebody asked for that.
struct CheckReport {
    let pack: CheckedPack
    /// nil where nobody asked for fixes.
    let fixer: PackFixer?

    /// `camford 1.0.0: 1 error, 2 warnings`
    var summary: String {
        let counts = [(Finding.Severity.error, "error"), (.warning, "warning"), (.note, "note")]
            .filter { pack.count($0.0) > 0 }
            .map { Numbers.count(pack.count($0.0), $0.1) }
        let name = pack.source.map { "\($0.manifest.id) \($0.manifest.version)" } ?? pack.path
        return "\(name): \(counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))"
    }

    /// What was changed and what was not, a line each.
    var fixLines: [String] {
        guard let fixer else { return [] }
        return fixer.applied.map { "fixed \($0.text)" }
            + fixer.withheld.map { withheld in
                "not fixed \(withheld.fix.text)" + (withheld.because.map { ": it would bring \($0.text)" } ?? ": it would settle nothing")
            }
    }

    var text: String {
        (fixLines + pack.findings.map(\.text)).map { Terminal.wrapped($0, indent: 4) + "\n" }.joined() + summary + "\n"
    }

    var json: String {
        var json = JSONWriter()
        json.beginObject()
        json.key("pack"); json.string(pack.source?.manifest.id ?? pack.path)
        json.key("version")
        json.optional(pack.source?.manifest.version)
        json.key("digest")
        json.optional(pack.source?.digest)
        if let fixer {
            json.key("fixed")
            json.beginArray()
            for fix in fixer.applied { fix.write(to: &json) }
            json.endArray()
        }
        json.key("findings")
        json.beginArray()
        for finding in pack.findings { finding.write(to: &json) }
        json.endArray()
        json.key("summary")
        json.beginObject()
        json.key("errors"); json.int(pack.count(.error))
        json.key("warnings"); json.int(pack.count(.warning))
        json.key("notes"); json.int(pack.count(.note))
        json.endObject()
        json.endObject()
        return json.text + "\n"
    }
}
