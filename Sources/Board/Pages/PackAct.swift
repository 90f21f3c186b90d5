import Governance

/// What a member of the board can do with a pack.
enum PackAct: String, CaseIterable, Sendable {
    case sign, reject, withdraw

    var link: Phrase {
        switch self {
        case .sign: .signLink
        case .reject: .rejectLink
        case .withdraw: .withdrawLink
        }
    }

    var title: Phrase {
        switch self {
        case .sign: .signTitle
        case .reject: .rejectTitle
        case .withdraw: .withdrawTitle
        }
    }

    var lead: Phrase {
        switch self {
        case .sign: .signLead
        case .reject: .rejectLead
        case .withdraw: .withdrawLead
        }
    }

    var button: Phrase {
        switch self {
        case .sign: .signButton
        case .reject: .rejectButton
        case .withdraw: .withdrawButton
        }
    }

    /// Whether a page leads to it. What may really be done is decided when it is done.
    func isOffered(_ standing: PackStanding, _ visit: Visit) -> Bool {
        switch self {
        case .sign: PackPages.maySign(standing, visit)
        case .reject: visit.has(.board) && (standing.state == .submitted || standing.state == .stale)
        case .withdraw:
            switch standing.state {
            case .approved, .inForce: visit.has(.board)
            case .submitted: visit.has(.analyst) && standing.approval?.author == visit.who
            default: false
            }
        }
    }

    func perform(_ board: Board, _ digest: String, reason: String, _ signer: Signer) throws -> PackStanding {
        switch self {
        case .sign: try board.approve(digest, by: signer)
        case .reject: try board.reject(digest, reason: reason, by: signer)
        case .withdraw: try board.withdraw(digest, reason: reason, by: signer)
        }
    }

    func done(_ standing: PackStanding) -> Phrase {
        switch self {
        case .sign: standing.state == .submitted ? .signDone : .signDoneInForce
        case .reject: .rejectDone
        case .withdraw: .withdrawDone
        }
    }
}
