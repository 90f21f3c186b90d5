/// One token of Lua 5.4. Blanks and comments are none.
package struct LuaToken: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case name(String)
        case keyword(LuaKeyword)
        case symbol(LuaSymbol)
        /// The bytes that the literal stands for, escapes worked out; they need not be UTF-8.
        case string([UInt8])
        case integer(Int64)
        case float(Double)
    }

    package let kind: Kind
    /// Where its first byte stands.
    package let position: LuaPosition
    /// Where it stands in the source, in bytes counted from 0.
    package let bytes: Range<Int>
}
