import Notation
import PackTestKit
import RulePacks
import TestSupport
import Testing

/// Without Lua, the filters of a list are counted together, in one walk over its items; Lua looks through the items for each.
@Suite("Filters counted together")
struct TalliedFiltersTests {
    private struct Filters {
        var numbers: SeededNumbers
        private static let types = ["robbery", "burglary_dwelling", "theft_shop", "violence", "driving", "drugs_supply", "breach"]
        private static let outcomes = ["convicted", "charged", "arrested", "cautioned", "tic", "nfa"]

        private mutating func values(_ name: String, _ choices: [String]) -> String {
            let some = numbers.some(of: choices)
            return some.isEmpty ? "" : "\(name) = { \(some.map { "\"\($0)\"" }.joined(separator: ", ")) }, "
        }

        private mutating func dates() -> String {
            func day(_ numbers: inout SeededNumbers) -> String { "as_of - days(\(numbers.below(900)))" }
            switch numbers.below(6) {
            case 0: return ""
            case 1: return "within = months(\(numbers.below(30))), "
            case 2: return "to = \(day(&numbers)), "
            case 3: return "from = \(day(&numbers)), to = \(day(&numbers)), "
            default: return "from = \(day(&numbers)), "
            }
        }

        mutating func offences() -> String {
            // A condition that is not on an enumeration keeps a filter out of the common walk.
            let other = numbers.below(9) == 0 ? "min_value = 10, " : ""
            return "filter { \(values("type", Self.types))\(values("outcome", Self.outcomes))\(dates())\(other)}"
        }

        mutating func intelligence() -> String {
            "filter { \(values("assessment", ["A", "B", "C", "D", "E"]))\(values("handling", ["P", "C"]))\(dates())}"
        }
    }

    /// A row for each filter, which says how many and whether any.
    private static func rules(_ list: String, _ filters: [String]) -> String {
        let names = filters.enumerated().map { "local f\($0.offset) = \($0.element)" }.joined(separator: "\n")
        let rows = filters.indices.map {
            "{ \"r\($0)\", \"R\", max = 1e9, points = function(n) return n.\(list):count(f\($0)), n.\(list):any(f\($0)) and \"some\" or \"none\" end }"
        }
        let question = "{ \"c\", \"C\", function(n) return n.\(list):any(f0) end }"
        return "\(names)\ncriteria \"c\" { title = \"C\", all = { \(question) } }\n"
            + "matrix \"m\" { title = \"M\", range = { 0, 1e12 }, rows = { \(rows.joined(separator: ",\n")) } }"
    }

    private static func items(_ count: Int, _ numbers: inout SeededNumbers, _ item: (inout SeededNumbers, String) -> String) -> String {
        let items = (0..<count).map { _ in item(&numbers, String(describing: testDay.adding(days: 5 - numbers.below(1000)))) }
        return "[" + items.joined(separator: ",") + "]"
    }

    @Test("come to what each comes to by itself, few or more than a word can hold, over short lists and long", arguments: 1...6, [2, 5, 40, 70])
    func offences(seed: Int, count: Int) throws {
        var filters = Filters(numbers: SeededNumbers(state: UInt64(seed * 100 + count)))
        let both = try BothWays(TestPack(Self.rules("offences", (0..<count).map { _ in filters.offences() })).load())
        var withoutLua = 0
        for length in [0, 1, 2, 30, 3, 33, 1023, 1024, 7, 1500, 12] {
            let list = Self.items(length, &filters.numbers) { numbers, date in
                offence(numbers.one(of: ["robbery", "theft_shop", "violence", "driving"]), numbers.one(of: ["convicted", "charged", "nfa"]), on: date)
            }
            let records = try both.decide((["offences": list] as TestNominal).line)
            #expect(records.lua == records.direct)
            withoutLua += both.direct.evaluator.calls.withoutLua
        }
        #expect(withoutLua > 9 * count)
    }

    @Test("so they do where an item does not say what is asked, and where some are set aside", arguments: 1...6)
    func intelligence(seed: Int) throws {
        var filters = Filters(numbers: SeededNumbers(state: UInt64(seed)))
        let both = try BothWays(TestPack(Self.rules("intelligence", (0..<30).map { _ in filters.intelligence() })).load())
        for length in [0, 4, 25, 60] {
            let list = Self.items(length, &filters.numbers) { numbers, date in
                let assessment = numbers.one(of: ["", #""assessment":"A","#, #""assessment":"C","#, #""assessment":"E","#])
                return "{\(assessment)\(numbers.one(of: ["", #""handling":"P","#]))\"date\":\"\(date)\"}"
            }
            let records = try both.decide((["intelligence": list] as TestNominal).line)
            #expect(records.lua == records.direct)
        }
    }

    @Test("and so they do where a filter is first asked of somebody later on")
    func later() throws {
        var filters = Filters(numbers: SeededNumbers(state: 11))
        let names = (0..<40).map { "local f\($0) = \(filters.offences())" }.joined(separator: "\n")
        // Twice, as the first time it is asked Lua answers.
        let rows = (0..<80).map {
            "{ \"r\($0)\", \"R\", max = 1e9, points = function(n) if n.arrests_total < \($0 / 2) then return 0 end return n.offences:count(f\($0 / 2)) end }"
        }
        let both = try BothWays(TestPack("\(names)\nmatrix \"m\" { title = \"M\", range = { 0, 1e9 }, rows = { \(rows.joined(separator: ",\n")) } }").load())
        for arrests in [2, 9, 8, 27, 1, 60, 30, 0, 60] {
            let list = Self.items(20, &filters.numbers) { numbers, date in offence("robbery", numbers.one(of: ["convicted", "charged"]), on: date) }
            let records = try both.decide((["offences": list, "arrests_total": "\(arrests)"] as TestNominal).line)
            #expect(records.lua == records.direct)
        }
    }
}
