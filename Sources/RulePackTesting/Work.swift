/// What deciding costs, in instructions of Lua: the same for the same decisions, on however slow or busy a machine.
package struct Work: Sendable, Comparable {
    private var instructions: Int

    package init(_ instructions: Int) { self.instructions = instructions }

    /// What one check or property may take: a second or two, so that rules with endless loops do not hold up a run for ever.
    package static let usual = Work(60_000_000)
    /// Reading a nominal and writing its record, which costs about as much as so many instructions.
    private static let base = 6_000

    static func decision(instructions: Int) -> Work { Work(base + instructions) }

    package static func < (a: Work, b: Work) -> Bool { a.instructions < b.instructions }
    static func += (a: inout Work, b: Work) { a.instructions += b.instructions }
    static func - (a: Work, b: Work) -> Work { Work(a.instructions - b.instructions) }
}
