import Foundation
import TestSupport
import Testing

@Suite("the help of each verb")
struct HelpTests {
    static let verbs = [
        ["new"], ["check"], ["test"], ["evaluate"], ["explain"], ["describe"], ["convert"], ["pack", "evidence"], ["impact"], ["equality"], ["simulate"],
        ["cohort", "validate"], ["cohort", "synth"],
        ["report", "cohort"], ["report", "trends"], ["report", "outcomes"], ["report", "costs"], ["report", "tracker"], ["fields"], ["schema"], ["stubs"], ["doctor"],
    ] + BoardWorkplace.verbs + PanelWorkplace.verbs

    /// These go on until they are stopped.
    static let servers = [["serve"]]

    @Test("gives an example, within 80 columns, on standard output", arguments: verbs + servers)
    func example(verb: [String]) throws {
        for arguments in [verb + ["--help"], ["help"] + verb] {
            let help = try WaymarkBinary.run(arguments, in: "/")
            #expect(help.status == 0)
            #expect(help.out.contains("Example: waymark \(verb.joined(separator: " ")) "))
            #expect(help.out.longLines.isEmpty)
            #expect(help.err.isEmpty)
        }
    }

    @Test("the example does what it says", arguments: verbs)
    func exampleRuns(verb: [String]) throws {
        let work = try PanelWorkplace.verbs.contains(verb) ? PanelWorkplace().work : BoardWorkplace.verbs.contains(verb) ? BoardWorkplace(for: verb).work : Workplace()
        try work.write("cohort.ndjson", try work.read("examples/nominals.ndjson"))
        try work.write("docs/here", "")
        let help = try WaymarkBinary.run(["help"] + verb, in: "/").out
        let start = try #require(help.range(of: "Example: waymark "))
        let rest = String(help[start.upperBound...])
        let command = rest[..<(rest.range(of: "\n\n")?.lowerBound ?? rest.endIndex)].replacing("\n", with: " ")
        let result = try WaymarkBinary.run(DocumentationPage.words(command), in: work.place.path)
        #expect(result.status == 0, "\(command): \(result.err)")
    }

    @Test("the program's own help lists these verbs and no other")
    func everyVerb() throws {
        func listed(_ help: String) -> Set<String> {
            let list = help.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { !$0.isEmpty }
            return Set(list.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first.map(String.init) })
        }
        #expect(listed(try WaymarkBinary.run(["--help"], in: "/").out) == Set((HelpTests.verbs + HelpTests.servers).map { $0[0] }))
        #expect(listed(try WaymarkBinary.run(["cohort", "--help"], in: "/").out) == ["validate", "synth", "import", "export", "restrict", "unrestrict", "forget"])
        #expect(listed(try WaymarkBinary.run(["report", "--help"], in: "/").out) == ["cohort", "recruitment", "trends", "referrals", "taskings", "outcomes", "equality", "costs", "tracker"])
        for group in ["pack", "board", "panel", "tasks", "audit", "store"] {
            let verbs = HelpTests.verbs.filter { $0[0] == group }.map { $0[1] }
            #expect(listed(try WaymarkBinary.run([group, "--help"], in: "/").out) == Set(verbs))
        }
    }
}
