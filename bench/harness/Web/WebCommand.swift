import ArgumentParser
import Glibc

/// Measures how fast a served site answers many at once: `make bench-web`.
struct WebCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "web", abstract: "Let people and programs use a site that is served on this machine, and say how long its answers take.")

    @Option(help: "The port at which it is served.")
    var port: Int
    @Option(help: "The process that serves it, whose processor time is measured.")
    var server: Int32?
    @Option(help: "The ids of those who sign in, with commas.")
    var people: String
    @Option(help: "A file with their password in its first line.")
    var password: String
    @Option(help: "A file with tokens of clients, one a line; each is a program that uses the API.")
    var tokens: String?
    @Option(help: "A cohort file, of which programs bring the first lines.")
    var cohort: String?
    @Option(help: "How many lines of it they bring.")
    var lines = 15
    @Option(help: "Requests a second that each makes at most. The site itself allows 10.")
    var rate = 0.5
    @Option(help: "Seconds in which they go on.")
    var seconds = 60.0
    @Option(help: "Seconds before that which are not counted: the first to ask for a report waits until it is counted.")
    var warmUp = 0.0

    func run() throws {
        let secret = try WholeFile.read(password).split(separator: "\n").first.map(String.init) ?? ""
        var walkers: [any WebWalker] = []
        for (place, id) in people.split(separator: ",").enumerated() {
            walkers.append(try WebPerson(String(id), password: secret, port: port, seed: UInt64(place + 1)))
        }
        let brought = try cohort.map { Array(try WholeFile.read($0).split(separator: "\n").prefix(lines).joined(separator: "\n").utf8) + [0x0A] } ?? []
        let kept = try tokens.map { try WholeFile.read($0) } ?? ""
        for (place, token) in kept.split(separator: "\n").enumerated() {
            walkers.append(WebProgram(token: String(token), port: port, lines: brought, seed: UInt64(100 + place)))
        }
        if warmUp > 0 { _ = try WebWalk(walkers: walkers, rate: rate, seconds: warmUp).run() }
        let before = server.flatMap(WebCommand.processor), begin = nanoseconds()
        let taken = try WebWalk(walkers: walkers, rate: rate, seconds: seconds).run()
        let passed = Double(nanoseconds() - begin) / 1e9
        let used = before.flatMap { before in server.flatMap(WebCommand.processor).map { $0 - before } }
        print("\(walkers.count) at once, each at most \(rate) requests a second")
        print(WebTable(taken: taken, seconds: passed, processor: used).text)
    }

    /// Seconds of processor time that a process has taken; nil where there is none.
    private static func processor(_ process: Int32) -> Double? {
        guard let text = try? WholeFile.read("/proc/\(process)/stat"), let name = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: name)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
