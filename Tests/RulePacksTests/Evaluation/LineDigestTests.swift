import CLines
import Notation
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// Lines are digested many at once where the system has a library for that, and one by one otherwise.
@Suite("Digests of lines")
struct LineDigestTests {
    /// As the rest of the program digests.
    private static func digest(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { PackSource.digest(of: $0) } }

    @Test("made many at once are those made one by one, whatever their length", .enabled(if: wl_open() != nil, "libipsec-mb-dev is missing"), arguments: 1...6)
    func manyAtOnce(seed: Int) throws {
        let engine = try #require(wl_open())
        defer { wl_close(engine) }
        var numbers = SeededNumbers(state: UInt64(seed))
        for count in [0, 1, 2, 12, 15, 16, 17, 44, 100, 300] {
            let texts = (0..<count).map { place -> [UInt8] in
                let length = place < 130 && seed == 1 ? place : place % 40 == 7 ? WL_LONGEST - numbers.below(3) : numbers.below(4000)
                return (0..<length).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
            }
            let kept = texts.map { text in
                let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, text.count))
                _ = bytes.initialize(from: text)
                return wl_text(bytes: UnsafePointer(bytes.baseAddress), length: text.count)
            }
            defer { for text in kept { text.bytes.deallocate() } }
            var digests = [UInt8](repeating: 0, count: max(1, count) * WL_DIGEST)
            #expect(wl_digest(engine, kept, Int32(count), &digests))
            for (place, text) in texts.enumerated() {
                let hex = digests[place * WL_DIGEST..<(place + 1) * WL_DIGEST].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                #expect("sha256:" + hex == Self.digest(text))
            }
        }
    }

    @Test("are those of each line, in batches of short lines and of long ones", arguments: [1, 2])
    func ofACohort(jobs: Int) async throws {
        var numbers = SeededNumbers(state: 3)
        let lines = (0..<700).map { place -> String in
            let length = place % 150 == 149 ? 70_000 : place % 3 == 0 ? numbers.below(5000) : numbers.below(60)
            return TestNominal.neutral.named("N-\(place)").with("prison", "\"\(String(repeating: "x", count: length + 1))\"").line
        }
        let ran = try await RanCohort(TestPack("").load(), lines, jobs: jobs)
        let digests = ran.lines.compactMap { $0.firstMatch(of: #/"input":"(sha256:[0-9a-f]{64})"/#).map { String($0.output.1) } }
        #expect(digests == lines.map { Self.digest(Array($0.utf8)) })
    }
}
