/// What somebody can say of an approval pack.
package enum StatementAct: String, Sendable, CaseIterable {
    case submit, approve, reject, withdraw

    /// The kind of its line in the log.
    package var kind: AuditKind {
        switch self {
        case .submit: .submission
        case .approve: .approval
        case .reject: .rejection
        case .withdraw: .withdrawal
        }
    }
}
