import ArgumentParser
import Board

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", _superCommandName: Waymark.name,
        abstract: "Serve the web application over a store.",
        usage: "waymark serve [options]",
        discussion: """
            Example: waymark serve --store store --port 8080

            Only this machine can reach it, unless a server with TLS stands in front: name its origin with --origin. Whoever is \
            to sign in needs a password: waymark board password. Exit codes: 2 there is no store, or the port is taken.
            """)

    @OptionGroup var store: StoreOption
    @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "port"))
    var port = 8080
    @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
    var bind = "127.0.0.1"
    @Option(help: ArgumentHelp("Where people reach it, when a server in front of it speaks TLS: https://waymark.example", valueName: "origin"))
    var origin: String?
    @Option(help: ArgumentHelp("A folder of rule packs from which analysts can begin drafts.", valueName: "folder"))
    var packs: String?

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port wants a number from 0 to 65535") }
        if let refusal = SiteOptions(host: bind, port: port, origin: origin).refusal { throw ValidationError(refusal) }
    }

    func run() async throws {
        let (opened, _) = try store.open()
        let site = Site(opened, options: SiteOptions(host: bind, port: port, origin: origin, packs: packs))
        try await site.serve { Terminal.output("Waymark is at \($0)") }
    }
}
