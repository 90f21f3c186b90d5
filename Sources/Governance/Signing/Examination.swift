import DecisionStore
import Decisions
import Notation
package import RulePacks

/// What verifying an approval pack came to, under one version of `waymark.lua`: every digest and every signature.
package struct Examination: Sendable {
    package let digest: String
    package let dossier: Dossier
    /// nil where it cannot be read.
    package internal(set) var approval: ApprovalPack?
    /// The pack itself, loaded from its files; nil where it does not load.
    package internal(set) var source: PackSource?
    /// What was changed since it was signed. Where there is anything, nothing else counts.
    package internal(set) var alterations: [Refusal] = []
    /// Why the author's statement would not be accepted now; nil where it would.
    package internal(set) var authorRefusal: Refusal?
    /// Signatures that do not count, and why.
    package internal(set) var discounted: [Refusal] = []
    /// Those whose signatures count, in the order in which they signed.
    package internal(set) var signers: [(person: Person, statement: Statement)] = []
    /// What is missing to the quorum.
    package internal(set) var missing: [Refusal] = []
    package internal(set) var rejection: Statement?
    package internal(set) var withdrawal: Statement?
    /// Whether so many signed as were needed, whoever of them counts today.
    package internal(set) var wasApproved = false

    /// Approved, and nothing has been said against it since.
    package var isApproved: Bool { alterations.isEmpty && missing.isEmpty && rejection == nil && withdrawal == nil }

    /// Everything for which a file from elsewhere is refused.
    package var refusals: [Refusal] { alterations + [authorRefusal].compactMap { $0 } + discounted + missing }
}

extension Dossier {
    package func examined(_ people: People) -> Examination {
        var examination = Examination(digest: digest, dossier: self)
        examination.examineContents()
        guard let approval = examination.approval else { return examination }
        examination.examineStatements(approval, people)
        return examination
    }
}

extension Examination {
    private mutating func altered(_ kind: Refusal.Kind, _ message: String) { alterations.append(Refusal(kind, message)) }

    fileprivate mutating func examineContents() {
        let approval: ApprovalPack
        do throws(JSONFault) {
            approval = try ApprovalPack(reading: dossier.document)
        } catch {
            return altered(.approvalAltered, "the approval pack \(digest.prefix(19))… was altered: it is not in the form in which it was written")
        }
        self.approval = approval
        let name = "`\(approval.pack.id)` \(approval.pack.version)"
        if sha256(dossier.evidence) != approval.evidence {
            altered(.evidenceAltered, "the evidence for \(name) is not the evidence that was submitted: its digest is another one")
        }
        if dossier.page.map(sha256) != approval.page {
            altered(.pageAltered, "the page of the approval pack for \(name) is not the one that was submitted: its digest is another one")
        }
        let kept = PackFiles(id: approval.pack.id, files: dossier.files)
        do throws(PackError) {
            let source = try PackSource.load(kept)
            guard source.files == kept, source.identity == approval.pack else {
                return altered(.packAltered, "the pack \(name) is not the one that was submitted: its digest is \(source.digest), and the approval is of \(approval.pack.digest)")
            }
            let manifest = source.manifest
            guard manifest.owner.borough == approval.borough, manifest.valid.from == approval.from, manifest.valid.reviewBy == approval.reviewBy,
                manifest.valid.until == approval.until
            else { return altered(.approvalAltered, "the approval pack for \(name) does not give the borough and the dates of the pack") }
            self.source = source
        } catch {
            altered(.packAltered, "the pack \(name) is not the one that was submitted: it does not load\(error.findings.first.map { ": \($0.text)" } ?? "")")
        }
    }

    fileprivate mutating func examineStatements(_ approval: ApprovalPack, _ people: People) {
        var signed: Set<String> = []
        for (place, stored) in dossier.statements.enumerated() {
            guard let statement = authentic(stored, approval) else { continue }
            if (place == 0) != (statement.act == .submit) {
                altered(.statementAltered, "the statements on `\(approval.pack.id)` \(approval.pack.version) do not begin with the author's, or have it twice")
                continue
            }
            switch statement.act {
            case .submit:
                if statement.by != approval.author {
                    altered(.statementAltered, "the pack was submitted by `\(statement.by)`, and the approval pack says by `\(approval.author)`")
                }
                authorRefusal = refusal(of: statement, stored, .analyst, people)
            case .approve:
                if !signed.insert(statement.by).inserted {
                    discounted.append(Refusal(.signedTwice, "`\(statement.by)` has signed twice: one person has one signature"))
                } else if statement.by == approval.author, !(approval.quorum.authorMaySign && people.quorum.authorMaySign) {
                    discounted.append(Examination.authorSigns(statement.by))
                } else if let refusal = refusal(of: statement, stored, .board, people) {
                    discounted.append(refusal)
                } else if let person = people[statement.by] {
                    signers.append((person, statement))
                }
            case .reject: rejection = rejection ?? statement
            case .withdraw: withdrawal = withdrawal ?? statement
            }
        }
        if dossier.statements.isEmpty { altered(.statementAltered, "nobody has signed the submission of `\(approval.pack.id)` \(approval.pack.version)") }
        // A quorum that is lowered afterwards lets nothing through that was not fully signed before.
        missing = people.quorum.refusals(agencies: signers.map(\.person.agency))
        let isShort = missing.contains { $0.kind == .signaturesShort }
        for refusal in approval.quorum.refusals(agencies: signers.map(\.person.agency))
        where !missing.contains(refusal) && !(isShort && refusal.kind == .signaturesShort) {
            missing.append(refusal)
        }
        wasApproved = alterations.isEmpty && signed.subtracting(approval.quorum.authorMaySign ? [] : [approval.author]).count >= approval.quorum.signatures
    }

    static func authorSigns(_ author: String) -> Refusal {
        Refusal(.authorSigns, "`\(author)` submitted the pack and may not sign it: the quorum asks for others")
    }

    /// The statement, where it is about this approval pack and its signature verifies.
    private mutating func authentic(_ stored: StoredStatement, _ approval: ApprovalPack) -> Statement? {
        let statement: Statement
        do throws(JSONFault) {
            statement = try Statement(reading: stored.text)
        } catch {
            altered(.statementAltered, "a statement on `\(approval.pack.id)` \(approval.pack.version) was altered: it is not in the form in which it was written")
            return nil
        }
        guard let key = PublicKey(stored.key), key.verifies(stored.signature, of: stored.text) else {
            altered(.badSignature, "the signature of `\(statement.by)` does not verify: what was signed, the signature or the key was altered")
            return nil
        }
        guard statement.approval == digest, statement.pack == approval.pack, statement.replaces == approval.replaces else {
            altered(.statementAltered, "the statement of `\(statement.by)` is about another approval pack: `\(statement.pack.id)` \(statement.pack.version), \(statement.approval)")
            return nil
        }
        return statement
    }

    /// Why a statement whose signature verifies does not count; nil where it does.
    private func refusal(of statement: Statement, _ stored: StoredStatement, _ role: Role, _ people: People) -> Refusal? {
        do throws(Refusal) {
            let person = try people.person(statement.by, as: role)
            guard let key = person.key, key.bytes == stored.key else {
                return Refusal(.replacedKey, "the signature of `\(statement.by)` was made with a key that is not theirs in `\(People.fileName)`: it does not count")
            }
            return person.refusal(on: statement.on)
        } catch {
            return error
        }
    }
}
