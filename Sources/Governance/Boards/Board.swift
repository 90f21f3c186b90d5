package import DecisionStore
import Decisions
package import Notation
package import RulePacks

/// What the members of a board do with packs. Each act is verified, signed, logged and kept, or refused and only logged.
package struct Board {
    package let store: Store
    package let people: People

    /// - Parameter people: what `waymark.lua` at the store's root says now.
    package init(_ store: Store, people: People) {
        self.store = store
        self.people = people
    }

    var today: Day { store.clock.today }

    /// Every approval pack, verified, with where it stands on a day.
    /// - Throws: `Refusals` where the log was tampered with.
    package func book(on day: Day) throws -> BoardBook { try store.read { try BoardBook($0, people: people, day: day) } }

    /// What a pack would come after if it were submitted now; nil where nothing of its id is approved.
    package func predecessor(of id: String) throws -> PackSource? { try book(on: today).latestApproved(id)?.source }

    // MARK: Acts

    /// Submits a pack with its evidence.
    /// - Returns: the digest of the approval pack.
    /// - Throws: `Refusal`
    package func submit(_ pack: PackSource, evidence: EvidenceDocument, by signer: Signer) throws -> String {
        try act(signer.id, "`board submit`") { writer, book in
            guard [evidence.json, evidence.page ?? []].allSatisfy({ String(validating: $0, as: UTF8.self) != nil }) else {
                throw GovernanceError("the evidence is not text in UTF-8")
            }
            let approval = try submission(of: pack, evidence, by: signer, in: book)
            let statement = try Statement(.submit, on: approval, people: people.digest, by: signer.id, day: today).signed(by: signer)
            let stored = StoredApproval(
                digest: approval.digest, document: approval.bytes, evidence: evidence.json, page: evidence.page, files: pack.files.files)
            try writer.add(
                stored, pack: pack.digest, id: pack.manifest.id, statement: statement, who: signer.id, why: "for approval", what: Board.words(approval))
            return approval.digest
        }
    }

    /// Refuses what ``submit(_:evidence:by:)`` would refuse, so that nobody makes evidence for nothing.
    /// - Throws: `Refusal`
    package func maySubmit(_ pack: PackSource, by signer: Signer) throws {
        try act(signer.id, "`board submit`") { _, book in _ = try submission(of: pack, EvidenceDocument(json: [], page: nil), by: signer, in: book) }
    }

    private func submission(of pack: PackSource, _ evidence: EvidenceDocument, by signer: Signer, in book: BoardBook) throws -> ApprovalPack {
        _ = try signing(signer, as: .analyst)
        let manifest = pack.manifest
        let earlier = book.examinations(of: manifest.id)
        let approval = ApprovalPack(
            pack: pack.identity, borough: manifest.owner.borough, replaces: book.latestApproved(manifest.id)?.approval?.pack.digest,
            from: manifest.valid.from, reviewBy: manifest.valid.reviewBy, until: manifest.valid.until, author: signer.id, submitted: today,
            submission: earlier.count + 1, quorum: people.quorum, people: people.digest, evidence: sha256(evidence.json),
            page: evidence.page.map(sha256))
        if let refusal = book.sequenceRefusal(approval) ?? book.boroughRefusal(approval) ?? datesRefusal(approval) { throw refusal }
        if let pending = earlier.first(where: { book.standing($0).state == .submitted && $0.approval?.pack.version == approval.pack.version })?.approval {
            throw Refusal(
                .alreadySubmitted,
                "`\(manifest.id)` \(manifest.version) was submitted on \(pending.submitted) and waits for signatures: have it rejected or withdrawn first")
        }
        return approval
    }

    /// Signs an approval pack.
    /// - Parameter reference: the pack's id, `id@version`, or the beginning of the approval pack's digest.
    /// - Returns: where the pack stands with the signature.
    /// - Throws: `Refusal`
    package func approve(_ reference: String, by signer: Signer) throws -> PackStanding {
        let digest = try act(signer.id, "`board approve \(reference)`") { writer, book in
            let examination = try find(reference, in: book)
            let approval = try pending(examination, in: book, isApproving: true)
            try mayApprove(approval, examination, signer)
            try add(.approve, to: approval, by: signer, reason: nil, writer)
            return approval.digest
        }
        return try standing(digest)
    }

    /// Turns a submission down.
    /// - Throws: `Refusal`
    package func reject(_ reference: String, reason: String, by signer: Signer) throws -> PackStanding {
        let digest = try act(signer.id, "`board reject \(reference)`") { writer, book in
            _ = try signing(signer, as: .board)
            let examination = try find(reference, in: book)
            let approval = try pending(examination, in: book, isApproving: false)
            guard book.standing(examination).state == .submitted || book.standing(examination).state == .stale else {
                throw Refusal(.notPending, "`\(approval.pack.id)` \(approval.pack.version) is approved: it can be withdrawn, and no longer be rejected")
            }
            try add(.reject, to: approval, by: signer, reason: reason, writer)
            return approval.digest
        }
        return try standing(digest)
    }

    /// Takes a pack out of force, or a submission back. A member of the board may do so at any time, the author before it is
    /// approved.
    /// - Throws: `Refusal`
    package func withdraw(_ reference: String, reason: String, by signer: Signer) throws -> PackStanding {
        let digest = try act(signer.id, "`board withdraw \(reference)`") { writer, book in
            let examination = try find(reference, in: book)
            let approval = try pending(examination, in: book, isApproving: false)
            let isAuthor = approval.author == signer.id && !examination.isApproved
            _ = try signing(signer, as: isAuthor ? .analyst : .board)
            try add(.withdraw, to: approval, by: signer, reason: reason, writer)
            return approval.digest
        }
        return try standing(digest)
    }

    // MARK: What they share

    /// Runs an act in one transaction. One that is refused leaves its line in the log and nothing else.
    func act<T>(_ who: String, _ why: String, _ body: (StoreWriter, BoardBook) throws -> T) throws -> T {
        do {
            return try store.write { writer in
                let old = try writer.lastPeople().flatMap { try? People(reading: $0.text) }
                try writer.notePeople(digest: people.digest, text: people.text, who: who, what: people.changes(since: old))
                return try body(writer, try BoardBook(writer, people: people, day: today))
            }
        } catch let refusal as Refusal {
            try store.write { _ = try $0.log(AuditEvent(.failure, who: who, why: why, what: "refused: \(refusal.message)")) }
            throw refusal
        }
    }

    private func standing(_ digest: String) throws -> PackStanding {
        let book = try book(on: today)
        guard let examination = book.examinations.first(where: { $0.digest == digest }) else { throw unknown(digest) }
        return book.standing(examination)
    }

    private func unknown(_ reference: String) -> Refusal {
        Refusal(.notSubmitted, "nothing was submitted as `\(reference)`: `waymark board status` lists what was")
    }

    /// The approval pack that a member means: the last one, where they name only a pack.
    package func find(_ reference: String, in book: BoardBook) throws(Refusal) -> Examination {
        let found = book.examinations.filter { examination in
            guard let pack = examination.approval?.pack else { return false }
            return reference == pack.id || reference == "\(pack.id)@\(pack.version)" || reference.hasPrefix("sha256:") && reference.count >= 15 && examination.digest.hasPrefix(reference)
        }
        guard let last = found.last else {
            let known = Set(book.examinations.compactMap { $0.approval?.pack.id })
            let near = nearestName(to: reference, in: known)
            throw near.map { Refusal(.notSubmitted, "nothing was submitted as `\(reference)`: did you mean `\($0)`?") } ?? unknown(reference)
        }
        return last
    }

    /// The approval pack, where something can still be said of it.
    private func pending(_ examination: Examination, in book: BoardBook, isApproving: Bool) throws -> ApprovalPack {
        if let refusal = examination.alterations.first { throw refusal }
        guard let approval = examination.approval else { throw unknown(examination.digest) }
        let standing = book.standing(examination)
        switch standing.state {
        case .rejected, .withdrawn: throw standing.reasons[0]
        case .stale, .superseded, .expired: if isApproving { throw standing.reasons[0] }
        case .submitted, .approved, .inForce, .altered: break
        }
        if isApproving, let refusal = book.sequenceRefusal(approval) ?? book.boroughRefusal(approval) ?? datesRefusal(approval) { throw refusal }
        return approval
    }

    private func datesRefusal(_ approval: ApprovalPack) -> Refusal? {
        guard today > approval.until else { return nil }
        return Refusal(.expired, "`\(approval.pack.id)` \(approval.pack.version) would never be in force: its last day was \(approval.until)")
    }

    /// The person behind a signer, where what they sign today counts.
    func signing(_ signer: Signer, as role: Role) throws(Refusal) -> Person {
        let person = try people.person(signer.id, as: role)
        guard person.key == signer.publicKey else {
            throw Refusal(.wrongKey, "the key is not the one that `\(People.fileName)` gives for `\(signer.id)`: sign with that one, or have the new one put in")
        }
        if let refusal = person.refusal(on: today) { throw refusal }
        return person
    }

    private func mayApprove(_ approval: ApprovalPack, _ examination: Examination, _ signer: Signer) throws {
        _ = try signing(signer, as: .board)
        if signer.id == approval.author, !(approval.quorum.authorMaySign && people.quorum.authorMaySign) { throw Examination.authorSigns(signer.id) }
        if examination.hasSigned(signer.id) {
            throw Refusal(.signedTwice, "`\(signer.id)` has signed `\(approval.pack.id)` \(approval.pack.version) already: one person has one signature")
        }
    }

    private func add(_ act: StatementAct, to approval: ApprovalPack, by signer: Signer, reason: String?, _ writer: StoreWriter) throws {
        let statement = try Statement(act, on: approval, people: people.digest, by: signer.id, day: today, reason: reason).signed(by: signer)
        try writer.add(statement, act, to: approval.digest, who: signer.id, why: reason ?? "for approval", what: Board.words(approval))
    }

    /// For the log: `stoke-on-trent 1.2.0, sha256:…; approval pack sha256:…`
    static func words(_ approval: ApprovalPack) -> String {
        "\(approval.pack.id) \(approval.pack.version), \(approval.pack.digest); approval pack \(approval.digest)"
    }
}

extension Examination {
    /// Whether somebody has put a signature to it, whether it counts or not.
    func hasSigned(_ id: String) -> Bool {
        dossier.statements.contains { stored in
            guard let statement = try? Statement(reading: stored.text) else { return false }
            return statement.act == .approve && statement.by == id
        }
    }
}
