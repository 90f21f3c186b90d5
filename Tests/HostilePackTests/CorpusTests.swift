import Decisions
import Foundation
import RulePacks
import TestSupport
import Testing

/// What every script of the corpus does to the host, and what it must not.
@Suite("the corpus")
struct CorpusTests {
    @Test("an attack ends as it must and changes nothing", arguments: Corpus.attacks)
    func attack(_ script: CorpusCase) throws { try check(script, limits: SmallPack.low) }

    /// Under the host's own limits: safety must not be bought by forbidding Lua.
    @Test("an ordinary program works", arguments: Corpus.ordinary)
    func ordinary(_ script: CorpusCase) throws {
        #expect(script.result != nil, "an ordinary program says what it comes to")
        try check(script, limits: SmallPack.unchanged)
    }

    @Test("there are attacks of every class, and ordinary programs enough")
    func size() {
        let classes = [
            "api-tampering", "bytecode", "cpu", "debug", "error-handling", "io", "leak", "memory", "metatable", "nondeterminism", "process", "stack",
        ]
        #expect(Corpus.folders == classes.map { "attacks/\($0)" })
        for name in classes { #expect(Corpus.attacks.filter { $0.folder == name }.count >= 4, "\(name)") }
        #expect(Corpus.attacks.count >= 90)
        #expect(Corpus.ordinary.count >= 30)
    }

    /// Runs the script beside a pack that means no harm.
    private func check(_ script: CorpusCase, limits: String) throws {
        let benign = try BenignPack.load()
        let before = People.all.map(benign.record)
        #expect(before.allSatisfy { $0.contains("\"error\":null") })
        let traces = Traces.found
        let pack = try SmallPack(script, limits: limits)
        let contents = pack.contents
        let start = ProcessFacts.threadSeconds
        do throws(PackError) {
            let source = try PackSource.load(pack.path).pack
            try evaluate(script, Decider(source), byLuaAlone: Decider(source, byLuaAlone: true))
        } catch {
            #expect(ProcessFacts.threadSeconds - start < ProcessFacts.patience, "loading took too long")
            check(script, error.findings)
        }
        #expect(pack.contents == contents, "the pack's folder was changed")
        #expect(Traces.found == traces, "files were made")
        #expect(People.all.map(benign.record) == before, "another pack's records changed")
    }

    private func check(_ script: CorpusCase, _ findings: [Finding]) {
        let texts = findings.map(\.text)
        guard case .refused(let code) = script.outcome else {
            Issue.record("it does not load: \(texts)")
            return
        }
        #expect(findings.contains { finding in finding.code.rawValue == code && script.says.map(finding.text.contains) ?? true }, "\(texts)")
        #expect(texts.reduce(0) { $0 + $1.utf8.count } < 64 << 10, "the findings are too long to read")
    }

    private func evaluate(_ script: CorpusCase, _ decider: Decider, byLuaAlone: Decider) {
        if case .refused = script.outcome { Issue.record("it loads") }
        var records: [String] = []
        for person in People.all {
            let start = ProcessFacts.threadSeconds
            let (decision, record) = decider.decide(person)
            #expect(ProcessFacts.threadSeconds - start < ProcessFacts.patience, "one nominal took too long")
            records.append(record)
            check(script, decision)
            #expect(throws: Never.self, "the record is not JSON") { try JSONValue(Data(record.utf8)) }
            #expect(record.utf8.count < 256 << 10, "the record is too long")
        }
        // A state that has seen others answers as it did at first, and so does one that hashes otherwise and runs every rule in Lua.
        #expect(People.all.reversed().map(decider.record) == records.reversed(), "a nominal sees what those before it left")
        #expect(People.all.map(byLuaAlone.record) == records, "another state gives other bytes")
    }

    private func check(_ script: CorpusCase, _ decision: Decision) {
        let words = decision.error.map { "\($0.code) at \($0.file ?? "?"):\($0.line ?? 0): \($0.message)" } ?? "no error"
        if case .error(let code) = script.outcome {
            #expect(decision.error?.code == code, "\(words)")
            #expect(script.says.map { decision.error?.message.contains($0) == true } ?? true, "\(words)")
            #expect(decision.error?.file?.hasSuffix(".lua") == true && decision.error?.line != nil, "\(words)")
            #expect(decision.recommendation.action == .refer && decision.matrices.isEmpty && decision.taskings.isEmpty)
        } else {
            #expect(decision.error == nil, "\(words)")
        }
        if let result = script.result {
            #expect(decision.matrices.first { $0.name == "probe" }?.rows.first?.because == result)
        }
    }
}
