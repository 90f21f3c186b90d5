import ArgumentParser
import DecisionStore
import Governance
import Notation

struct VerifyAuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Find every edit, removal and reordering in the log.",
        usage: "waymark audit verify [<export>] [options]",
        discussion: """
            Example: waymark audit verify --store store

            With a file that waymark audit export wrote, no store is needed. Rows removed from the end, or a log written anew, \
            show only against a last row that was lodged elsewhere: --head. Exit codes: 0 the log is whole; 2 a file cannot be \
            read; 4 it was tampered with.
            """)

    @Argument(help: "An exported log. Default: the store's.")
    var export: String?
    @OptionGroup var store: StoreOption
    @Option(help: ArgumentHelp("A last row that was lodged elsewhere; may be given more than once.", valueName: "file"))
    var head: [String] = []
    @Option(help: ArgumentHelp("A waymark.lua, for the signatures on lodged rows. Default: the store's.", valueName: "file"))
    var trust: String?
    @OptionGroup var format: FormatOption

    func run() throws {
        let heads = try LodgedHeads(head)
        let chain: AuditChain
        if let export {
            if let trust { try heads.check(try PeopleFile.read(trust, hint: "`--trust` wants a store's `\(People.fileName)`")) }
            else if heads.isSigned {
                throw Stop(.usage, "a lodged row is signed: give `--trust` the `\(People.fileName)` that says by whom it may be")
            }
            chain = try AuditFile(path: export).verified(heads.named)
        } else {
            let (opened, people) = try store.open()
            try heads.check(try trust.map { try PeopleFile.read($0, hint: "`--trust` wants a store's `\(People.fileName)`") } ?? people)
            chain = try opened.read { try $0.verifyStore(heads: heads.named) }
        }
        try report(chain)
        if chain.hasFaults { throw Stop(.notPermitted) }
    }

    private func report(_ chain: AuditChain) throws {
        let out = try ResultFile(nil)
        if format.format == .json {
            var json = JSONWriter()
            json.beginObject()
            json.key("store"); json.string(chain.head.store)
            json.key("rows"); json.int(chain.count)
            json.key("last"); json.string(hexadecimal(chain.head.hash))
            json.key("whole"); json.bool(!chain.hasFaults)
            json.key("faults"); json.strings(chain.faults)
            json.endObject()
            try out.write(json.text + "\n")
        } else if chain.hasFaults {
            try out.write(chain.faults.map { Terminal.wrapped("tampered with: \($0)", indent: 4) + "\n" }.joined())
        } else {
            try out.write("the log is whole: \(Numbers.count(chain.count, "row"))\n")
        }
        try out.finish()
    }
}
