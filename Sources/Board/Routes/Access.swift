package import Governance

/// Who may use a route.
package enum Access: Sendable, Hashable {
    case anyone
    case signedIn
    /// Whoever has one of these.
    case roles(Set<Role>)
    /// A program with a token, and nobody who is signed in.
    case client

    func allows(_ person: Person?) -> Bool {
        switch self {
        case .anyone: true
        case .signedIn: person != nil
        case .client: false
        case .roles(let roles): person.map { !roles.isDisjoint(with: $0.roles) } ?? false
        }
    }
}
