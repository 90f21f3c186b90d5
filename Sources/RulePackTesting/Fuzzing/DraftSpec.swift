package import Cohorts
package import Notation
package import RulePacks

/// Writes what a made-up nominal shows as a test that can be pasted into a spec file.
///
/// Lines are broken between fields, never inside a string, so that a report can show them without cutting them.
package struct DraftSpec {
    /// The columns that a line may have; a string that is longer stays whole.
    static let width = 70

    package let pack: PackSource
    package let asOf: Day

    package init(_ pack: PackSource, asOf: Day) {
        self.pack = pack
        self.asOf = asOf
    }

    /// `it("…", function() local d = evaluate(…) … end)`, a line each.
    /// - Parameters:
    ///   - decisions: a local's name and the nominal that it is the decision on.
    ///   - expectations: lines of Lua over those locals.
    package func lines(_ name: String, _ decisions: [(local: String, draft: NominalDraft)], _ expectations: [String]) -> [String] {
        test(name, decisions.flatMap { decision($0.local, $0.draft) } + expectations.flatMap(broken))
    }

    package func text(_ name: String, _ decisions: [(local: String, draft: NominalDraft)], _ expectations: [String]) -> String {
        lines(name, decisions, expectations).joined(separator: "\n")
    }

    /// The decision on several nominals together, in the local `c`.
    func lines(_ name: String, cohort drafts: [NominalDraft], _ expectations: [String]) -> [String] {
        let members = drafts.flatMap { draft in
            let line = lua(draft, width: .max) + ","
            return line.count <= DraftSpec.width - 4 ? [line] : split(lua(draft, width: DraftSpec.width - 4, around: DraftSpec.width) + ",")
        }
        let cohort = ["local c = cohort {"] + members.map { "  \($0)" } + ["  as_of = \"\(asOf)\",", "}"]
        return test(name, cohort + expectations.flatMap(broken))
    }

    private func test(_ name: String, _ lines: [String]) -> [String] {
        let heading = "it(\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\","
        let start = heading.count + " function()".count <= DraftSpec.width ? [heading + " function()"] : [heading, "function()"]
        return start + lines.map { "  \($0)" } + ["end)"]
    }

    private func decision(_ local: String, _ draft: NominalDraft) -> [String] {
        let width = DraftSpec.width - 2
        let start = "local \(local) = evaluate("
        let options = "{ as_of = \"\(asOf)\" })"
        let nominal = lua(draft, width: .max)
        if start.count + nominal.count + 2 + options.count <= width { return ["\(start)\(nominal), \(options)"] }
        if start.count + nominal.count + 1 <= width { return ["\(start)\(nominal),", "  \(options)"] }
        return split("\(start)\(lua(draft, width: width, around: width)), \(options)")
    }

    /// An expectation broken before its matcher where it is long.
    private func broken(_ line: String) -> [String] {
        guard line.count > DraftSpec.width - 2, let end = line.firstRange(of: ").") else { return [line] }
        return [String(line[...end.lowerBound]), "  " + line[line.index(after: end.lowerBound)...]]
    }

    private func split(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    private func lua(_ draft: NominalDraft, width: Int, around: Int = 0) -> String {
        draft.lua(pack.catalogue, borough: pack.manifest.owner.borough, width: width, around: around)
    }
}
