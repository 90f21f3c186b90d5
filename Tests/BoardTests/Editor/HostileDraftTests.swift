@testable import Board
import Foundation
import Testing
import TestSupport

/// Drafts that would stop a program that ran them as they are.
@Suite("A draft that means harm", .serialized)
struct HostileDraftTests {
    static let rules: [(name: String, change: @Sendable (String) -> String)] = [
        ("loops while it loads", { "while true do end\n" + $0 }),
        ("fills the memory while it loads", { "local t = {} while true do t[#t + 1] = string.rep('x', 60000) end\n" + $0 }),
        ("calls itself", { "local function f() return f() + 1 end\nlocal y = f()\n" + $0 }),
        ("nests without end", { "local x = " + String(repeating: "(", count: 5000) + "\n" + $0 }),
        ("loops in a rule", { $0.replacing("return math.min(80", with: "while true do end return math.min(80") }),
        ("fills the memory in a rule", { $0.replacing("return math.min(80", with: "local t = {} while true do t[#t + 1] = { 1, 2, 3 } end return math.min(80") }),
        ("makes long text in a rule", { $0.replacing("return math.min(80", with: "local s = 'x' while true do s = s .. s end return math.min(80") }),
    ]

    /// What ends the loading of a pack ends it for each question in the same way.
    private static let questions = rules.flatMap { rule in (rule.name.hasSuffix("rule") ? ["test", "impact"] : ["check"]).map { (rule.name, $0) } }

    @Test("the rest of the site goes on, and an answer comes in words", arguments: questions)
    func hostile(name: String, act: String) async throws {
        let change = try #require(HostileDraftTests.rules.first { $0.name == name }?.change)
        var options = SiteOptions()
        (options.secondsToTest, options.secondsForImpact) = (3, 3)
        let draft = try await DraftPlace(options)
        try await draft.givePurpose()
        let other = try await Visitor(draft.place, as: "a.khan")
        async let asked = draft.ask(act, text: change(try draft.text("rules.lua")))
        #expect(try await other.get("/packs").status == 200)
        let answer = try await asked
        #expect(!answer.said("said").isEmpty)
        let words = ["finding", "does not load", "failed", "takes more time", "take too long", "were not run", "Of 5 people", "nobody"]
        #expect(words.contains { answer.said("said").contains($0) }, "\(answer.said("said"))")
    }

    @Test("a test that loops is ended and told as failed")
    func loopingTest() async throws {
        let draft = try await DraftPlace()
        try draft.write("describe(\"a\", function() it(\"loops\", function() while true do end end) end)", to: "tests/loop.lua")
        let answer = try await draft.ask("test")
        #expect(answer.said("said").contains("1 failed"))
        #expect(answer.said("html").contains("loops"))
    }

    @Test("one piece of work at a time for one person, two for all, two who wait, and no more")
    func bench() async throws {
        let bench = Workbench()
        let most = Most()
        await withTaskGroup(of: Void.self) { group in
            for person in ["a", "a", "b", "c", "d", "e", "f"] {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        Thread.detachNewThread {
                            do {
                                try bench.work(person, .check, seconds: 5) { _ in
                                    most.begin(person)
                                    Thread.sleep(forTimeInterval: 0.2)
                                    most.end(person)
                                }
                            } catch { most.refuse() }
                            continuation.resume()
                        }
                    }
                }
            }
        }
        #expect(most.atOnce <= 2 && most.done >= 2 && most.done + most.refused == 7)
        #expect(!most.doubled, "nobody has two at once")
    }

    @Test("what was asked for before is told to stop when the same is asked for anew")
    func newest() async throws {
        let bench = Workbench()
        let (began, beginning) = AsyncStream<Void>.makeStream()
        let first = Task {
            try await onThread {
                try bench.work("a", .impact, seconds: 20) { work in
                    beginning.yield()
                    while !work.isOver { Thread.sleep(forTimeInterval: 0.005) }
                    return work.isStale
                }
            }
        }
        for await _ in began { break }
        let second = try await onThread { try bench.work("a", .impact, seconds: 20) { $0.isStale } }
        #expect(try await first.value && !second)
    }

    @Test("what waits is told at once when the same is asked for anew, and keeps nobody's place")
    func newestOfThoseWhoWait() async throws {
        let bench = Workbench()
        let end = DispatchSemaphore(value: 0)
        let (began, beginning) = AsyncStream<Void>.makeStream()
        let busy = Task {
            await outcome {
                try bench.work("a", .impact, seconds: 60) { _ in
                    beginning.yield()
                    end.wait()
                }
            }
        }
        for await _ in began { break }
        func ask(_ kind: Workbench.Kind) -> Task<String, Never> { Task { await outcome { try bench.work("a", kind, seconds: 60) { _ in } } } }
        var newest = ask(.check)
        while bench.waitingCount < 1 { try await Task.sleep(for: .milliseconds(5)) }
        for _ in 0..<5 {
            let newer = ask(.check)
            #expect(await newest.value == "outdated")
            newest = newer
        }
        let tests = ask(.tests)
        while bench.waitingCount < 2 { try await Task.sleep(for: .milliseconds(5)) }
        end.signal()
        #expect(await [busy.value, newest.value, tests.value] == ["done", "done", "done"])
    }

    private func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Swift.Result { try body() }) }
        }
    }

    private func outcome(_ body: @escaping @Sendable () throws -> Void) async -> String {
        do {
            try await onThread(body)
            return "done"
        } catch is Workbench.Outdated {
            return "outdated"
        } catch is Workbench.Busy {
            return "busy"
        } catch { return "\(error)" }
    }

    /// What was at work at once.
    private final class Most: @unchecked Sendable {
        private let lock = NSLock()
        private var now: [String] = []
        private(set) var atOnce = 0, done = 0, refused = 0, doubled = false

        func begin(_ person: String) {
            lock.withLock {
                doubled = doubled || now.contains(person)
                now.append(person)
                atOnce = max(atOnce, now.count)
            }
        }
        func end(_ person: String) {
            lock.withLock {
                now.removeAll { $0 == person }
                done += 1
            }
        }
        func refuse() { lock.withLock { refused += 1 } }
    }
}
