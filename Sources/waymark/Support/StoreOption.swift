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

    func folder() throws -> String {
        if let store { return store }
        if let named = getenv("WAYMARK_STORE").map({ String(cString: $0) }), !named.isEmpty { return named }
        throw Stop(.usage, "no store is named: give `--store` the store's folder, or set WAYMARK_STORE to it")
    }

    /// The store with the people that its `waymark.lua` names.
    /// - Parameter makes: make the database where there is none yet.
    func open(makes: Bool = false) throws -> (store: Store, people: People) {
        let folder = try folder()
        let people = try PeopleFile.read("\(folder)/\(People.fileName)", hint: StoreOption.hint)
        return (try Store(folder, makes: makes), people)
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
