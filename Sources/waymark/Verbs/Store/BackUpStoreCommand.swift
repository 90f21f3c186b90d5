import ArgumentParser
import DecisionStore
import Glibc
import Governance
import Notation

struct BackUpStoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole store into one file, and verify the copy.",
        usage: "waymark store backup -o <file> --by <id> --why <words> [options]",
        discussion: """
            Example: waymark store backup -o backup.db --by d.stone --why "each night" --store store

            Wants the role admin. Others may work with the store meanwhile. A backup holds everybody's data, and is logged as \
            a disclosure of it: keep it as you keep the store. waymark.lua is not in it. Exit codes: 0 done; 2 there is no \
            store, or the file cannot be written; 4 not permitted.
            """)

    /// Seconds to wait for somebody who writes, such as a run.
    private static let patience = 600.0

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Where the backup goes, whole or not at all.", valueName: "file"))
    var output: String
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption

    func run() throws {
        let (opened, people) = try store.open(patience: BackUpStoreCommand.patience)
        try why.check(people, as: .admin)
        try check(opened)
        guard let made = TemporaryFiles.make(beside: output) else { throw Stop(.usage, systemFailure("write", output)) }
        defer { close(made.descriptor) }
        let copy: VerifiedCopy
        do {
            copy = try opened.backUp(into: made.path, name: output, who: why.by, why: why.why)
            guard fsync(made.descriptor) == 0 else { throw Stop(.usage, systemFailure("write", output)) }
            guard TemporaryFiles.settle(made.path, { rename(made.path, output) }) == 0 else { throw Stop(.usage, systemFailure("write", output)) }
        } catch {
            _ = TemporaryFiles.settle(made.path) { unlink(made.path) }
            throw error
        }
        Terminal.output(
            Terminal.wrapped(
                "`\(output)` is whole: \(Numbers.count(copy.nominals, "nominal")), and a log of \(Numbers.count(copy.head.seq, "row")), which verifies", indent: 4))
        Terminal.output(Terminal.wrapped("it holds everybody's data: keep it as you keep the store, and `waymark.lua` beside it, which is not in it", indent: 4))
    }

    /// A backup never takes the place of what it is a backup of, nor of what is no file.
    private func check(_ opened: Store) throws {
        var there = stat(), own = stat()
        guard output != "-" else { throw Stop(.usage, "a backup goes into a file: give its name with `-o`") }
        guard stat(output, &there) == 0 else { return }
        guard there.st_mode & S_IFMT == S_IFREG else { throw Stop(.usage, "`\(output)` is not a file: name a file for the backup") }
        for suffix in ["", "-wal", "-shm"] where stat("\(opened.folder)/\(Store.fileName)\(suffix)", &own) == 0 {
            guard there.st_dev != own.st_dev || there.st_ino != own.st_ino else {
                throw Stop(.usage, "`\(output)` is the store itself: name another file for the backup")
            }
        }
    }
}
