import Decisions
import Foundation
import LuaSyntax
import RulePacks
import TestSupport
import Testing

/// Packs that nobody would write: the checks must come to an end, and say the same each time.
@Suite("any pack that loads")
struct AnyTreeTests {
    /// SplitMix64.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// The pack's folder and all that it may extend or use, by path below `rules`.
    private static func files() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        let root = projectFolder + "/rules"
        for name in FileManager.default.enumerator(atPath: root)?.compactMap({ $0 as? String }) ?? [] where name.hasSuffix(".lua") {
            files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + name)))
        }
        return files
    }

    private func mutated(_ source: [UInt8], _ random: inout Seeded) throws -> [UInt8] {
        let tokens = try LuaLexer.tokens(of: source)
        guard let token = tokens.randomElement(using: &random) else { return source }
        var result = source
        // One of its own kind is the likeliest to load.
        let alike = tokens.filter { isAlike($0.kind, token.kind) }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: result.removeSubrange(token.bytes)
        case 1: result.insert(contentsOf: source[token.bytes] + [0x20], at: token.bytes.lowerBound)
        case 2:
            guard let other = tokens.randomElement(using: &random) else { break }
            result.replaceSubrange(token.bytes, with: source[other.bytes])
        default:
            guard let other = alike.randomElement(using: &random) else { break }
            result.replaceSubrange(token.bytes, with: source[other.bytes])
        }
        return result
    }

    private let operators: Set<LuaSymbol> = [
        .plus, .minus, .times, .less, .greater, .equal, .notEqual, .lessOrEqual, .greaterOrEqual, .concatenate, .dot, .colon]

    private func isAlike(_ a: LuaToken.Kind, _ b: LuaToken.Kind) -> Bool {
        switch (a, b) {
        case (.name, .name), (.string, .string), (.integer, .integer), (.keyword, .keyword): true
        case (.symbol(let a), .symbol(let b)): a == b || operators.isSuperset(of: [a, b])
        default: false
        }
    }

    @Test("packs with tokens changed are followed to the end, twice alike")
    func mutations() throws {
        let files = try AnyTreeTests.files()
        var random = Seeded(state: 7)
        let place = try TemporaryPlace()
        for (name, bytes) in files { try place.file(name, Data(bytes)) }
        let names = files.keys.filter { !$0.hasSuffix("pack.lua") && !$0.contains("/tests/") }.sorted()
        var loaded = 0
        var found = 0
        for _ in 0..<300 {
            let name = try #require(names.randomElement(using: &random))
            let original = try #require(files[name])
            var changed = original
            for _ in 0..<Int.random(in: 1...2, using: &random) { changed = (try? mutated(changed, &random)) ?? changed }
            try place.file(name, Data(changed))
            let folder = name.hasPrefix("common/") ? "stoke-on-trent" : String(name.prefix { $0 != "/" })
            if let first = try? TypedPack.findings(place.path + "/" + folder) {
                loaded += 1
                found += first.isEmpty ? 0 : 1
                #expect(try TypedPack.findings(place.path + "/" + folder) == first)
                #expect(first.allSatisfy { !$0.message.isEmpty && $0.file != nil && ($0.line ?? 1) >= 1 })
            }
            try place.file(name, Data(original))
        }
        #expect(loaded >= 60 && found >= 30, "\(loaded) packs loaded, and something was found in \(found)")
    }

    @Test("what is deep, long or endless is followed to an end", arguments: [
        "return " + String(repeating: "(", count: 150) + "n.age" + String(repeating: ")", count: 150) + " > 3",
        "return n.age" + String(repeating: " + 1", count: 900) + " > 3",
        "return \"a\"" + String(repeating: " .. n.borough", count: 150) + " == \"x\"",
        "local t = {} t.t = t return t" + String(repeating: ".t", count: 900) + " == nil",
        "local f f = function(x) return f(f(x)) end return f(n) == nil",
        "local function f(...) return ..., f(..., n, d) end return (f(n)) == nil",
        "local t = {} for i = 1, 9 do t = { t, n, d, t } end return #t > 3",
        "local t = { t = 1 } for k, v in pairs(t) do t[k] = t t[v] = k end return t[t] == nil",
        String(repeating: "if n.statutory then ", count: 150) + "return true" + String(repeating: " end", count: 150),
        String(repeating: "local function f() ", count: 60) + "return n.age" + String(repeating: " end", count: 60) + " return f() == 3",
    ])
    func hard(body: String) throws {
        let pack = TypedPack("criteria \"scope\" { title = \"Scope\", all = { { \"one\", \"One\", function(n, d)\n\(body)\nend } } }")
        let findings = try pack.ruleFindings()
        #expect(findings.allSatisfy { $0.severity != .error }, "\(findings.map(\.text))")
    }

    @Test("a pack of many functions is followed")
    func many() throws {
        let helpers = (1...700).map { "local function f\($0)(n) return n.needs.drugs + \($0 > 1 ? "n.age" : "0") end" }.chunks(of: 100)
        var rules = ""
        for (place, part) in helpers.enumerated() {
            rules += "do\n" + part.joined(separator: "\n") + "\nmatrix \"m\(place)\" { title = \"M\", range = { 0, 9 }, rows = {\n"
            for number in (place * 100 + 1)...(place * 100 + 100) where number % 4 == 0 {
                rules += "{ \"r\(number)\", \"R\", max = 9, points = f\(number) },\n"
            }
            rules += "} }\nend\n"
        }
        let findings = try TypedPack(rules).ruleFindings()
        #expect(findings.count == 525 && findings.allSatisfy { $0.code == .unused }, "\(findings.count)")
    }
}

extension Array {
    fileprivate func chunks(of size: Int) -> [[Element]] { stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) } }
}
