import Cohorts
import Glibc
import Notation
import PackTestKit
@testable import RulePacks
import Testing

/// In which order what several workers make of a source is handed on, and how their work ends.
@Suite struct CrewTests {
    /// Gives lines of which each fills a batch.
    private final class Lines: CohortSource {
        var pendingRejects: [Reject] = []
        private let line = [UInt8](repeating: 0x20, count: LineBlock.size)
        private let count: Int
        private let fault: CohortError?
        private var given = 0

        init(_ count: Int, fault: CohortError? = nil) {
            self.count = count
            self.fault = fault
        }

        func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
            guard given < count else {
                if let fault { throw fault }
                return false
            }
            given += 1
            line.withUnsafeBytes { body($0, given) }
            return true
        }

        func rewind() { given = 0 }
        func locate(_ reject: Reject) -> Reject { reject }
    }

    private struct Failure: Error, Equatable {
        let number: Int
    }

    private func crew(_ size: Int) async throws -> Crew {
        let pack = try TestPack("").load()
        let make = { @Sendable () throws(PackError) in RunWorker(try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: testDay)) }
        return try await Crew(size: size, make: make)
    }

    @Test("what came of batches is handed on in the order of the source, whichever is done first", arguments: [1, 2, 5])
    func order(size: Int) async throws {
        let crew = try await crew(size)
        let source = SharedSource(Lines(150))
        for _ in 0..<2 {
            var taken: [Int] = []
            try await crew.work(source) { _, batch in
                let number = batch.lines[0].number
                if number % 7 == 1 { usleep(2_000) }
                return number
            } take: { _, number in
                taken.append(number)
            }
            #expect(taken == Array(1...150))
            try source.rewind()
        }
    }

    @Test("nobody gets far ahead of a batch that takes long", arguments: [2, 3])
    func ahead(size: Int) async throws {
        let begun = Locked(0)
        var (taken, most) = (0, 0)
        try await crew(size).work(SharedSource(Lines(400))) { _, batch in
            begun.withLock { $0 += 1 }
            if batch.lines[0].number == 1 { usleep(200_000) }
        } take: { _, _ in
            most = max(most, begun.withLock { $0 } - taken)
            taken += 1
        }
        #expect(taken == 400)
        #expect(most <= 4 * size)
    }

    @Test("what cannot be handed on ends the work, and nothing behind it is handed on", arguments: [1, 2, 5])
    func failure(size: Int) async throws {
        var taken: [Int] = []
        await #expect(throws: Failure(number: 30)) {
            try await crew(size).work(SharedSource(Lines(100))) { _, batch in
                let number = batch.lines[0].number
                if number == 30 { usleep(2_000) }
                return number
            } take: { _, number in
                if number >= 30 { throw Failure(number: number) }
                taken.append(number)
            }
        }
        #expect(taken == Array(1..<30))
    }

    @Test("where a source cannot be read any further, what came before is handed on first", arguments: [1, 2, 5])
    func fault(size: Int) async throws {
        var taken: [Int] = []
        let fault = CohortError(message: "the disk is gone")
        await #expect {
            try await crew(size).work(SharedSource(Lines(40, fault: fault))) { _, batch in
                batch.lines.first?.number
            } take: { _, number in
                taken.append(try #require(number))
            }
        } throws: { ($0 as? CohortError)?.message == fault.message }
        #expect(taken == Array(1...40))
    }

    @Test("who is too far ahead is not left waiting where nobody can go on")
    func waiting() async throws {
        let taken = Locked(0)
        let turns = Turns<Int>(most: 1) { _, _ in taken.withLock { $0 += 1 } }
        let (first, second) = (try #require(await turns.batch()), try #require(await turns.batch()))
        turns.hand(second, number: 1, 1)
        async let third = turns.batch()
        turns.fail(Failure(number: 0))
        #expect(await third == nil)
        turns.hand(first, number: 0, 0)
        #expect(taken.withLock { $0 } == 0)
        #expect(turns.failure as? Failure == Failure(number: 0))
    }

    @Test("who is too far ahead goes on once the one before is done")
    func goingOn() async throws {
        let taken = Locked([Int]())
        let turns = Turns<Int>(most: 1) { _, number in taken.withLock { $0.append(number) } }
        let (first, second) = (try #require(await turns.batch()), try #require(await turns.batch()))
        turns.hand(second, number: 1, 1)
        async let third = turns.batch()
        turns.hand(first, number: 0, 0)
        #expect(await third != nil)
        #expect(taken.withLock { $0 } == [0, 1])
        #expect(turns.failure == nil)
    }
}
