package import Governance

/// Who may use a route.
package enum Access: Sendable, Hashable {
    case anyone
    case signedIn
    /// Whoever has one of these.
    case roles(Set<Role>)

    func allows(_ person: Person?) -> Bool {
        switch self {
        case .anyone: true
        case .signedIn: person != nil
        case .roles(let roles): person.map { !roles.isDisjoint(with: $0.roles) } ?? false
        }
    }
}
