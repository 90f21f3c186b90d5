import Decisions
package import DecisionStore
package import Notation

/// Every approval pack of a store, verified, with where it stands on a day.
package struct BoardBook: Sendable {
    package let people: People
    package let day: Day
    /// In the order in which they came into the store.
    package let examinations: [Examination]
    /// The last row of the log that was verified.
    package private(set) var head: AuditHead

    /// Verifies the log, every digest and every signature.
    /// - Parameter head: a row up to which the log was verified already; nil to verify all of it.
    /// - Throws: `Refusals` where the log was tampered with.
    package init(_ reader: StoreReader, people: People, day: Day, after head: AuditHead? = nil) throws {
        self.head = try BoardBook.verified(reader, after: head)
        self.people = people
        self.day = day
        examinations = try reader.approvals().compactMap { try reader.approval($0).map { Dossier($0).examined(people) } }
    }

    private static func verified(_ reader: StoreReader, after head: AuditHead?) throws -> AuditHead {
        let log = try reader.verifyAudit(after: head)
        guard log.hasFaults else { return log.head }
        throw Refusals(log.faults.map { Refusal(.logAltered, "the log was tampered with, and nothing is in force: \($0)") })
    }

    /// Verifies the rows of the log behind those that were verified. The packs are those that were read: it is for a store in which
    /// no statement on a pack was added since.
    /// - Throws: `Refusals` where the log was tampered with.
    package mutating func follow(_ reader: StoreReader) throws { head = try BoardBook.verified(reader, after: head) }

    /// Those of one pack, in the order in which they came into the store.
    func examinations(of id: String) -> [Examination] { examinations.filter { $0.approval?.pack.id == id } }

    /// The approved pack of an id that the next one comes after; nil where there is none.
    package func latestApproved(_ id: String) -> Examination? {
        examinations(of: id).filter(\.isApproved).max { version($0) < version($1) }
    }

    private func version(_ examination: Examination) -> PackVersion { PackVersion(examination.approval?.pack.version ?? "") }

    package var standings: [PackStanding] { examinations.map(standing) }

    package func standing(_ examination: Examination) -> PackStanding {
        func stands(_ state: PackStanding.State, _ reasons: [Refusal]) -> PackStanding {
            let isReviewDue = state == .inForce && examination.approval.map { $0.reviewBy < day } == true
            return PackStanding(examination: examination, state: state, reasons: reasons, isReviewDue: isReviewDue)
        }
        guard let approval = examination.approval, examination.alterations.isEmpty else { return stands(.altered, examination.alterations) }
        let name = "`\(approval.pack.id)` \(approval.pack.version)"
        if let rejection = examination.rejection {
            return stands(.rejected, [Refusal(.rejected, "\(name) was rejected by `\(rejection.by)` on \(rejection.on): \(rejection.reason ?? "")")])
        }
        if let withdrawal = examination.withdrawal {
            return stands(.withdrawn, [Refusal(.withdrawn, "\(name) was withdrawn by `\(withdrawal.by)` on \(withdrawal.on): \(withdrawal.reason ?? "")")])
        }
        guard examination.missing.isEmpty else {
            if !examination.wasApproved, let refusal = sequenceRefusal(approval) { return stands(.stale, [refusal]) }
            return stands(.submitted, examination.missing + examination.discounted)
        }
        if day < approval.from { return stands(.approved, [Refusal(.notYetInForce, "\(name) is in force from \(approval.from) on")]) }
        let later = examinations(of: approval.pack.id).first {
            $0.isApproved && version($0) > version(examination) && ($0.approval.map { $0.from <= day } ?? false)
        }
        if let later = later?.approval {
            return stands(.superseded, [Refusal(.superseded, "\(name) was superseded by \(later.pack.version) on \(later.from)")])
        }
        if day > approval.until { return stands(.expired, [Refusal(.expired, "\(name) expired: its last day was \(approval.until)")]) }
        return stands(.inForce, [])
    }

    /// Why a pack cannot follow what has been approved of its id; nil where it can.
    func sequenceRefusal(_ approval: ApprovalPack) -> Refusal? {
        let others = examinations(of: approval.pack.id).filter { $0.digest != approval.digest && $0.wasApproved }
        if let other = others.max(by: { version($0) < version($1) })?.approval {
            if PackVersion(approval.pack.version) < PackVersion(other.pack.version) {
                return Refusal(
                    .olderVersion, "`\(approval.pack.id)` \(approval.pack.version) is older than \(other.pack.version), which was approved: an older version never replaces a newer one")
            }
            if approval.pack.version == other.pack.version {
                return Refusal(.sameVersion, "`\(approval.pack.id)` \(approval.pack.version) was approved already: give a changed pack a new version")
            }
        }
        let latest = latestApproved(approval.pack.id)?.approval?.pack
        // What comes from elsewhere as the first of its id may have come after another there.
        if latest == nil, others.isEmpty { return nil }
        if latest?.digest != approval.replaces, latest?.digest != approval.pack.digest {
            return Refusal(
                .otherPredecessor,
                "`\(approval.pack.id)` \(approval.pack.version) was submitted to come after \(approval.replaces ?? "no other pack"), and what it would come after is \(latest.map { "\($0.version), \($0.digest)" } ?? "no other pack"): submit it again")
        }
        return nil
    }

    /// The pack of another id that stands in the way, having been approved for the same borough; nil where there is none.
    func boroughRefusal(_ approval: ApprovalPack) -> Refusal? {
        for standing in standings where standing.state == .inForce || standing.state == .approved {
            guard let other = standing.approval, other.borough == approval.borough, other.pack.id != approval.pack.id,
                other.from <= approval.until, approval.from <= other.until
            else { continue }
            return Refusal(.boroughTaken, "`\(approval.borough)` has the pack `\(other.pack.id)` \(other.pack.version) until \(other.until): withdraw that one first")
        }
        return nil
    }
}
