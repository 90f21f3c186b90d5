import ArgumentParser
import Glibc

@main
struct Fuzz: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Feed made-up input to what reads input, until a promise is broken.",
        discussion: """
            Example: fuzz --seconds 600 --seed 7 pack csv

            The same seed makes the same input. What breaks a promise, crashes or hangs is made as small as can be and kept in a \
            folder, which --input runs again. Exit codes: 0 all promises held; 1 one was broken; 64 wrong usage.
            """)

    @Argument(help: "Which readers: \(FuzzTargets.names.joined(separator: ", ")). Default: all.")
    var targets: [String] = []
    @Option(help: "How long, for all readers together.")
    var seconds = 60.0
    @Option(help: "Another seed makes other input. Default: the time of day.")
    var seed: UInt64?
    @Option(help: "At most so many pieces of input for each reader.")
    var inputs = Int.max
    @Option(help: ArgumentHelp("The project's folder, whose packs are the seeds.", valueName: "folder"))
    var project = "."
    @Option(help: ArgumentHelp("Where to keep what breaks a promise.", valueName: "folder"))
    var keep = "."
    @Option(help: ArgumentHelp("Run one piece of input, kept by an earlier run.", valueName: "folder"))
    var input: String?
    @Option(help: .hidden)
    var worker: String?
    @Option(help: .hidden)
    var from = 0

    mutating func validate() throws {
        if let wrong = targets.first(where: { !FuzzTargets.names.contains($0) }) {
            throw ValidationError("`\(wrong)` is no reader; there are \(FuzzTargets.names.joined(separator: ", "))")
        }
        if input != nil || worker != nil, targets.count != 1 { throw ValidationError("name one reader for --input") }
        guard seconds > 0, seconds < 1e6 else { throw ValidationError("--seconds wants a number above 0") }
    }

    mutating func run() async throws {
        let seed = seed ?? UInt64(time(nil))
        let names = targets.isEmpty ? FuzzTargets.names : targets
        if let input {
            guard let broken = try await FuzzTargets.make(names[0], project: project).broken(FuzzInput(folder: input)) else {
                return print("\(names[0]): every promise holds")
            }
            print("\(names[0]): \(broken)")
            throw ExitCode(1)
        }
        if let worker {
            let loop = FuzzLoop(target: try FuzzTargets.make(names[0], project: project), seed: seed, seconds: seconds)
            guard let broken = try await loop.run(from..<inputs, progress: FuzzProgress(worker)) else { return }
            print(broken)
            throw ExitCode(1)
        }
        var allHold = true
        for name in names {
            let supervisor = FuzzSupervisor(
                name: name, target: try FuzzTargets.make(name, project: project), project: project, keep: keep, seed: seed)
            if try !supervisor.run(inputs: inputs, seconds: seconds / Double(names.count)) { allHold = false }
        }
        if !allHold { throw ExitCode(1) }
    }
}
