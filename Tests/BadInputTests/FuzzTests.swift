import Cohorts
import Foundation
import RulePacks
import Testing

@testable import fuzz

@Suite("made-up input")
struct FuzzTests {
    static let targets: [(name: String, inputs: Int)] = [("pack", 250), ("ndjson", 400), ("csv", 250), ("sfeel", 40_000)]

    @Test("breaks no promise of any reader", arguments: targets)
    func held(name: String, inputs: Int) async throws {
        let target = try FuzzTargets.make(name, project: Project.folder)
        for index in 0..<inputs {
            var numbers = FuzzNumbers(seed: 20_261_101, index: index)
            let input = target.input(&numbers)
            if let broken = try await target.broken(input) {
                Issue.record("\(name), input \(index) of seed 20261101: \(broken)\nrun `fuzz \(name) --seed 20261101` to see it made smaller")
                return
            }
        }
    }

    @Test("is the same for the same seed, and other for another", arguments: FuzzTargets.names)
    func seeds(name: String) throws {
        let target = try FuzzTargets.make(name, project: Project.folder)
        func inputs(_ seed: UInt64) -> [FuzzInput] {
            (0..<5).map { index in
                var numbers = FuzzNumbers(seed: seed, index: index)
                return target.input(&numbers)
            }
        }
        #expect(inputs(7) == inputs(7))
        #expect(inputs(7) != inputs(8))
    }

    @Test("is neither all right nor all wrong", arguments: FuzzTargets.names)
    func mixture(name: String) throws {
        let target = try FuzzTargets.make(name, project: Project.folder)
        let scratch = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(scratch) }
        var read = 0
        for index in 0..<60 {
            var numbers = FuzzNumbers(seed: 5, index: index)
            let input = target.input(&numbers)
            let folder = "\(scratch)/\(index)"
            try input.write(to: folder)
            let isRead =
                switch name {
                case "pack": (try? PackSource.load(folder + "/" + input.files[0].name.split(separator: "/")[0])) != nil
                case "sfeel": (try? UnaryTests(parsing: String(decoding: input["cell"], as: UTF8.self))) != nil
                default: hasRow(input, folder)
                }
            if isRead { read += 1 }
        }
        #expect((5...55).contains(read), "\(read) of 60")
    }

    /// Whether the first person of a cohort comes through.
    private func hasRow(_ input: FuzzInput, _ folder: String) -> Bool {
        var path = folder + "/" + input.files[0].name
        if input.files[0].name == "people" {
            path = folder + "/cohort.csv"
            guard (try? FuzzInput(PeopleText(input["people"]).csv).write(to: folder)) != nil else { return false }
        }
        guard let source = try? openCohort(path: path, layout: CohortReading.layout, rewindable: false),
            let first = try? CohortReading(source).outcomes.first, case .row = first.outcome
        else { return false }
        return true
    }

    /// Breaks its promise where the text has both letters.
    private struct Planted: FuzzTarget {
        func input(_ numbers: inout FuzzNumbers) -> FuzzInput { FuzzInput("text", (0..<40).map { _ in UInt8(0x61 + numbers.below(26)) }) }
        func broken(_ input: FuzzInput) -> String? {
            input["text"].contains(UInt8(ascii: "q")) && input["text"].contains(UInt8(ascii: "z")) ? "it has a q and a z" : nil
        }
    }

    @Test("that breaks a promise is found, and made as small as can be")
    func planted() async throws {
        let scratch = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(scratch) }
        let loop = FuzzLoop(target: Planted(), seed: 1, seconds: 10)
        #expect(try await loop.run(0..<1000, progress: FuzzProgress(scratch + "/progress")) == "it has a q and a z")
        var numbers = FuzzNumbers(seed: 1, index: try #require(FuzzProgress.read(scratch + "/progress")))
        let smallest = try Shrinker(seconds: 10).smallest(Planted().input(&numbers)) { Planted().broken($0) != nil }
        #expect(smallest["text"].sorted() == Array("qz".utf8))
    }

    @Test("goes to a folder and comes back as it was")
    func kept() throws {
        let scratch = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(scratch) }
        let input = FuzzInput([.init(name: "b/x.lua", bytes: [0, 0xFF, 0x0A]), .init(name: "a", bytes: [])])
        try input.write(to: scratch + "/kept")
        #expect(try FuzzInput(folder: scratch + "/kept") == input)
    }

    static let ends: [(script: String, end: FuzzProcess.End)] = [
        ("exit 0", .held), ("echo what; exit 1", .broken("what")), ("echo before >&2; kill -SEGV $$", .crashed(signal: 11, "before")),
    ]

    @Test("that crashes the reader is told from what it only refuses", arguments: ends)
    func crashes(script: String, end: FuzzProcess.End) throws {
        let scratch = try FuzzFiles.scratch()
        defer { FuzzFiles.remove(scratch) }
        #expect(try FuzzProcess(arguments: ["/bin/sh", "-c", script], scratch: scratch).run() == end)
    }
}
