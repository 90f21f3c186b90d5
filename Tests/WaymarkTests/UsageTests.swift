import Foundation
import TestSupport
import Testing

@Suite("wrong usage")
struct UsageTests {
    @Test(
        "a command that is not understood ends with 2, one error and no result",
        arguments: [
            ("frobnicate", "frobnicate"), ("--frobnicate", "--frobnicate"),
            ("check", "<pack>"), ("check rules/staffordshire --format xml", "xml"), ("check rules/staffordshire --letter", "--letter"),
            ("evaluate", "<pack>"), ("evaluate rules/staffordshire", "<cohort>"), ("evaluate rules/staffordshire - -", "-"),
            ("evaluate rules/staffordshire - --jobs 0", "--jobs"), ("evaluate rules/staffordshire - --jobs 257", "--jobs"),
            ("evaluate rules/staffordshire - --jobs two", "two"), ("evaluate rules/staffordshire - --as-of 2026-02-30", "2026-02-30"),
            ("evaluate rules/staffordshire - --as-of 1/11/2026", "1/11/2026"), ("evaluate rules/staffordshire - -o", "-o"),
            ("explain rules/staffordshire examples/nominals.ndjson", "<id>"), ("describe", "<pack>"),
            ("cohort validate", "<cohort>"), ("cohort synth --count -1", "--count"), ("cohort synth --count ten", "ten"),
            ("cohort synth --count 10000001", "--count"), ("cohort synth --seed x", "--seed"), ("fields --pack", "--pack"),
        ])
    func usage(command: String, names: String) throws {
        let work = try Workplace()
        let result = try WaymarkBinary.run(DocumentationPage.words(command), in: work.place.path)
        #expect(result.status == 2)
        #expect(result.out.isEmpty)
        #expect(result.err.hasPrefix("Error: "))
        #expect(result.err.longLines.isEmpty)
        #expect(result.err.contains(names))
        #expect(!result.err.contains("Argument'"), "a type of the program's own is named")
        #expect(work.files.isEmpty)
    }

    @Test(
        "a verb that there is not is said, with the nearest that there is",
        arguments: [
            ("evaluat rules/staffordshire examples/nominals.ndjson", "there is no verb `waymark evaluat`: did you mean `evaluate`?"),
            ("cohort imprt x.ndjson", "there is no verb `waymark cohort imprt`: did you mean `import`?"),
            ("frobnicate", "there is no verb `waymark frobnicate`; `waymark --help` lists what there is"),
            ("cohort frobnicate", "there is no verb `waymark cohort frobnicate`; `waymark cohort --help`"),
        ])
    func verbThatIsNotThere(command: String, says: String) throws {
        let work = try Workplace()
        let result = try WaymarkBinary.run(DocumentationPage.words(command), in: work.place.path)
        #expect(result.status == 2)
        #expect(result.out.isEmpty)
        #expect(result.err.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(says))
        #expect(result.err.longLines.isEmpty)
        #expect(work.files.isEmpty)
    }

    @Test("help of a verb is the same, however it is asked for", arguments: ["evaluate", "check", "cohort", "cohort import", "panel"])
    func help(verb: String) throws {
        let work = try Workplace()
        let results = try ["\(verb) --help", "help \(verb)", "\(verb) -h"].map { try WaymarkBinary.run(DocumentationPage.words($0), in: work.place.path) }
        #expect(results.allSatisfy { $0.status == 0 && $0.out == results[0].out && $0.out.contains("USAGE: waymark \(verb)") })
    }

    @Test(
        "a cohort file that cannot be opened ends with 2 and says which",
        arguments: [
            "evaluate rules/staffordshire nowhere.ndjson", "evaluate rules/staffordshire nowhere.csv", "evaluate rules/staffordshire examples",
            "explain rules/staffordshire nowhere.ndjson N-0001", "explain rules/staffordshire examples N-0001",
            "cohort validate nowhere.ndjson", "cohort validate nowhere/cohort.csv", "cohort validate examples",
        ])
    func cohortThatIsNotThere(command: String) throws {
        let work = try Workplace()
        let words = DocumentationPage.words(command)
        let result = try WaymarkBinary.run(words, in: work.place.path)
        #expect(result.status == 2)
        #expect(result.out.isEmpty)
        #expect(result.err.hasPrefix("waymark: cannot "))
        let cohort = words.first { $0.hasPrefix("nowhere") || $0 == "examples" } ?? ""
        #expect(result.err.contains("`\(cohort)`"))
        #expect(work.files.isEmpty)
    }

    @Test(
        "a pack's folder that is not there is said with the path that was given",
        arguments: ["check nowhere", "evaluate nowhere examples/nominals.ndjson", "explain nowhere examples/nominals.ndjson N-0001", "describe nowhere", "fields --pack nowhere"])
    func packThatIsNotThere(command: String) throws {
        let work = try Workplace()
        let result = try WaymarkBinary.run(DocumentationPage.words(command), in: work.place.path)
        #expect(result.status == 1)
        #expect((result.out + result.err).contains("there is no folder `nowhere`"))
        #expect(work.files.isEmpty)
    }
}
