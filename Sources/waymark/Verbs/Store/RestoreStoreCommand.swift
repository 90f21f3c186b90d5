import ArgumentParser
import DecisionStore
import Glibc
import Governance
import Notation

struct RestoreStoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Verify a backup, and put it in a store's place.",
        usage: "waymark store restore <backup> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark store restore backup.db --by d.stone --why "the disk failed" --store store --replace

            Wants the role admin, and a waymark.lua in the folder. What was done since the backup is not in it. Whoever was \
            forgotten since is in it again, and is forgotten once more where the log of the store that was there, or an \
            export of it (--log), tells of it. Exit codes: 0 done; 2 there is a store already, or a file cannot be used; 4 \
            not permitted, or the backup was tampered with.
            """)

    @Argument(help: "The backup.")
    var backup: String
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption
    @Flag(help: "Take the place of the store that is there, which is kept beside it as waymark.db.before-restore-DATE.")
    var replace = false
    @Option(help: ArgumentHelp("A last row that was lodged elsewhere, to compare with; may be given more than once.", valueName: "file"))
    var head: [String] = []
    @Option(help: ArgumentHelp("A log of the store that was exported after the backup, for who was forgotten since.", valueName: "file"))
    var log: String?

    func run() throws {
        let folder = try store.folder()
        let people = try store.people()
        try why.check(people, as: .admin)
        let heads = try LodgedHeads(head)
        try heads.check(people)
        var restoration = try Restoration(of: backup, into: folder, lodged: heads.named)
        guard replace || !restoration.isOverStore else {
            throw Stop(.usage, "there is a store in `\(folder)` already: with `--replace` the backup takes its place, and it is kept beside it")
        }
        if let log { try restoration.add(try rows(log, of: restoration)) }
        guard let made = TemporaryFiles.make(beside: "\(folder)/\(Store.fileName)") else { throw Stop(.usage, systemFailure("write", folder)) }
        close(made.descriptor)
        let again: Int, aside: String?
        do {
            let name = String(made.path.dropFirst(folder.count + 1))
            again = try restoration.make(name, who: why.by, why: why.why)
            aside = try restoration.put(name, day: StoreClock.system.today)
            _ = TemporaryFiles.settle(made.path) { 0 }
        } catch {
            _ = TemporaryFiles.settle(made.path) { unlink(made.path) }
            throw error
        }
        for line in RestorationText(restoration: restoration, folder: folder, again: again, aside: aside, lodged: heads.named).lines {
            Terminal.output(Terminal.wrapped(line, indent: 4))
        }
    }

    /// The rows of an exported log that verifies.
    private func rows(_ path: String, of restoration: Restoration) throws -> [AuditRow] {
        var rows: [AuditRow] = []
        let chain = try AuditFile(path: path).verified { rows.append($0) }
        if chain.hasFaults { throw Stop(.notPermitted, "`\(path)` was tampered with: \(chain.faults[0])") }
        guard chain.head.store == restoration.backup.head.store else { throw Stop(.usage, "`\(path)` is the log of another store than `\(backup)`") }
        return rows
    }
}
