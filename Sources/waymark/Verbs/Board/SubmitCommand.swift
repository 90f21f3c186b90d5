import ArgumentParser
import Governance
import RulePacks

struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Put a pack before the board, with the evidence for it.",
        usage: "waymark board submit <pack> --cohort <file> [options]",
        discussion: """
            Example: waymark board submit rules/camford --cohort cohort.ndjson --store store --by j.ofori --key \
            j.ofori.key --passphrase-file passphrase.txt

            The pack is checked and tested, small mistakes are made in it to see whether its tests notice, and it is compared \
            with the pack in force over the cohort, as of its first day. The author signs, which takes the role analyst. Exit codes: 0 done; 1 the pack has errors or its tests fail; 2 a file cannot be read; 4 not \
            permitted.
            """)

    @Argument(help: "The pack's folder.")
    var pack: String
    @Option(help: ArgumentHelp("The cohort that the evidence is about: .ndjson or .csv.", valueName: "file"))
    var cohort: String
    @OptionGroup var evidenceOptions: EvidenceOptions
    @OptionGroup var store: StoreOption
    @OptionGroup var key: KeyOption
    @OptionGroup var format: FormatOption

    func run() async throws {
        let board = try store.board(makes: true)
        let source = try Packs.load(pack)
        let signer = try key.signer()
        try board.maySubmit(source, by: signer)
        let maker = ApprovalEvidenceMaker(
            path: pack, pack: source, previous: try board.predecessor(of: source.manifest.id), cohort: cohort, outcomes: evidenceOptions.outcomes,
            mutates: !evidenceOptions.skipMutation)
        let evidence = try await maker.document()
        let digest = try board.submit(source, evidence: evidence, by: signer)
        let book = try board.book(on: DateOption.today)
        try StandingText(standing: book.standing(try board.find(digest, in: book))).print(format.format)
    }
}
