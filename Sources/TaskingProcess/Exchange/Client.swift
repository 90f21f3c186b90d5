import DecisionStore
import Governance

/// A program of somebody else's that brings nominals and fetches what was recommended. It acts in its own name, and only on people of
/// its boroughs.
package struct Client: Sendable, Hashable {
    package let name: String
    package let boroughs: [String]

    package init(_ name: String, boroughs: [String]) {
        self.name = name
        self.boroughs = boroughs
    }

    /// As the log has it: no person's id has a colon.
    package var who: String { "client:" + name }

    /// Whether there is no such thing, it is about somebody of another borough, or about somebody restricted: a client is not told which.
    func unknown(_ what: String) -> StoreError { StoreError(.unknown, "there is no \(what) that `\(name)` may see: look for it in the lists") }
}
