/// Where nominals come from, one at a time, in the order of the input.
package protocol CohortSource: AnyObject {
    /// Gives the next nominal as one line of NDJSON, without its newline, with the number of its line in the input.
    ///
    /// The bytes are valid only during `body`. Where what came next was a reject, `body` is not called.
    /// - Returns: false at the end. There may be rejects to take then, too.
    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool

    /// Gives the next nominals in the place of those that the block has, as many as fit into it. Where there are rejects to take, they
    /// come behind all of its lines.
    /// - Returns: false at the end, when it gave nothing and there are no rejects to take.
    func fill(_ block: LineBlock) throws(CohortError) -> Bool

    /// Lines that could not be made into a nominal's line: too long, ragged, rows of nobody. The caller takes them out.
    var pendingRejects: [Reject] { get set }

    /// Starts again from the first nominal. What was rejected will be rejected again.
    func rewind() throws(CohortError)

    /// The reject of a nominal that this source gave, with the place in the source's own files put into its message.
    func locate(_ reject: Reject) throws(CohortError) -> Reject
}

extension CohortSource {
    package func fill(_ block: LineBlock) throws(CohortError) -> Bool {
        block.removeAll()
        while !block.isFull {
            let isEnd = try !next { block.append($0, number: $1) }
            if !pendingRejects.isEmpty { return true }
            if isEnd { return !block.lines.isEmpty }
        }
        return true
    }
}

/// Opens a cohort file: CSV where the name ends in `.csv`, otherwise NDJSON; `-` is standard input.
///
/// - Parameter rewindable: the caller wants to read twice; what cannot be read twice is kept in a temporary file.
package func openCohort(
    path: String, layout: RowLayout, rewindable: Bool
) throws(CohortError) -> any CohortSource {
    let file = try InputFile(path: path, rewindable: rewindable)
    if path.lowercased().hasSuffix(".csv") { return try CSVSource(file, path: path, layout: layout) }
    return NDJSONSource(file)
}
