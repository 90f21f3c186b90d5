/// Text that is not Lua, or Lua that packs may not use.
package struct LuaSourceError: Error, Hashable, Sendable {
    /// One lower-case sentence that says what is wrong and what to do.
    package let message: String
    package let position: LuaPosition

    package var line: Int { position.line }
    package var column: Int { position.column }
}
