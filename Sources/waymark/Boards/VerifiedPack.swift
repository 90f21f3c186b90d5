import Decisions
import Governance
import Notation

/// A pack that travels and has been verified, in words and as JSON.
struct VerifiedPack {
    let examination: Examination

    func print(_ format: Format) throws {
        let out = try ResultFile(nil)
        try out.write(format == .json ? json + "\n" : lines.map { Terminal.wrapped($0, indent: 4) + "\n" }.joined())
        try out.finish()
    }

    private var lines: [String] {
        guard let approval = examination.approval else { return [] }
        return [
            "\(approval.pack.id) \(approval.pack.version): every digest and every signature verifies",
            "  \(approval.pack.digest)",
            "  for \(approval.borough), from \(approval.from) to \(approval.until)",
        ] + examination.signers.map { "  signed by \($0.person.id) (\($0.person.name), \($0.person.agency)) on \($0.statement.on)" }
    }

    private var json: String {
        var json = JSONWriter()
        json.beginObject()
        if let approval = examination.approval {
            json.key("pack"); json.string(approval.pack.id)
            json.key("version"); json.string(approval.pack.version)
            json.key("digest"); json.string(approval.pack.digest)
            json.key("approval_pack"); json.string(examination.digest)
            json.key("borough"); json.string(approval.borough)
            json.key("from"); json.string(approval.from.description)
            json.key("until"); json.string(approval.until.description)
        }
        json.key("signatures"); StandingText.write(examination.signers, to: &json)
        json.endObject()
        return json.text
    }
}
