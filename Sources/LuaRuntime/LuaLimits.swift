import CLuaShim

/// What one evaluation, or the loading of one file, may take.
package struct LuaLimits: Sendable, Equatable {
    /// Virtual machine instructions, counted in hundreds; library functions are charged by their work.
    package var instructions = 2_000_000
    /// Bytes of the whole state.
    package var memory = 16 << 20
    /// Bytes of `print` output kept.
    package var trace = 16 << 10
    /// Bytes of the longest text.
    package var text = 64 << 10

    package init() {}

    var raw: wm_limits { wm_limits(instructions: Int64(instructions), memory: memory, trace: trace, text: text) }
}
