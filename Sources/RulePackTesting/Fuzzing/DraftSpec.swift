package import Cohorts
package import Notation
package import RulePacks

/// Writes what a made-up nominal shows as a test that can be pasted into a spec file.
package struct DraftSpec {
    package let pack: PackSource
    package let asOf: Day

    package init(_ pack: PackSource, asOf: Day) {
        self.pack = pack
        self.asOf = asOf
    }

    /// `it("…", function() local d = evaluate(…) … end)`.
    /// - Parameters:
    ///   - decisions: a local's name and the nominal that it is the decision on.
    ///   - expectations: lines of Lua over those locals.
    package func text(_ name: String, _ decisions: [(local: String, draft: NominalDraft)], _ expectations: [String]) -> String {
        let lines = decisions.map { "local \($0.local) = evaluate(\(nominal($0.draft)), { as_of = \"\(asOf)\" })" } + expectations
        return "it(\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\", function()\n"
            + lines.flatMap { $0.split(separator: "\n") }.map { "  \($0)\n" }.joined() + "end)"
    }

    package func nominal(_ draft: NominalDraft) -> String { draft.lua(pack.catalogue, borough: pack.manifest.owner.borough) }
}
