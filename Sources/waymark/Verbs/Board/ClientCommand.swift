import ArgumentParser
import Board
import Governance
import Notation

struct ClientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Give a program a token for the web application's API.",
        usage: "waymark board client <name> [options]",
        discussion: """
            Example: waymark board client ecins --may push,recommendations --borough Camford --store store

            The token is printed once. The store's file board-clients keeps its SHA-256, and nothing else of it. A new token ends \
            the old one. Exit codes: 0 done; 2 the store's people cannot be read, or the client cannot be so; 4 the name is a \
            person's.
            """)

    @Argument(help: "The client's name, which stands in the log: small letters, digits, `.`, `-` and `_`.")
    var name: String
    @Option(help: ArgumentHelp("What it may do: push, recommendations, tasks, packs; several with commas.", valueName: "what"))
    var may: String?
    @Option(help: ArgumentHelp("A borough whose people it may see and bring; again for another.", valueName: "borough"))
    var borough: [String] = []
    @Option(help: ArgumentHelp("The last day on which the token counts. Default: a year from today.", valueName: "date"))
    var until: DayArgument?
    @Flag(help: "Take the token away: the program is let in no more.")
    var remove = false
    @OptionGroup var store: StoreOption

    func run() throws {
        let folder = try store.folder()
        let people = try PeopleFile.read("\(folder)/\(People.fileName)", hint: StoreOption.hint)
        var clients = try APIClients(folder: folder)
        let path = "\(folder)/\(APIClients.fileName)"
        if remove {
            guard clients.remove(name) else { throw Stop(.usage, unknown(clients)) }
            try WholeFile.replacePrivate(clients.text, at: path)
            return Terminal.output("\(name) is let in no more")
        }
        let (client, token) = try client(people)
        clients.set(client)
        try WholeFile.replacePrivate(clients.text, at: path)
        Terminal.output(token)
        Terminal.error(
            Terminal.wrapped(
                "\(name) may \(client.scopes.map(\.rawValue).sorted().joined(separator: ", ")) for \(client.boroughs.joined(separator: ", ")) until \(client.until.inWords); the token is not shown again"))
    }

    private func unknown(_ clients: APIClients) -> String {
        "there is no client `\(name)`" + (nearestName(to: name, in: clients.names).map { ": did you mean `\($0)`?" } ?? "")
    }

    private func client(_ people: People) throws -> (client: APIClient, token: String) {
        if let refusal = APIClient.refusal(ofName: name) { throw Stop(.usage, refusal) }
        if people[name] != nil { throw Stop(.notPermitted, "`\(name)` is a person in `\(People.fileName)`: give the program a name of its own") }
        guard let may, may.contains(where: { $0 != "," && $0 != " " }) else { throw Stop(.usage, "a new client needs `--may`: push, recommendations, tasks or packs, several with commas") }
        guard !borough.isEmpty, borough.allSatisfy({ !$0.isEmpty }) else { throw Stop(.usage, "a new client needs `--borough`: those whose people it may see and bring") }
        var scopes: Set<Scope> = []
        for word in may.split(separator: ",").map({ $0.trimmingPrefix { $0 == " " } }).map(String.init) {
            guard let scope = Scope(rawValue: word) else {
                let names = Scope.allCases.map(\.rawValue)
                throw Stop(.usage, "a client cannot be let `\(word)`: " + (nearestName(to: word, in: names).map { "did you mean `\($0)`?" } ?? "it may \(names.joined(separator: ", "))"))
            }
            scopes.insert(scope)
        }
        let today = DateOption.today, last = until?.day ?? Span.months(12).after(today)
        guard last >= today else { throw Stop(.usage, "`--until \(last)` is over: name a day to come") }
        var seen: Set<String> = []
        return APIClient.new(name, scopes: scopes, boroughs: borough.filter { seen.insert($0).inserted }, until: last)
    }
}
