import ArgumentParser
import Notation
import TaskingProcess

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", _superCommandName: Waymark.name,
        abstract: "Make past decisions again from what was recorded, and compare them byte for byte.",
        usage: "waymark replay --all | --run <number> | --decision <run.place> [options]",
        discussion: """
            Example: waymark replay --all --store store

            Each decision is made again with the pack and the line of its time. Decisions on people who were erased since cannot \
            be shown. Nothing of what is in a record is printed. Exit codes: 0 all are the same; 1 some differ; 2 there is no \
            such run, or the store cannot be used.
            """)

    @Flag(help: "All decisions of all runs.")
    var all = false
    @Option(name: .customLong("run"), help: ArgumentHelp("The decisions of this run.", valueName: "number"))
    var number: Int?
    @Option(help: ArgumentHelp("One decision, by its run and its place in it, such as 17.204.", valueName: "run.place"))
    var decision: String?
    @OptionGroup var store: StoreOption
    @OptionGroup var format: FormatOption

    func validate() throws {
        guard [all, number != nil, decision != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("say what is to be made again: one of `--all`, `--run` and `--decision`")
        }
    }

    func run() throws {
        let (opened, _) = try store.open()
        let replay = Replay(opened)
        let showsProgress = Terminal.errorIsTerminal
        let result = try decision.map { try replay.decision($0) } ?? replay.runs(number.map { [$0] }) { done, of in
            if showsProgress { Terminal.progress(done == of ? "" : "\(Numbers.grouped(done)) of \(Numbers.count(of, "run"))") }
        }
        let out = try ResultFile(nil)
        try out.write(format.format == .json ? json(result) : text(result))
        try out.finish()
        if !result.differences.isEmpty { throw Stop(.failedCheck) }
    }

    private func text(_ result: ReplayResult) -> String {
        func line(_ text: String) -> String { Terminal.wrapped(text, indent: 4) + "\n" }
        var text = line("\(Numbers.count(result.runs.count, "run")): \(Numbers.count(result.same, "decision is", "decisions are")) the same, byte for byte")
        for hidden in result.hidden {
            text += line("\(Numbers.count(hidden.count, "decision")) of run \(hidden.run) cannot be shown: \(hidden.why)")
        }
        for difference in result.differences {
            text += line("\(difference.decision.map { "decision \($0)" } ?? "run \(difference.run)") is not as it was: \(difference.what.joined(separator: "; "))")
        }
        return text
    }

    private func json(_ result: ReplayResult) -> String {
        var json = JSONWriter()
        json.beginObject()
        json.key("runs"); json.int(result.runs.count)
        json.key("same"); json.int(result.same)
        json.key("hidden")
        json.array(result.hidden) { hidden, json in
            json.beginObject()
            json.key("run"); json.int(hidden.run)
            json.key("count"); json.int(hidden.count)
            json.key("why"); json.string(hidden.why)
            json.endObject()
        }
        json.key("differences")
        json.array(result.differences) { difference, json in
            json.beginObject()
            json.key("run"); json.int(difference.run)
            json.key("decision"); json.optional(difference.decision)
            json.key("what"); json.strings(difference.what)
            json.endObject()
        }
        json.endObject()
        return json.text + "\n"
    }
}
