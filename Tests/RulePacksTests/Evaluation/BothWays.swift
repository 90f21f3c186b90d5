import Decisions
import Notation
import PackTestKit
import RulePacks

/// One pack twice: with Lua alone, and without it where that is possible.
struct BothWays {
    let lua: Decider
    let direct: Decider

    init(_ pack: PackSource) throws {
        lua = try Decider(pack)
        direct = try Decider(pack)
        lua.evaluator.runsDirect = false
    }

    /// The two decisions as records.
    func decide(_ line: String) throws -> (lua: String, direct: String) {
        func record(_ decider: Decider) throws -> String {
            var json = JSONWriter()
            try decider.decide(line).write(to: &json, pack: decider.program.pack.identity)
            return json.text
        }
        return (try record(lua), try record(direct))
    }
}

/// Numbers that look drawn by chance, the same for the same seed.
struct SeededNumbers {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }

    /// Some of the choices, in their order; perhaps none.
    mutating func some(of choices: [String]) -> [String] { choices.filter { _ in below(3) == 0 } }
}
