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
    /// Bytes of all texts that functions give back, as reasons, keys or values of a decision table.
    package var reasons = 64 << 10
    /// Time by the clock, after which a run is ended. No decision may depend on it, as it differs from machine to machine;
    /// the count of instructions ends ordinary loops long before.
    package var milliseconds = 2_000
    /// How many calls may lie inside one another through C: `pcall`, comparisons of `table.sort`, replacements of
    /// `string.gsub`, and answers that read other answers. Lua's own calls are bounded by the memory.
    package var depth = 100

    /// False only to measure what counting costs: then nothing ends a loop.
    package var isCounted = true

    package init() {}

    var raw: wm_limits {
        wm_limits(
            instructions: Int64(instructions), memory: memory, trace: trace, text: text, reasons: reasons,
            milliseconds: Int64(milliseconds), depth: Int32(clamping: depth), uncounted: !isCounted)
    }
}
