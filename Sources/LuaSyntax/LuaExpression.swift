/// An expression of Lua 5.4, with where it stands.
package struct LuaExpression: Sendable {
    package indirect enum Kind: Sendable {
        case `nil`
        case bool(Bool)
        case integer(Int64)
        case float(Double)
        /// The bytes that the literal stands for.
        case string([UInt8])
        case varargs
        /// A variable, local or global.
        case name(String)
        /// `of[key]`; `of.name` has a string for its key, which stands where the name stands.
        case index(of: LuaExpression, key: LuaExpression)
        case call(LuaExpression, [LuaExpression])
        /// `of:name(…)`
        case method(of: LuaExpression, name: LuaName, [LuaExpression])
        case function(LuaFunctionBody)
        case table([LuaTableField])
        case unary(LuaOperator, LuaExpression)
        case binary(LuaOperator, LuaExpression, LuaExpression)
        case parentheses(LuaExpression)
    }

    package var kind: Kind
    package var position: LuaPosition
    /// Where it stands in the source, in bytes counted from 0.
    package var bytes: Range<Int>
}

/// A name as it is written somewhere.
package struct LuaName: Hashable, Sendable {
    package var text: String
    package var position: LuaPosition
    package var bytes: Range<Int>
}

/// An operator as it is written somewhere.
package struct LuaOperator: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case or, and
        case less = "<", greater = ">", lessOrEqual = "<=", greaterOrEqual = ">=", notEqual = "~=", equal = "=="
        case bitOr = "|", bitXor = "~", bitAnd = "&", shiftLeft = "<<", shiftRight = ">>"
        case concatenate = "..", plus = "+", minus = "-"
        case times = "*", divide = "/", floorDivide = "//", modulo = "%"
        case not, length = "#"
        case power = "^"

        package var isComparison: Bool {
            switch self {
            case .less, .greater, .lessOrEqual, .greaterOrEqual, .notEqual, .equal: true
            default: false
            }
        }
    }

    package var kind: Kind
    package var position: LuaPosition
    package var bytes: Range<Int>
}

package struct LuaTableField: Sendable {
    package enum Key: Sendable {
        /// An item of the array part.
        case none
        /// `name = value`
        case name(LuaName)
        /// `[key] = value`
        case expression(LuaExpression)
    }

    package var key: Key
    package var value: LuaExpression
    /// The key and the value; a separator behind it is not included.
    package var bytes: Range<Int>
    /// The `,` or `;` behind it; nil where there is none.
    package var separator: Range<Int>?
}

/// The parameters and the block of a function.
package struct LuaFunctionBody: Sendable {
    package var parameters: [LuaName]
    package var hasVarargs: Bool
    package var block: LuaBlock
    /// From `function`, or from `(` where a statement names it, to `end`.
    package var bytes: Range<Int>
    package var position: LuaPosition
}
