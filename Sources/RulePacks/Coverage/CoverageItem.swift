package import Decisions

/// One thing that tests should touch.
package struct CoverageItem: Sendable, Equatable {
    package let kind: CoverageKind
    /// `matrix.sac.drugs`, `matrix.sac.ogrs.step.1`, `table.tier.2`, `criteria.gto_scope.adult yes`, `selection.ppo no`,
    /// `allocation.keep yes`, `band.sac.ppo`, `class.readiness.last_chance`, `risk.lua:12`. Unique in a pack.
    package let id: String
    /// The rule's path, which is the id without the answer; of a line its file.
    package let rule: String
    /// As people read it; of a line empty.
    package let title: String
    /// As messages name it.
    package let file: String
    /// nil where it is not known.
    package let line: Int?
    /// Of a branch, the answer that has to come out.
    package let answer: Met?
}
