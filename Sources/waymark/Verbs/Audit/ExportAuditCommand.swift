import ArgumentParser
import DecisionStore
import Governance
import Notation

struct ExportAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the log, or its last row, to be kept and verified elsewhere.",
        usage: "waymark audit export [options]",
        discussion: """
            Example: waymark audit export --store store -o log.ndjson

            With --head only the last row is written, with --by and --key signed by an auditor: lodged elsewhere, it shows \
            later whether rows were removed from the log's end. Exit codes: 0 done; 2 there is no store, or the file cannot be \
            written; 4 not permitted.
            """)

    @OptionGroup var store: StoreOption
    @Flag(help: "Only the last row.")
    var head = false
    @Option(help: ArgumentHelp("With --head: who signs it, by the id in waymark.lua.", valueName: "id"))
    var by: String?
    @Option(help: ArgumentHelp("With --head: the key file to sign with.", valueName: "file"))
    var key: String?
    @Option(help: ArgumentHelp("Take the passphrase from the first line of this file. Default: ask on the terminal.", valueName: "file"))
    var passphraseFile: String?
    @OptionGroup var output: OutputOption

    func validate() throws {
        if !head, by != nil || key != nil { throw ValidationError("only the last row is signed: add `--head`") }
        if (by == nil) != (key == nil) { throw ValidationError("`--by` and `--key` go together") }
    }

    func run() throws {
        let (opened, people) = try store.open()
        let file = try ResultFile(output.output)
        if head {
            let last = try opened.read { try $0.auditHead() }
            var lodged = LodgedHead(last)
            if let by, let key {
                lodged = try LodgedHead(last, by: try KeyOption.signer(by, key, passphraseFile), people: people, on: DateOption.today)
            }
            try file.write(lodged.text)
        } else {
            try opened.read { reader in try reader.exportAudit { try file.write($0.bytes[...]) } }
        }
        try file.finish()
    }
}
