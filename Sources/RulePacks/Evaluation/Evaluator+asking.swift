package import Cohorts
package import Decisions
package import LuaRuntime

extension Evaluator {
    /// Whether one condition holds for a nominal, whatever other rules come before it; nil where it fails.
    package func met(_ condition: LuaFunction, for row: NominalRow) -> Met? {
        switch begin(row, { self.condition(condition, .alone) }) {
        case .yes: return .yes
        case .no: return .no
        case .unknown: return .unknown
        case .failed: return nil
        }
    }

    /// Functions of rules called for the last nominal, how many of them ended without Lua, and how many of those did not even run, as
    /// they had read the same of somebody before.
    package var calls: (all: Int, withoutLua: Int, recalled: Int) { state.calls }

    /// What the last nominal was charged against the pack's limit of instructions.
    package var instructions: Int { state.instructions }

    /// The answers that a rule itself read when the last nominal was evaluated with `recordsReads`: `matrix.sac` of
    /// `selection.ppo`.
    package func answersRead(by rule: String) -> Set<String> {
        let slots = readsOfRule[rule]?.slots.members ?? []
        return Set(slots.filter { $0 < program.slots.owners.count }.map { name(of: program.slots.owners[$0]).path })
    }

    /// What a rule or row itself looked at and found, a sentence each: `OGRS2: 78.` Of sensitive fields it says only that they
    /// were looked at.
    package func found(by rule: String) -> [String] { readsOfRule[rule].map { sentences(for: $0) } ?? [] }
}
