import Evidence
import Governance
import Notation
import Reports
import RulePacks

/// The evidence that goes to the board with a pack: the approval pack as data and as a page.
struct SubmissionEvidence {
    var maker: ApprovalEvidenceMaker

    /// - Throws: `Stop` where the pack has errors or its tests fail.
    func evidence() async throws -> Governance.Evidence {
        let evidence = try await maker.evidence()
        var json = JSONWriter()
        evidence.write(to: &json)
        return Governance.Evidence(json: json.bytes, page: Array(evidence.page.html.utf8))
    }
}
