import Foundation
import LuaRuntime
import Testing

@testable import LuaSyntax

/// Nothing that a file asks for is there: it is only ever compiled, or stops at its first name.
private final class EmptyHost: LuaHost {
    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal) {}
    func compute(slot: Int) -> LuaStatus { .fault }
    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer { .failed(.fault) }
    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String) { throw LuaHostRefusal("none") }
    func explain(_ problem: LuaNameProblem, name: String) -> String { name }
}

/// Numbers in a fixed order, so that each run tries the same.
private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, sides)))
    }
}

@Suite("The Lua parser beside Lua itself")
struct SameAsLuaTests {
    /// Whether Lua compiles a text; what it then does is no matter.
    private func compiles(_ source: [UInt8]) throws -> (Bool, String) {
        let host = EmptyHost()
        let state = try LuaState(limits: LuaLimits(), host: host)
        defer { withExtendedLifetime(host) {} }
        do throws(LuaFault) {
            try state.loadRules(source, chunk: "t.lua")
            return (true, "")
        } catch {
            return (error.code != .syntax, error.message)
        }
    }

    /// What Lua refuses although its grammar allows it: a label, a `break` or a constant out of place.
    private func isMoreThanGrammar(_ message: String) -> Bool {
        ["label", "break outside a loop", "attempt to assign to const", "unknown attribute", "multiple to-be-closed", "cannot use '...'", "limit", "overflow"]
            .contains { message.contains($0) }
    }

    @Test("both take and refuse the same texts, made by changing tokens of the project's own files", arguments: LuaParserTests.ownFiles)
    func sameTexts(_ path: String) throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: LuaParserTests.folder + "/" + path))
        let source = Array(whole)
        let tokens = try LuaLexer.tokens(of: source)
        var dice = Dice(state: UInt64(source.count))
        var (taken, refused) = (0, 0)
        for _ in 0..<60 {
            var changed = source
            let token = tokens[dice.roll(tokens.count)]
            let other = tokens[dice.roll(tokens.count)]
            switch dice.roll(4) {
            case 0: changed.replaceSubrange(token.bytes, with: [0x20])
            case 1: changed.replaceSubrange(token.bytes, with: [0x20] + source[other.bytes] + [0x20])
            case 2: changed.insert(contentsOf: [0x20] + source[other.bytes] + [0x20], at: token.bytes.lowerBound)
            default: changed.removeSubrange(min(token.bytes.lowerBound, other.bytes.lowerBound)..<min(token.bytes.upperBound, other.bytes.upperBound))
            }
            let (luaTakesIt, message) = try compiles(changed)
            if isMoreThanGrammar(message) { continue }
            let weTakeIt = (try? LuaParser.parse(changed)) != nil
            #expect(weTakeIt == luaTakesIt, "\(message): \(String(decoding: changed, as: UTF8.self))")
            if luaTakesIt { taken += 1 } else { refused += 1 }
        }
        #expect(taken > 0 && refused > 0)
    }

    static let programs = [
        "goto a ::a:: local t <const>, u = 1, ... ; for i = 1, 2 do break end", "local function f(a, ...) return ... end; function a.b:c() end",
        "x = function() end {} 'a' [[b]] (1):m{}.n[2]", "repeat local y = 1 until y == 1; while x do end; do end",
        "return", "return;", "return 1, 2;", ";;;", "if a then elseif b then else end", "a, b.c, d[1] = 1", "x = {1, 2; a = 3, [4] = 5,}",
        "x = 0x.8p1 + 1e-3 // 2 << 1 & ~3 | 4 ~ 5 .. 6", "x = not -#a ^ 2", "f{}", "f''", "a.b['c']:d 'e'", "local x <close> = nil",
        "x = = 1", "return 1 x = 2", "local function a.b() end", "for a, b do end", "function f(a,) end", "function f(..., a) end", "x = {,}", "f", "(f)",
        "f() = 1", "a:b", "a.1", "if x then end end", "local x <const", "x = 1 2", "goto 1", "::a", "x = {[1]}", "(f)() = 2", "a.b:c = 1", "x = a..b..", "while x", "return return",
    ]

    @Test("both take and refuse the same small programs", arguments: programs)
    func samePrograms(_ source: String) throws {
        let (luaTakesIt, message) = try compiles(Array(source.utf8))
        #expect(((try? LuaParser.parse(Array(source.utf8))) != nil) == (luaTakesIt || isMoreThanGrammar(message)), "\(message)")
    }
}
