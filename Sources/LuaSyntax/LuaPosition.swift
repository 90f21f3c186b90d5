/// A place in a Lua file.
package struct LuaPosition: Hashable, Comparable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// In bytes from the start of the line, counted from 1; a tab is one byte.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (a: LuaPosition, b: LuaPosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension LuaPosition: CustomStringConvertible {
    /// `12:5`, as it follows a file's name in a message.
    package var description: String { "\(line):\(column)" }
}
