import Foundation
import GRDB
import TestSupport
import Testing

@Suite("the verbs of a board")
struct BoardTests {
    static let key = ["--passphrase-file", "passphrase.txt", "--store", "store"]

    @Test("take a pack from its author to being in force, and out of it")
    func life() throws {
        let place = try BoardWorkplace()
        func run(_ line: String) throws -> WaymarkBinary.Result {
            try WaymarkBinary.run(DocumentationPage.words(line), in: place.work.place.path)
        }
        func sign(_ act: String, _ id: String) throws -> WaymarkBinary.Result {
            try run("board \(act) --by \(id) --key \(id).key --passphrase-file passphrase.txt --store store --format json")
        }
        func state(_ result: WaymarkBinary.Result) throws -> String? { try JSONValue(Data(result.out.utf8))["state"]?.text }
        let submitted = try sign("submit rules/camford --cohort cohort.ndjson", "j.ofori")
        #expect(submitted.status == 0 && submitted.err.isEmpty, "\(submitted.err)")
        #expect(try state(submitted) == "submitted")
        for (id, wanted) in [("a.khan", "submitted"), ("b.ash", "submitted"), ("c.day", "in_force")] {
            #expect(try state(sign("approve camford", id)) == wanted)
        }
        let evidence = try JSONValue(Data(try run("board show camford --evidence --store store").out.utf8))
        #expect(evidence.at("assurance.tests.failed") == .number(0))
        #expect(evidence.at("cohort.people") != .number(0))
        #expect(evidence["description"]?.text?.hasPrefix("# ") == true)
        #expect(try state(sign("withdraw camford --reason slip", "b.ash")) == "withdrawn")
        #expect(try run("audit verify --store store").out == "the log is whole: 6 rows\n")
    }

    static let refused: [(line: String, says: String)] = [
        ("board approve camford --by r.bell --key r.bell.key", "does not have the role `board`"),
        ("board approve camford --by j.ofori --key j.ofori.key", "does not have the role `board`"),
        ("board approve camford --by a.khan --key b.ash.key", "is the key of `b.ash`, and you are `a.khan`"),
        ("board approve camfort --by a.khan --key a.khan.key", "did you mean `camford`?"),
        ("board submit rules/camford --cohort cohort.ndjson --by j.ofori --key j.ofori.key", "waits for signatures"),
        // Before any evidence is made, which takes long: the cohort is not even looked for.
        ("board submit rules/camford --cohort nothing.ndjson --by a.khan --key a.khan.key", "does not have the role `analyst`"),
        ("cohort import cohort.ndjson --by nobody --why x", "names nobody `nobody`"),
        ("cohort forget N-0001 --by nobody --why x", "names nobody `nobody`"),
        ("pack import rules/camford/pack.lua --by j.ofori", "is no pack that `waymark pack export` wrote"),
    ]

    @Test("end with 4 and say why where something is not permitted", arguments: refused)
    func refusedWith4(line: String, says: String) throws {
        let place = try BoardWorkplace(for: ["board", "approve"])
        let words = DocumentationPage.words(line) + ["--store", "store"] + (line.contains("--key") ? ["--passphrase-file", "passphrase.txt"] : [])
        let result = try WaymarkBinary.run(words, in: place.work.place.path)
        #expect(result.status == 4)
        #expect(result.out.isEmpty)
        #expect(result.err.replacing("\n    ", with: " ").contains(says), "\(result.err)")
        #expect(result.err.longLines.isEmpty)
    }

    static let unusable: [(line: String, says: String)] = [
        ("board status", "no store is named"), ("board status --store nowhere", "cannot read `nowhere/waymark.lua`"),
        ("board status --store rules", "cannot read `rules/waymark.lua`"), ("board status --store empty", "there is no store in `empty`"),
        ("board approve camford --by a.khan --key cohort.ndjson --store store", "others can read `cohort.ndjson`"),
        ("board approve camford --by a.khan --key a.khan.key --store store --passphrase-file nothing", "cannot read `nothing`"),
        ("board key new m.lee -o a.khan.key --passphrase-file passphrase.txt", "is there already"),
        ("board key new m.lee -o m.lee.key --passphrase-file short.txt", "the passphrase is too short"),
        ("audit verify cohort.ndjson", "is no exported log"), ("audit verify nothing", "cannot open `nothing`"),
        ("pack verify nothing --trust store/waymark.lua", "cannot read `nothing`"), ("pack verify cohort.ndjson --trust cohort.ndjson", "does not load"),
        ("audit export --store store --by r.bell --key r.bell.key", "add `--head`"),
    ]

    @Test("end with 2 where a file cannot be used", arguments: unusable)
    func fileThatCannotBeUsed(line: String, says: String) throws {
        let place = try BoardWorkplace(for: ["board", "approve"])
        try place.work.write("empty/waymark.lua", try place.work.read("store/waymark.lua"))
        try place.work.write("short.txt", "short\n")
        let result = try WaymarkBinary.run(DocumentationPage.words(line), in: place.work.place.path)
        #expect(result.status == 2)
        #expect(result.out.isEmpty)
        #expect(result.err.replacing("\n    ", with: " ").contains(says), "\(result.err)")
        #expect(!place.work.has("empty/waymark.db") && !place.work.has("m.lee.key"))
    }

    @Test("make a key file that only its owner can read, and show the public key alone")
    func newKey() throws {
        let place = try BoardWorkplace()
        let made = try place.work.run("board", "key", "new", "m.lee", "-o", "m.lee.key", "--passphrase-file", "passphrase.txt")
        #expect(made.status == 0)
        #expect(made.out.wholeMatch(of: /key = "ed25519:[0-9a-f]{64}",\n/) != nil)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(place.work.place.path)/m.lee.key")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(place.work.files.filter { $0.hasPrefix("m.lee") } == ["m.lee.key"])
    }

    @Test("refuse a pack whose tests fail with 1, and submit nothing")
    func failingTests() throws {
        let place = try BoardWorkplace()
        try place.work.write("rules/camford/tests/wrong.lua", #"describe("x", function() it("y", function() expect(1).is(2) end) end)"#)
        let result = try WaymarkBinary.run(
            DocumentationPage.words("board submit rules/camford --cohort cohort.ndjson --by j.ofori --key j.ofori.key") + BoardTests.key, in: place.work.place.path)
        #expect(result.status == 1)
        #expect(result.err.contains("the pack's tests do not pass"))
        #expect(try place.work.run("board", "status", "--store", "store").out == "nothing was submitted\n")
    }

    @Test("find a log that was changed, and refuse what depends on it")
    func tampered() throws {
        let place = try BoardWorkplace(for: ["board", "approve"])
        let database = try DatabaseQueue(path: "\(place.work.place.path)/store/waymark.db")
        try database.inDatabase { try $0.execute(sql: "DROP TRIGGER audit_fixed; UPDATE audit SET who = 'x' WHERE seq = 2") }
        let verified = try place.work.run("audit", "verify", "--store", "store")
        #expect(verified.status == 4)
        #expect(verified.out == "tampered with: row 2 was changed: its contents do not give its hash\n")
        let status = try place.work.run("board", "status", "--store", "store")
        #expect(status.status == 4)
        #expect(status.err.contains("nothing is in force"))
    }

    @Test("name the store by WAYMARK_STORE, too")
    func environment() throws {
        let place = try BoardWorkplace(for: ["board", "status"])
        #expect(try place.work.shell("WAYMARK_STORE=store \"$WAYMARK\" board status").out.hasPrefix("camford 0.1.0: submitted on "))
    }

    @Test("leave the store as it was where an import is killed")
    func killedImport() throws {
        let place = try BoardWorkplace(for: ["cohort", "export"])
        _ = try place.work.run("cohort", "synth", "--count", "8000", "--seed", "5", "--as-of", Workplace.date, "-o", "large.ndjson")
        let before = try place.work.run("cohort", "export", "--by", "j.ofori", "--why", "before", "--store", "store").out
        for delay in ["0.1", "0.4", "0.9"] {
            let killed = try place.work.shell(
                "\"$WAYMARK\" cohort import large.ndjson --by j.ofori --why large --store store > /dev/null & sleep \(delay); kill -9 $!; wait $! 2> /dev/null; test $? = 137")
            #expect(killed.status == 0, "the import ended before it was killed")
            #expect(try place.work.run("cohort", "export", "--by", "j.ofori", "--why", "after", "--store", "store").out == before)
            #expect(try place.work.run("audit", "verify", "--store", "store").status == 0)
        }
        let whole = try place.work.run("cohort", "import", "large.ndjson", "--by", "j.ofori", "--why", "large", "--store", "store")
        #expect(whole.out.hasPrefix("8,000 lines read: 8,000 added"))
    }
}
