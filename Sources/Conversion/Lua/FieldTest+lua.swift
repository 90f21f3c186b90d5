import FieldDefinitions
import RulePacks

extension MatrixDocument.Condition {
    /// A function that says the same; as it was written where it is Lua already.
    func lua(_ catalogue: FieldCatalogue) -> String {
        switch self {
        case .lua(let text): text
        case .tests(let tests):
            LuaText.function(tests.map { $0.lua(catalogue, among: tests.count) }.joined(separator: " and "))
        }
    }
}

extension MatrixDocument.FieldTest {
    /// - Parameter count: how many tests are joined by `and`.
    func lua(_ catalogue: FieldCatalogue, among count: Int) -> String {
        let read = LuaText.read(field, catalogue: catalogue)
        let parts = cell.tests.tests.map { $0.lua(read) }
        let joined = parts.joined(separator: " or ")
        if cell.tests.isNegated {
            if parts.count == 1, case .equal(let value)? = cell.tests.tests.first { return "\(read) ~= \(WrittenValue(value).lua)" }
            return "not (\(joined))"
        }
        return parts.count > 1 && count > 1 ? "(\(joined))" : joined
    }
}

extension UnaryTest {
    func lua(_ read: String) -> String {
        switch self {
        case .equal(.bool(let value)): value ? read : "not \(read)"
        case .equal(let value): "\(read) == \(WrittenValue(value).lua)"
        case .below(let limit, let orEqual): "\(read) \(orEqual ? "<=" : "<") \(WrittenValue(limit).lua)"
        case .above(let limit, let orEqual): "\(read) \(orEqual ? ">=" : ">") \(WrittenValue(limit).lua)"
        case .between(let low, let high, let includesLow, let includesHigh):
            UnaryTest.above(low, orEqual: includesLow).lua(read) + " and " + UnaryTest.below(high, orEqual: includesHigh).lua(read)
        }
    }
}
