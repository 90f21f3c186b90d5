import ArgumentParser
import Glibc

@main
struct Entry {
    static func main() {
        // A reader that closes its end, or a file that may not grow, is an error of writing like any other and not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        TemporaryFiles.holdSignals()
        Task.detached { exit(await run()) }
        TemporaryFiles.waitForSignal()
    }

    private static func run() async -> Int32 {
        do {
            var command = try CommandLineReader.command(Array(CommandLine.arguments.dropFirst()))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return 0
        } catch let stop as Stop {
            if !stop.message.isEmpty { Terminal.error(stop.text) }
            return stop.code.rawValue
        } catch {
            if let stop = Stop(about: error) {
                Terminal.error(stop.text)
                return stop.code.rawValue
            }
            let code = Waymark.exitCode(for: error)
            let text = Waymark.fullMessage(for: error)
            if code == .success {
                Terminal.output(text)
                return 0
            }
            Terminal.error(Terminal.wrappedLines(text))
            return code == .validationFailure ? ExitKind.usage.rawValue : ExitKind.fault.rawValue
        }
    }
}

struct Waymark: AsyncParsableCommand {
    static let name = "waymark"
    static let version = "0.1.0"
    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Rules for Integrated Offender Management that explain themselves.",
        discussion: """
            A borough's rule pack is a folder of rules; a cohort is a file of nominals. Waymark recommends, and people decide.

            Try: waymark evaluate rules/staffordshire examples/nominals.ndjson --as-of 2026-11-01
            """,
        version: version,
        subcommands: [
            NewCommand.self, CheckCommand.self, TestCommand.self, EvaluateCommand.self, ExplainCommand.self, DescribeCommand.self, ImpactCommand.self,
            EqualityCommand.self, SimulateCommand.self, ConvertCommand.self, CohortCommand.self, PackCommand.self, BoardCommand.self, RunCommand.self,
            ReplayCommand.self, PanelCommand.self, TasksCommand.self, AuditCommand.self, StoreCommand.self, DoctorCommand.self,
            ReportCommand.self, ServeCommand.self, FieldsCommand.self, SchemaCommand.self, StubsCommand.self,
        ])
}
