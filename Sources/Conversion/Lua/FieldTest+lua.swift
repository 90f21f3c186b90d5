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
        let joined = parts.map(\.text).joined(separator: " or ")
        if cell.tests.isNegated {
            if parts.count == 1, case .equal(let value)? = cell.tests.tests.first, value != .bool(true) {
                return value == .bool(false) ? read : "\(read) ~= \(WrittenValue(value).lua)"
            }
            return parts.count == 1 && parts[0].isOne ? "not \(joined)" : "not (\(joined))"
        }
        return parts.count > 1 && count > 1 ? "(\(joined))" : joined
    }
}

extension UnaryTest {
    /// - Returns: the test in Lua, and whether it is one name alone.
    func lua(_ read: String) -> (text: String, isOne: Bool) {
        switch self {
        case .equal(.bool(let value)): value ? (read, true) : ("not \(read)", false)
        case .equal(let value): ("\(read) == \(WrittenValue(value).lua)", false)
        case .below(let limit, let orEqual): ("\(read) \(orEqual ? "<=" : "<") \(WrittenValue(limit).lua)", false)
        case .above(let limit, let orEqual): ("\(read) \(orEqual ? ">=" : ">") \(WrittenValue(limit).lua)", false)
        case .between(let low, let high, let includesLow, let includesHigh):
            (
                UnaryTest.above(low, orEqual: includesLow).lua(read).text + " and " + UnaryTest.below(high, orEqual: includesHigh).lua(read).text,
                false
            )
        }
    }
}
