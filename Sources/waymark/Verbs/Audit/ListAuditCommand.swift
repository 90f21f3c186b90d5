import ArgumentParser
import DecisionStore
import Notation

struct ListAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List rows of the log.",
        usage: "waymark audit list [options]",
        discussion: """
            Example: waymark audit list --store store --last 20

            Nominals are not named in the log; --nominal finds the rows about one. Exit codes: 0 done; 2 there is no store.
            """)

    @OptionGroup var store: StoreOption
    @Option(help: "Only rows of this kind, such as disclosure.")
    var kind: AuditKind?
    @Option(help: ArgumentHelp("Only what this person did.", valueName: "id"))
    var who: String?
    @Option(help: ArgumentHelp("Only rows about this nominal.", valueName: "id"))
    var nominal: String?
    @Option(help: ArgumentHelp("Only so many, the newest.", valueName: "count"))
    var last: Int?
    @OptionGroup var format: FormatOption

    func validate() throws {
        if let last, last < 1 { throw ValidationError("--last wants a number from 1 on") }
    }

    func run() throws {
        let (opened, _) = try store.open()
        let out = try ResultFile(nil)
        var json = JSONWriter()
        try opened.read { reader in
            try reader.auditRows(kind: kind, who: who, nominal: nominal, last: last) { row in
                if format.format == .json {
                    json.reset()
                    row.write(to: &json)
                    json.newline()
                    try out.write(json.bytes[...])
                } else {
                    let subject = row.subject.map { " about \($0.prefix(12))…" } ?? ""
                    try out.write(Terminal.wrapped("\(row.seq) \(row.at) \(row.who): \(row.kind)\(subject): \(row.what) (\(row.why))", indent: 4) + "\n")
                }
            }
        }
        try out.finish()
    }
}

extension AuditKind: ExpressibleByArgument {}
