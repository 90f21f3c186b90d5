import Decisions
import Foundation
import RulePacks
import TestSupport
import Testing

/// What every script of the corpus does to the host, and what it must not.
@Suite("the corpus")
struct CorpusTests {
    @Test("an attack ends as it must and changes nothing", arguments: Corpus.attacks)
    func attack(_ script: CorpusCase) throws { try check(script) }

    @Test("an ordinary program works", arguments: Corpus.ordinary)
    func ordinary(_ script: CorpusCase) throws {
        #expect(script.result != nil, "an ordinary program says what it comes to")
        try check(script)
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
    private func check(_ script: CorpusCase) throws {
        let benign = try BenignPack.load()
        let before = People.all.map(benign.record)
        #expect(before.allSatisfy { $0.contains("\"error\":null") })
        let here = Traces.found
        let pack = try SmallPack(script.files.merging(["../common/tools.lua": "return {}"]) { given, _ in given })
        let files = pack.contents
        try run(script, pack)
        #expect(pack.contents == files, "the pack's folder was changed")
        #expect(Traces.found == here, "files were made")
        #expect(People.all.map(benign.record) == before, "another pack's records changed")
        #expect(try People.all.map(BenignPack.load().record) == before, "a new state differs")
    }

    private func run(_ script: CorpusCase, _ pack: SmallPack) throws {
        let findings: [Finding]
        do throws(PackError) {
            let source = try PackSource.load(pack.path).pack
            let decider: Decider
            do { decider = try Decider(source) } catch let error as PackError { throw error } catch { throw PackError(findings: []) }
            if case .refused = script.outcome { Issue.record("it loads") } else { try evaluate(script, source, decider) }
            return
        } catch {
            findings = error.findings
        }
        guard case .refused(let code) = script.outcome else {
            Issue.record("it does not load: \(findings.map(\.text))")
            return
        }
        #expect(findings.contains { $0.code.rawValue == code }, "\(findings.map(\.text))")
        if let says = script.says { #expect(findings.contains { $0.text.contains(says) }, "\(findings.map(\.text))") }
    }

    private func evaluate(_ script: CorpusCase, _ source: PackSource, _ decider: Decider) throws(PackError) {
        var records: [String] = []
        for person in People.all {
            guard let decision = decider.decide(person) else { return Issue.record("the nominal is refused") }
            records.append(decider.record(person))
            let error = decision.error.map { "\($0.code) at \($0.file ?? "?"):\($0.line ?? 0): \($0.message)" }
            switch script.outcome {
            case .error(let code):
                #expect(decision.error?.code == code, "\(error ?? "no error")")
                #expect(decision.recommendation.action == .refer)
                #expect(decision.error?.file?.hasSuffix(".lua") == true && decision.error?.line != nil, "\(error ?? "no error")")
                if let says = script.says { #expect(decision.error?.message.contains(says) == true, "\(error ?? "no error")") }
            case .same, .refused: #expect(error == nil)
            }
            if let result = script.result {
                #expect(decision.matrices.first { $0.name == "probe" }?.rows.first?.because == result)
            }
        }
        // A state that has seen others answers as it did at first, and so does one that has its own hashing.
        #expect(People.all.reversed().map(decider.record) == records.reversed(), "a nominal sees what those before it left")
        do { #expect(try People.all.map(Decider(source).record) == records, "another state gives other bytes") } catch {
            Issue.record("it does not load a second time: \(error)")
        }
    }
}
