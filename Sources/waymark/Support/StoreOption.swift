import ArgumentParser
import DecisionStore
import Decisions
import Glibc
import Governance
import RulePacks

/// Which store a verb works on.
struct StoreOption: ParsableArguments {
    @Option(help: ArgumentHelp("The store's folder. Default: what WAYMARK_STORE names.", valueName: "folder"))
    var store: String?

    static let hint = "a store is a folder with a `\(People.fileName)`: docs/governance.md has one to begin with"
    /// What WAYMARK_STORE names; nil where it names nothing.
    static var named: String? {
        let named = getenv("WAYMARK_STORE").map { String(cString: $0) } ?? ""
        return named.isEmpty ? nil : named
    }

    func folder() throws -> String {
        if let store = store ?? StoreOption.named { return store }
        throw Stop(.usage, "no store is named: give `--store` the store's folder, or set WAYMARK_STORE to it")
    }

    /// The store with the people that its `waymark.lua` names.
    /// - Parameters:
    ///   - makes: make the database where there is none yet.
    ///   - patience: seconds to wait for another writer.
    func open(makes: Bool = false, patience: Double = 10) throws -> (store: Store, people: People) {
        let people = try people()
        return (try Store(try folder(), makes: makes, patience: patience), people)
    }

    /// The people that its `waymark.lua` names.
    func people() throws -> People {
        try PeopleFile.read("\(try folder())/\(People.fileName)", hint: StoreOption.hint)
    }

    func board(makes: Bool = false) throws -> Board {
        let (store, people) = try open(makes: makes)
        return Board(store, people: people)
    }
}

enum PeopleFile {
    static func read(_ path: String, hint: String) throws -> People {
        let bytes: [UInt8]
        do { bytes = try WholeFile.read(path, most: 64 << 10) } catch let stop as Stop { throw Stop(.usage, "\(stop.message); \(hint)") }
        do throws(PackError) {
            return try People(reading: bytes)
        } catch {
            throw Stop(.usage, "`\(path)` does not load\n" + error.findings.map { "  \($0.text)" }.joined(separator: "\n"))
        }
    }
}
