import ArgumentParser
import RulePackTesting

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", _superCommandName: Waymark.name,
        abstract: "Write a pack to begin with: rules, tests and a page for the board.",
        usage: "waymark new <name> [options]",
        discussion: """
            Example: waymark new camford --valid-from 2026-12-01

            With --extends the pack has all the rules of another in the same folder, and one number of its own.

            Exit codes: 0 done; 2 the name cannot be used, something is there already, or the pack to extend is missing.
            """)

    @Argument(help: ArgumentHelp("The pack's name and folder: small letters, digits and `-`."))
    var name: String
    @Option(help: ArgumentHelp("Extend this pack of the same folder.", valueName: "base"))
    var extends: String?
    @Option(name: .customLong("in"), help: ArgumentHelp("The folder that holds packs; it is made if it is not there.", valueName: "folder"))
    var folder = "rules"
    @Option(help: ArgumentHelp("The first day on which the pack is valid, and on which its tests decide. Default: today.", valueName: "date"))
    var validFrom: DayArgument?

    func run() throws {
        do throws(NewPackError) {
            let pack = try NewPack(name, in: folder, extending: extends, from: validFrom?.day ?? DateOption.today)
            let files = try pack.write()
            Terminal.output("wrote \(pack.path)")
            for file in files { Terminal.output("  \(file)") }
            Terminal.output("Next:")
            for line in [
                "waymark check \(pack.path)", "waymark test \(pack.path)",
                "read \(pack.path)/README.md, and put the board's numbers into \(pack.path)/pack.lua",
                "docs/editor.md: have an editor complete names and mark mistakes",
            ] { Terminal.output("  \(line)") }
        } catch {
            throw Stop(.usage, error.message)
        }
    }
}
