import Crypto
package import DecisionStore
package import Governance
import Logging
import NIOPosix
import Notation
import RulePacks
import TaskingProcess

/// A file that says who may do what cannot be read.
struct Closed: Error {}

/// The web application over one store.
package final class Site: Sendable {
    let store: Store
    let options: SiteOptions
    let sessions = Sessions()
    let peopleFile: WatchedFile<People>
    let usersFile: WatchedFile<BoardUsers>
    let clientsFile: WatchedFile<APIClients>
    /// Signs what forms send back where nobody is signed in yet.
    private let secret = SymmetricKey(size: .bits256)
    /// For whoever looks after the server.
    let logger: Logger
    /// Where requests are dealt with: reading and writing the store, and scrypt, take their time.
    let threads: NIOThreadPool
    /// Where those are that may take a second and more: reports, exit plans and networks. Other pages are not to wait for them.
    let longThreads: NIOThreadPool
    /// Where what nobody waits for is done, one after the other.
    let laterThread = NIOThreadPool(numberOfThreads: 1)
    private static let threadCount = 8
    private static let longThreadCount = 2
    /// Two at a time at most: each takes 32 MiB and a good deal of time.
    let passwordWork = Gate(2)
    let runs = KeptRuns()
    let figures = FigureDesk()
    let books = BookKeeper()
    let packsInWords = Kept<String, HTML>(most: 16)
    let knownPacks = KnownPacks()
    // What analysts work on.
    let drafts: Drafts
    let workbench = Workbench()
    /// Whom the log says already to have looked at the impact of a draft, for what and when.
    let impactsLogged = Kept<String, Bool>(most: 500)
    let draftWork = Attempts(most: 240, window: 60_000)
    private let listening = Locked(0)

    // Failed sign-ins, and passphrases that did not open a key.
    let attemptsByAccount = Attempts(most: 5, window: 15 * 60_000)
    let attemptsByAddress = Attempts(most: 30, window: 15 * 60_000)
    let requestsByPerson = Attempts(most: 600, window: 60_000)
    let requestsByAddress = Attempts(most: 300, window: 60_000)
    // Programs with tokens.
    let requestsByClient = Attempts(most: 600, window: 60_000)
    let failedTokens = Attempts(most: 30, window: 15 * 60_000)
    /// Each may be kept in memory whole while it is read.
    let largeBodies = Places(4)
    /// So many in an hour.
    static let mostRefusalsLogged = 20
    /// What is refused for want of a role goes into the log, but not without end.
    let refusalsByPerson = Attempts(most: Site.mostRefusalsLogged, window: 3_600_000)

    /// What scrypt is tried with for somebody who has no password: it takes as long.
    let nobody: ScryptPassword

    /// - Parameter cost: that of passwords; lower than the standard only in tests.
    package init(_ store: Store, options: SiteOptions = SiteOptions(), cost: ScryptCost = .standard) {
        nobody = ScryptPassword(cost: cost, salt: randomBytes(32), hash: randomBytes(32))
        self.store = store
        self.options = options
        let folder = store.folder
        drafts = Drafts(store: folder)
        peopleFile = WatchedFile("\(folder)/\(People.fileName)") {
            let path = "\(folder)/\(People.fileName)"
            guard let file = try SmallFile.read(path) else { throw GovernanceError("there is no `\(path)`") }
            return try People(reading: file.bytes)
        }
        usersFile = WatchedFile("\(folder)/\(BoardUsers.fileName)") { try BoardUsers(folder: folder) }
        clientsFile = WatchedFile("\(folder)/\(APIClients.fileName)") { try APIClients(folder: folder) }
        var logger = Logger(label: "waymark") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        self.logger = logger
        threads = NIOThreadPool(numberOfThreads: Site.threadCount)
        longThreads = NIOThreadPool(numberOfThreads: Site.longThreadCount)
        for pool in [threads, longThreads, laterThread] { pool.start() }
    }

    deinit {
        for pool in [threads, longThreads, laterThread] { pool.shutdownGracefully { _ in } }
    }

    var now: Int { store.clock.now() }

    /// - Throws: ``Closed`` where `waymark.lua` cannot be read: then nobody may do anything.
    func people() throws(Closed) -> People { try read(peopleFile, People.fileName) }

    /// - Throws: ``Closed`` where `board-users` cannot be read.
    func users() throws(Closed) -> BoardUsers { try read(usersFile, BoardUsers.fileName) }

    /// - Throws: ``Closed`` where `board-clients` cannot be read.
    func clients() throws(Closed) -> APIClients { try read(clientsFile, APIClients.fileName) }

    /// What is wrong with the file is for whoever looks after the server.
    private func read<Value>(_ file: WatchedFile<Value>, _ name: String) throws(Closed) -> Value {
        do {
            return try file.value()
        } catch {
            logger.error("the site is closed: `\(name)` cannot be read", metadata: ["error": "\(error)"])
            throw Closed()
        }
    }

    /// The port that is listened at; 0 as long as none is.
    var port: Int {
        get { listening.withLock { $0 } }
        set { listening.withLock { $0 = newValue } }
    }

    /// What a form sends back where nobody is signed in: bound to a cookie of the browser's.
    func token(ofVisitor cookie: String) -> String {
        hexadecimal(HMAC<SHA256>.authenticationCode(for: Array("visitor \(cookie)".utf8), using: secret))
    }

    func panel(_ people: People) -> Panel { Panel(store, people: people, packs: knownPacks) }

    /// What an act came to, for the next page of its session.
    func notice(_ text: String, _ visit: Visit) { _ = visit.session.flatMap { sessions.change($0) { $0.notice = text } } }

    /// A line in the log that stands by itself.
    func log(_ event: AuditEvent) throws { try store.write { _ = try $0.log(event) } }
}
