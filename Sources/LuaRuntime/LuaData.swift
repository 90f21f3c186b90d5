package import Notation

/// A value that a Lua file declared, read once at load time.
package indirect enum LuaData: Sendable {
    case nothing
    case bool(Bool)
    case int(Int)
    case number(Double)
    case text(String)
    case date(Day)
    case span(Span)
    case function(LuaFunction)
    case table(LuaTable)
    /// A list of constants that the host put there, such as a list parameter: its set id.
    case set(Int32)
    /// One of the host's own objects, by its number.
    case object(Int)
    /// Anything else, by a name for messages: `a filter`.
    case other(String)
}

/// A Lua function that the state keeps for calling.
package struct LuaFunction: Hashable, Sendable {
    package let id: Int32
    /// Line on which it starts, 0 where not known.
    package let line: Int

    /// Stands where there is no function to call.
    package static let none = LuaFunction(id: -1, line: 0)
}

/// A Lua table: its array part in order, then its named entries sorted by name.
package struct LuaTable: Sendable {
    package var items: [LuaData] = []
    package var named: [(name: String, value: LuaData)] = []
    /// Keys that are neither of the array part nor names, in words: `0.5`, `true`.
    package var strayKeys: [String] = []

    package subscript(_ name: String) -> LuaData? { named.first { $0.name == name }?.value }
}

extension LuaData {
    /// What it is, for messages: `a number`, `a table`.
    package var noun: String {
        switch self {
        case .nothing: "nothing"
        case .bool: "true or false"
        case .int, .number: "a number"
        case .text: "text"
        case .date: "a date"
        case .span: "a length of time"
        case .function: "a function"
        case .table: "a table"
        case .set: "a list"
        case .object: "a result"
        case .other(let what): what
        }
    }

    package var text: String? { if case .text(let value) = self { value } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var int: Int? { if case .int(let value) = self { value } else { nil } }
    package var table: LuaTable? { if case .table(let value) = self { value } else { nil } }
    package var function: LuaFunction? { if case .function(let value) = self { value } else { nil } }
    package var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}
