package import Decisions
import LuaSyntax

/// One Lua file of a pack, with the places of what it declares.
package struct SourceFile: Sendable {
    /// As messages name it: `scoring.lua`, `staffordshire/risk.lua`, `common/rag.lua`.
    package let name: String
    package let bytes: [UInt8]
    package let map: LuaSourceMap
    /// What Lua is given to run: the same lines, with nothing in them that differs from run to run.
    package var program: [UInt8] { LengthOperator.replaced(in: bytes, tokens: map.tokens) }

    /// Lua shortens longer chunk names, and then no message could find its file again.
    static let longestName = 58
    /// Lua's compiler takes a time that grows with the square of the text, which nothing counts.
    package static let longestSource = 64 << 10

    /// - Throws: a finding where the text is not Lua's, or uses what packs leave out.
    package init(name: String, bytes: [UInt8]) throws(Finding) {
        self.name = name
        self.bytes = bytes
        guard name.utf8.count <= SourceFile.longestName else {
            throw Finding(.wrongValue, "the file name `\(name)` is too long: at most \(SourceFile.longestName) letters", file: name)
        }
        guard bytes.count <= SourceFile.longestSource else {
            throw Finding(.unreadableFile, "the file is larger than 64 KiB", file: name, hint: "split it")
        }
        guard bytes.first != 0x1B else {
            throw Finding(.syntax, "the file is compiled Lua; a pack is made of text", file: name)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Finding(.syntax, "the file is not UTF-8 text", file: name, hint: "save it as UTF-8")
        }
        do {
            map = try LuaSourceMap(parsing: bytes)
        } catch {
            throw Finding(.syntax, error.message, file: name, line: error.line, column: error.column)
        }
        if let use = map.forbidden.first {
            throw Finding(
                .forbidden, "`\(use.what)` is not part of the Lua that packs may use", file: name, line: use.line, column: use.column,
                hint: use.what == "^" ? "write `x * x`, or `math.exp(y * math.log(x))`" : nil)
        }
    }
}
