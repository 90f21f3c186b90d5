/// Something that is not permitted: a pack that is not approved, a signature that does not count, a file that was altered.
package struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        // What was altered.
        case packAltered, evidenceAltered, pageAltered, approvalAltered, exportAltered, badSignature, statementAltered, logAltered
        // Who signed.
        case unknownPerson, replacedKey, wrongKey, wrongRole, keyNotYetValid, keyExpired, authorSigns, signedTwice
        // How many signed.
        case signaturesShort, agencyMissing
        // Where the pack stands.
        case notSubmitted, alreadySubmitted, rejected, withdrawn, olderVersion, sameVersion, otherPredecessor, notYetInForce, expired, superseded
        case boroughTaken, alreadyHere, notPending
        // What panels and those who are given work do.
        case notInOffice, restricted, recommendationClosed, reviewMissing, taskingClosed
        // Keys and passphrases.
        case wrongPassphrase
    }

    package let kind: Kind
    /// One sentence: what is refused, why, and what to do.
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }

    /// Whether somebody changed what was signed. Where something was, nothing beside it can be relied on either.
    package var isAlteration: Bool {
        switch kind {
        case .packAltered, .evidenceAltered, .pageAltered, .approvalAltered, .exportAltered, .badSignature, .statementAltered, .logAltered: true
        default: false
        }
    }
}

/// Several refusals at once.
package struct Refusals: Error, Sendable {
    package let all: [Refusal]

    package init(_ all: [Refusal]) { self.all = all }
}
