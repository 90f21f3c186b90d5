import ArgumentParser
import Decisions
import Governance

/// A file that carries a pack, and whom to believe.
struct CarriedPack: ParsableArguments {
    @Argument(help: "The file that `waymark pack export` wrote.")
    var file: String
    @Option(help: ArgumentHelp("A store's waymark.lua: whose signatures count, and how many are needed.", valueName: "file"))
    var trust: String

    func dossier() throws -> Dossier { try PackExport.dossier(reading: try WholeFile.read(file, most: PackExport.mostBytes)) }

    func people() throws -> People { try PeopleFile.read(trust, hint: "`--trust` wants a store's `\(People.fileName)`") }
}

struct VerifyPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a pack that travels, without any store.",
        usage: "waymark pack verify <file> --trust <file> [options]",
        discussion: """
            Example: waymark pack verify camford.waymark --trust store/waymark.lua

            Exit codes: 0 every digest and every signature verifies, and the quorum is there; 2 a file cannot be read; 4 \
            something was altered, a signature does not count or is missing, or the date given is not one of the pack's.
            """)

    @OptionGroup var carried: CarriedPack
    @Option(name: .customLong("as-of"), help: ArgumentHelp("Also ask whether this is one of the pack's own dates.", valueName: "date"))
    var asOf: DayArgument?
    @OptionGroup var format: FormatOption

    func run() throws {
        let people = try carried.people()
        let examination = try carried.dossier().examined(people)
        var refusals = examination.refusals
        if let approval = examination.approval {
            for statement in [examination.rejection, examination.withdrawal].compactMap({ $0 }) {
                refusals.append(Refusal(.withdrawn, "`\(approval.pack.id)` \(approval.pack.version) was turned down or withdrawn by `\(statement.by)` on \(statement.on): \(statement.reason ?? "")"))
            }
            if let day = asOf?.day {
                if day < approval.from { refusals.append(Refusal(.notYetInForce, "`\(approval.pack.id)` \(approval.pack.version) is for use from \(approval.from) on")) }
                if day > approval.until { refusals.append(Refusal(.expired, "`\(approval.pack.id)` \(approval.pack.version) expired: its last day was \(approval.until)")) }
            }
        }
        if !refusals.isEmpty { throw Refusals(refusals) }
        try VerifiedPack(examination: examination).print(format.format)
    }
}

struct SignPackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Add your signature to a pack that travels, away from its store.",
        usage: "waymark pack sign <file> --trust <file> [options]",
        discussion: """
            Example: waymark pack sign camford.waymark --trust store/waymark.lua --by a.khan --key a.khan.key \
            --passphrase-file passphrase.txt -o signed.waymark

            The store takes the signature with `waymark pack import`. Exit codes: 0 done; 2 a file cannot be read or written; 4 \
            not permitted.
            """)

    @OptionGroup var carried: CarriedPack
    @OptionGroup var key: KeyOption
    @OptionGroup var output: OutputOption

    func run() throws {
        let people = try carried.people()
        let signed = try carried.dossier().signed(by: try key.signer(), people: people, on: DateOption.today)
        let file = try ResultFile(output.output)
        try file.write(PackExport.text(signed)[...])
        try file.finish()
    }
}
