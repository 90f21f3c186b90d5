/// Lines of one chunk.
package struct LuaChunkLines: Sendable, Equatable {
    /// As `loadRules` or the host named it.
    package let chunk: String
    /// In rising order, counted from 1.
    package let lines: [Int]

    package init(chunk: String, lines: [Int]) {
        self.chunk = chunk
        self.lines = lines
    }
}
