import DecisionStore
import Decisions
package import Notation

extension Board {
    /// The file that carries a pack elsewhere.
    /// - Parameter reference: the pack's id, `id@version`, or the beginning of the approval pack's digest.
    /// - Throws: `Refusal`
    package func export(_ reference: String) throws -> [UInt8] {
        let examination = try find(reference, in: try book(on: today))
        if let refusal = examination.alterations.first { throw refusal }
        return PackExport.text(examination.dossier)
    }

    /// Takes a pack, or further signatures for one that is here, from a file that another store wrote.
    /// - Parameter who: whoever imports it, for the log.
    /// - Returns: where the pack stands now, and how many statements were new.
    /// - Throws: `Refusals`
    package func take(_ bytes: [UInt8], by who: String) throws -> (standing: PackStanding, new: Int) {
        let (digest, new) = try act(who, "`pack import`") { writer, book in
            guard let person = people[who] else { throw people.unknown(who) }
            let dossier = try PackExport.dossier(reading: bytes)
            let examination = dossier.examined(people)
            if let refusal = (examination.alterations + [examination.authorRefusal].compactMap { $0 } + examination.discounted).first { throw refusal }
            guard let approval = examination.approval else { return ("", 0) }
            try check(approval, examination, book)
            let known = book.examinations.first { $0.digest == examination.digest }
            let new = dossier.statements.filter { statement in known?.dossier.statements.contains { $0.text == statement.text } != true }
            if known == nil, let first = dossier.statements.first {
                let stored = StoredApproval(
                    digest: dossier.digest, document: dossier.document, evidence: dossier.evidence, page: dossier.page, files: dossier.files)
                try writer.add(
                    stored, pack: approval.pack.digest, id: approval.pack.id, statement: first, who: person.id, why: "imported", what: Board.words(approval))
            }
            for statement in new where statement != dossier.statements[0] {
                let said = try Statement(reading: statement.text)
                if known?.hasSigned(said.by) == true {
                    throw Refusal(.signedTwice, "`\(said.by)` has signed `\(approval.pack.id)` \(approval.pack.version) already: one person has one signature")
                }
                try writer.add(statement, said.act, to: approval.digest, who: person.id, why: "imported", what: "signed by \(said.by): \(Board.words(approval))")
            }
            return (approval.digest, new.count)
        }
        let book = try book(on: today)
        return (book.standing(try find(digest, in: book)), new)
    }

    /// What was approved once must not come back once it has been replaced, turned down or taken out of force.
    private func check(_ approval: ApprovalPack, _ examination: Examination, _ book: BoardBook) throws {
        let name = "`\(approval.pack.id)` \(approval.pack.version)"
        if let statement = examination.rejection { throw Refusal(.rejected, "\(name) was rejected by `\(statement.by)` on \(statement.on)") }
        if let statement = examination.withdrawal { throw Refusal(.withdrawn, "\(name) was withdrawn by `\(statement.by)` on \(statement.on)") }
        for statement in examination.signers.map(\.statement) where statement.on > today {
            throw Refusal(.keyNotYetValid, "the signature of `\(statement.by)` is dated \(statement.on), which is still to come")
        }
        if let known = book.examinations.first(where: { $0.digest == examination.digest }) {
            let standing = book.standing(known)
            switch standing.state {
            case .rejected, .withdrawn, .superseded, .stale, .altered: throw standing.reasons[0]
            case .submitted, .approved, .inForce, .expired: return
            }
        }
        if let refusal = book.sequenceRefusal(approval) ?? book.boroughRefusal(approval) { throw refusal }
    }
}

extension Dossier {
    /// The same with another signature, for a member who signs away from the store.
    /// - Parameter people: the `waymark.lua` under which they sign.
    /// - Throws: `Refusal` where the file was altered, or their signature would not count.
    package func signed(by signer: Signer, people: People, on day: Day) throws -> Dossier {
        let examination = examined(people)
        if let refusal = (examination.alterations + [examination.authorRefusal].compactMap { $0 }).first { throw refusal }
        guard let approval = examination.approval else { return self }
        let person = try people.person(signer.id, as: .board)
        guard person.key == signer.publicKey else {
            throw Refusal(.wrongKey, "the key is not the one that `\(People.fileName)` gives for `\(signer.id)`: sign with that one")
        }
        if let refusal = person.refusal(on: day) { throw refusal }
        if signer.id == approval.author, !(approval.quorum.authorMaySign && people.quorum.authorMaySign) { throw Examination.authorSigns(signer.id) }
        if examination.hasSigned(signer.id) {
            throw Refusal(.signedTwice, "`\(signer.id)` has signed `\(approval.pack.id)` \(approval.pack.version) already: one person has one signature")
        }
        var dossier = self
        dossier.statements.append(try Statement(.approve, on: approval, people: people.digest, by: signer.id, day: day).signed(by: signer))
        return dossier
    }
}
