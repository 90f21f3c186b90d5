/// What a client may do. Nothing of it decides, signs or runs anything.
package enum Scope: String, Sendable, CaseIterable {
    /// Bring nominals.
    case push
    /// Read recommendations, nominals and decisions.
    case recommendations
    /// Read taskings, and say what became of them.
    case tasks
    /// Read which packs are in force and which wait.
    case packs
}
