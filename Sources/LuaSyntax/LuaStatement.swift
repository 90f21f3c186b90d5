/// Statements in a row.
package struct LuaBlock: Sendable {
    package var statements: [LuaStatement]
    package var bytes: Range<Int>
}

/// A statement of Lua 5.4, with where it stands.
package struct LuaStatement: Sendable {
    package indirect enum Kind: Sendable {
        case local([LuaLocal], [LuaExpression])
        case assign([LuaExpression], [LuaExpression])
        /// A call on its own.
        case call(LuaExpression)
        case `do`(LuaBlock)
        case `while`(LuaExpression, LuaBlock)
        case `repeat`(LuaBlock, until: LuaExpression)
        case `if`([LuaBranch], otherwise: LuaBlock?)
        case count(LuaName, from: LuaExpression, to: LuaExpression, step: LuaExpression?, LuaBlock)
        case iterate([LuaName], over: [LuaExpression], LuaBlock)
        /// `function a.b.c()` or, with `method`, `function a.b:c()`.
        case function(path: [LuaName], method: LuaName?, LuaFunctionBody)
        case localFunction(LuaName, LuaFunctionBody)
        case `return`([LuaExpression])
        case `break`
        case goto(LuaName)
        case label(LuaName)
    }

    package var kind: Kind
    package var position: LuaPosition
    package var bytes: Range<Int>
}

package struct LuaLocal: Sendable {
    package var name: LuaName
    /// `const` or `close`; nil for an ordinary local.
    package var attribute: LuaName?
}

/// `if` or `elseif`, with its block.
package struct LuaBranch: Sendable {
    package var condition: LuaExpression
    package var block: LuaBlock
}
