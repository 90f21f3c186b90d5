import Decisions
import Governance

/// An approval pack, for somebody who is about to sign it.
struct ApprovalText {
    let standing: PackStanding

    init(_ standing: PackStanding) { self.standing = standing }

    var lines: [String] {
        var lines = StandingText(standing: standing).lines
        guard let approval = standing.approval else { return lines }
        lines += [
            "", "What is signed: the approval pack \(standing.examination.digest)",
            "  pack       \(approval.pack.digest)",
            "  evidence   \(approval.evidence)",
            "  after      \(approval.replaces ?? "no other pack")",
            "  borough    \(approval.borough)",
            "  dates      in force from \(approval.from) to \(approval.until), review by \(approval.reviewBy)",
            "  author     \(approval.author), on \(approval.submitted)",
            "  quorum     \(approval.quorum.inWords)",
            "", "Files of the pack:",
        ]
        lines += standing.examination.dossier.files.keys.sorted().map { "  \($0)" }
        return lines
    }
}
