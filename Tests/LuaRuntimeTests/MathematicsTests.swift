import Glibc
import LuaRuntime
import Testing

@Suite("Exponential and logarithm")
struct MathematicsTests {
    /// How many doubles apart two of one sign are.
    private func steps(_ a: Double, _ b: Double) -> UInt64 {
        a == b ? 0 : a.sign != b.sign || a.isNaN || b.isNaN ? .max : max(a.bitPattern, b.bitPattern) - min(a.bitPattern, b.bitPattern)
    }

    @Test("known values, to the last bit", arguments: [
        (0.0, 1.0), (1.0, 0x1.5bf0a8b145769p+1), (-1.0, 0x1.78b56362cef38p-2), (0.5, 0x1.a61298e1e069cp+0), (-0.5, 0x1.368b2fc6f9609p-1), (10.0, 0x1.5829dcf950560p+14),
        (700.0, 1.0142320547350045e304), (1000, .infinity), (-1000, 0), (.infinity, .infinity), (-.infinity, 0),
    ])
    func exponential(x: Double, expected: Double) {
        #expect(steps(LuaState.exp(x), expected) <= 1)
    }

    @Test("known values, to the last bit", arguments: [
        (1.0, 0.0), (2.0, 0x1.62e42fefa39efp-1), (10.0, 0x1.26bb1bbb55516p+1), (0.5, -0x1.62e42fefa39efp-1), (0x1p-1074, -0x1.74385446d71c3p+9), (0, -.infinity), (.infinity, .infinity),
    ])
    func logarithm(x: Double, expected: Double) {
        #expect(steps(LuaState.log(x), expected) <= 1)
    }

    @Test("what is no number stays none")
    func notNumbers() {
        #expect(LuaState.exp(.nan).isNaN)
        #expect(LuaState.log(.nan).isNaN)
        #expect(LuaState.log(-1).isNaN)
    }

    @Test("a hundred thousand values are within one unit in the last place of the C library's")
    func sweep() {
        var seed: UInt64 = 7
        func next() -> Double {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(seed >> 11) * 0x1p-53
        }
        var worst: (exp: UInt64, log: UInt64) = (0, 0)
        for round in 0..<100_000 {
            let scale = [1.0, 4, 40, 700][round % 4]
            let x = (next() * 2 - 1) * scale
            worst.exp = max(worst.exp, steps(LuaState.exp(x), Glibc.exp(x)))
            let y = round % 3 == 0 ? 0.5 + next() : Glibc.exp(x)
            worst.log = max(worst.log, steps(LuaState.log(y), Glibc.log(y)))
        }
        #expect(worst.exp <= 1)
        #expect(worst.log <= 1)
    }

    @Test("rules get the same, and whole logarithms to a base are whole", arguments: [
        ("math.exp(1)", LuaState.exp(1)), ("math.log(2)", LuaState.log(2)), ("math.log(1000, 10)", 3), ("math.log(8, 2)", 3), ("math.log(1 << 60, 2)", 60), ("math.log(5, 10)", LuaState.log(5) / LuaState.log(10)),
        ("math.log(10, 10)", 1), ("math.log(1e300, 10)", LuaState.log(1e300) / LuaState.log(10)), ("math.floor(1 / (1 + math.exp(-0.25)) * 100)", 56),
    ])
    func inRules(expression: String, expected: Double) throws {
        let bench = try Workbench()
        try bench.load("rule \"r\" { run = function() return \(expression) end }")
        try bench.seal()
        bench.begin()
        #expect(bench.state.call(try #require(bench.host.function("r")), bench.state.rootHandle) == .ok)
        guard case .number(let value) = bench.state.result(0) else {
            Issue.record("no number")
            return
        }
        #expect(value == expected)
    }
}
