import Decisions
import Governance

/// An approval pack, for somebody who is about to sign it.
struct ApprovalText {
    let standing: PackStanding

    init(_ standing: PackStanding) { self.standing = standing }

    var text: String {
        var lines = StandingText(standing: standing).lines.map { Terminal.wrapped($0, indent: 4) }
        guard let approval = standing.approval else { return lines.joined(separator: "\n") + "\n" }
        let facts = [
            ("approval", standing.examination.digest), ("pack", approval.pack.digest), ("evidence", approval.evidence),
            ("after", approval.replaces ?? "no other pack"), ("borough", approval.borough),
            ("in force", "from \(approval.from) to \(approval.until), review by \(approval.reviewBy)"),
            ("author", "\(approval.author), on \(approval.submitted)"), ("quorum", approval.quorum.inWords),
        ]
        // Digests stay whole, for copying.
        lines += ["", "What is signed:"] + facts.map { "  \($0.0.padded(to: 9))\($0.1)" }
        lines += ["", "Files of the pack:"] + standing.examination.dossier.files.keys.sorted().map { "  \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
