/// Something that reads input, and what it promises whatever the input is.
protocol FuzzTarget {
    /// Makes one piece of input.
    func input(_ numbers: inout FuzzNumbers) -> FuzzInput

    /// Reads it.
    /// - Returns: which promise was broken, in words; nil where all hold.
    func broken(_ input: FuzzInput) async throws -> String?
}

enum FuzzTargets {
    static let names = ["pack", "ndjson", "csv", "sfeel"]

    /// - Parameter project: the project's folder.
    static func make(_ name: String, project: String) throws -> any FuzzTarget {
        switch name {
        case "pack": try PackTarget(project: project)
        case "ndjson": NDJSONTarget()
        case "csv": CSVTarget()
        default: CellTarget()
        }
    }
}
