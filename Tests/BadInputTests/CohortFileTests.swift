import Foundation
import TestSupport
import Testing

@Suite("a cohort file that cannot be read as one")
struct CohortFileTests {
    static let missing: [(make: String, name: String, words: String)] = [
        ("mkdir cohort.ndjson", "cohort.ndjson", "it is a folder"), ("mkdir cohort.csv", "cohort.csv", "it is a folder"),
        ("true", "nowhere.ndjson", "no such file"), ("true", "", "no such file"), ("ln -s loop.ndjson loop.ndjson", "loop.ndjson", "symbolic links"),
        ("ln -s nowhere link.ndjson", "link.ndjson", "no such file"), ("true", "rules/small/pack.lua/x", "not a directory"),
    ]

    @Test("ends with 2 and names the file, and nothing is written", arguments: missing)
    func unreadable(make: String, name: String, words: String) throws {
        let place = try BadPlace()
        #expect(try place.shell(make).status == 0)
        let before = place.files
        let all = try place.evaluate(name, "-o", "out")
        #expect(all.status == 2)
        #expect(all.result.err.contains("`\(name)`"), "\(all.result.err)")
        #expect(all.result.err.contains(words), "\(all.result.err)")
        #expect(place.files == before)
    }

    @Test("a list's file that is a folder, or a link to nowhere, is an error and no list left out", arguments: ["mkdir offences.csv", "ln -s nowhere offences.csv", "ln -s offences.csv offences.csv"])
    func listFile(make: String) throws {
        let place = try BadPlace()
        try place.write("cohort.csv", "\(Person.heading)\n\(Person.row("A"))\n")
        #expect(try place.shell(make).status == 0)
        let all = try place.evaluate("cohort.csv")
        #expect(all.status == 2)
        #expect(all.result.err.contains("`offences.csv`"), "\(all.result.err)")
    }

    @Test("a list's file that is a pipe or a device is refused, and nobody waits for it", arguments: ["mkfifo offences.csv", "ln -s /dev/zero offences.csv", "mkfifo p; ln -s p offences.csv"])
    func listPipe(make: String) throws {
        let place = try BadPlace()
        try place.write("cohort.csv", "\(Person.heading)\n\(Person.row("A"))\n")
        let result = try place.shell("\(make); timeout 30 \"$WAYMARK\" evaluate rules/small cohort.csv")
        #expect(result.status == 2)
        #expect(result.err.replacing("\n    ", with: " ") == "waymark: cannot read `offences.csv`: it is not a file; the rows of `offences` belong in a file beside the cohort's\n")
    }

    @Test("rejected lines are said while the file is still being read, and not kept until its end")
    func streamed() throws {
        let place = try BadPlace()
        let result = try place.shell("""
            mkfifo in; "$WAYMARK" cohort validate in > out 2>said & p=$!
            exec 3>in; yes 'no JSON' | head -n 8000 >&3
            i=0; while [ ! -s out ] && [ $i -lt 300 ]; do sleep 0.1; i=$((i+1)); done
            [ -s out ] && echo streamed; exec 3>&-; wait $p; echo $?; grep -c '^in:' out; cat said
            """)
        #expect(result.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == ["streamed", "3", "8000", "0 good lines, 8,000 to be rejected."])
    }

    @Test("an empty file has no nominals, and the summary says so", arguments: ["", "\n", " \r\n\n", "\u{FEFF}"])
    func empty(text: String) throws {
        let place = try BadPlace()
        try place.write("cohort.ndjson", text)
        let all = try place.evaluate("cohort.ndjson")
        #expect(all.status == 0)
        #expect(all.ids.isEmpty)
        #expect(all.result.err.contains("`cohort.ndjson` has no nominals"), "\(all.result.err)")
    }

    @Test("a file without permission is an error that says so", .enabled(if: Nobody.canRun, Nobody.why))
    func permission() throws {
        let place = try BadPlace()
        try place.write("cohort.ndjson", Person.json("A"))
        let result = try place.shell("chmod 000 cohort.ndjson; \(Nobody.runs)\"$WAYMARK\" evaluate rules/small cohort.ndjson")
        #expect(result.status == 2)
        #expect(result.err == "waymark: cannot open `cohort.ndjson`: permission denied\n")
    }

    @Test("a folder without permission takes no result, and no file is left in it", .enabled(if: Nobody.canRun, Nobody.why))
    func unwritable() throws {
        let place = try BadPlace()
        try place.write("cohort.ndjson", Person.json("A"))
        let result = try place.shell("mkdir closed; chmod 555 closed; \(Nobody.runs)\"$WAYMARK\" evaluate rules/small cohort.ndjson -o closed/out")
        #expect(result.status == 2)
        #expect(result.err == "waymark: cannot write `closed/out`: permission denied\n")
        #expect(try place.shell("ls closed").out.isEmpty)
    }
}

/// How to run the program as somebody to whom permissions apply.
enum Nobody {
    private static let isRoot = geteuid() == 0
    static let why: Comment = "permissions do not apply to root here, and the program cannot be run as somebody else"

    /// What goes before the command.
    static let runs = isRoot ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""

    static let canRun: Bool = {
        guard isRoot else { return true }
        guard let place = try? BadPlace() else { return false }
        return (try? place.shell("\(runs)\"$WAYMARK\" check rules/small").status) == 0
    }()
}
