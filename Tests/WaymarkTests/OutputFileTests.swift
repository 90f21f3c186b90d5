import Foundation
import TestSupport
import Testing

@Suite("a result's file")
struct OutputFileTests {
    /// Every verb that writes a result to a file.
    static let commands = [
        "evaluate rules/staffordshire examples/nominals.ndjson", "explain rules/staffordshire examples/nominals.ndjson N-0001",
        "explain rules/staffordshire examples/nominals.ndjson N-0001 --letter --html", "describe rules/staffordshire",
        "cohort synth --count 200 --as-of 2026-11-01", "fields", "schema", "stubs", "report cohort examples/nominals.ndjson --as-of 2026-11-01",
        "report outcomes examples/nominals.ndjson --as-of 2026-11-01 --format csv", "report costs examples/costs/staffordshire-cases.csv --format json",
        "report tracker examples/costs/west-midlands-tracker.csv", "report trends examples/nominals.ndjson --as-of 2026-11-01",
    ]

    private func run(_ command: String, _ more: String..., in work: Workplace) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(DocumentationPage.words(command) + more, in: work.place.path)
    }

    @Test("holds what standard output would, and nothing else is left", arguments: commands)
    func whole(command: String) throws {
        let work = try Workplace()
        let shown = try run(command, in: work)
        let written = try run(command, "-o", "result", in: work)
        #expect(shown.status == 0)
        #expect(written.status == 0)
        #expect(written.out.isEmpty)
        #expect(!shown.out.isEmpty)
        #expect(try work.read("result") == shown.out)
        #expect(work.files == ["result"])
    }

    @Test("replaces an older one with all it has", arguments: commands)
    func replaced(command: String) throws {
        let work = try Workplace()
        try work.write("result", String(repeating: "old\n", count: 200_000))
        #expect(try run(command, "-o", "result", in: work).status == 0)
        #expect(try !work.read("result").contains("old\nold"))
    }

    @Test(
        "that cannot be written ends with 2, and nothing half-written is left",
        arguments: commands, ["/dev/full", "nowhere/result", "rules", "rules/staffordshire/pack.lua/result", ""])
    func refused(command: String, path: String) throws {
        let work = try Workplace()
        let result = try run(command, "-o", path, in: work)
        #expect(result.status == 2)
        #expect(result.err.contains("`\(path)`"), "\(result.err)")
        #expect(work.files.isEmpty)
    }

    @Test(
        "stays as it was when the disk is full",
        .disabled(if: Sanitizer.isThread, "ThreadSanitizer has a file of its own, which the limit cuts"), arguments: commands)
    func fullDisk(command: String) throws {
        let work = try Workplace()
        try work.write("result", "as it was\n")
        // One block of 512 bytes: no result is so short.
        let result = try work.shell("trap '' XFSZ; ulimit -f 1; \"$WAYMARK\" \(command) -o result 2>/dev/null")
        #expect(result.status == 2)
        #expect(try work.read("result") == "as it was\n")
        #expect(work.files == ["result"])
    }

    @Test("stays as it was when the cohort cannot be opened")
    func noCohort() throws {
        let work = try Workplace()
        try work.write("result", "as it was\n")
        #expect(try work.run("evaluate", "rules/staffordshire", "nowhere.ndjson", "-o", "result").status == 2)
        #expect(try work.read("result") == "as it was\n")
    }

    @Test("can be a pipe, where nothing can be put in place afterwards")
    func pipe() throws {
        let work = try Workplace()
        let result = try work.shell("\"$WAYMARK\" cohort synth --count 2 --as-of 2026-11-01 -o /dev/stdout | wc -l")
        #expect(result.out.trimmingCharacters(in: .whitespacesAndNewlines) == "2")
    }

    @Test("the rejects and the summary go by the same rule", arguments: ["--rejects", "--summary"])
    func otherFiles(option: String) throws {
        let work = try Workplace()
        try work.write("people.ndjson", Line.file([Line.of("A"), "no JSON"]))
        let full = try work.run("evaluate", "rules/staffordshire", "people.ndjson", option, "/dev/full")
        #expect(full.status == 2)
        #expect(full.err.contains("`/dev/full`"))
        let nowhere = try work.run("evaluate", "rules/staffordshire", "people.ndjson", option, "nowhere/file")
        #expect(nowhere.status == 2)
        #expect(nowhere.err.contains("`nowhere/file`"))
    }

    @Test("the page of a report goes by the same rule, and where it cannot be written there is no report either")
    func page() throws {
        for path in ["/dev/full", "nowhere/page.html"] {
            let work = try Workplace()
            let result = try work.run("report", "tracker", "examples/costs/west-midlands-tracker.csv", "--html", path, "-o", "report.txt")
            #expect(result.status == 2)
            #expect(result.err.contains("`\(path)`"))
            #expect(work.files.isEmpty)
        }
    }

    @Test("standard output that is full ends with 2", arguments: commands + ["check rules/staffordshire", "cohort validate bad.ndjson"])
    func fullStandardOutput(command: String) throws {
        let work = try Workplace()
        try work.write("bad.ndjson", "no JSON\n")
        let result = try work.shell("\"$WAYMARK\" \(command) > /dev/full")
        #expect(result.status == 2)
        #expect(result.err.contains("cannot write `standard output`: no space left on device"))
    }

    @Test("a reader that goes away ends the program with 2, and not by a signal", arguments: commands)
    func closedPipe(command: String) throws {
        let work = try Workplace()
        let result = try work.shell("{ sleep 0.1; \"$WAYMARK\" \(command) 2>said; echo $? >status; } | true; while [ ! -s status ]; do sleep 0.05; done")
        #expect(result.status == 0)
        #expect(try work.read("status") == "2\n")
        #expect(try work.read("said").contains("cannot write `standard output`: broken pipe"))
    }
}
