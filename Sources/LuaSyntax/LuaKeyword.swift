/// The reserved words of Lua 5.4.
package enum LuaKeyword: String, CaseIterable, Sendable {
    case and, `break`, `do`, `else`, `elseif`, end, `false`, `for`, function, goto, `if`, `in`, local, `nil`, not, or
    case `repeat`, `return`, then, `true`, until, `while`
}
