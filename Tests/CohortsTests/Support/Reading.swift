import Cohorts

/// All that a source gives, in order.
struct ReadCohort: Equatable {
    var lines: [String] = []
    var numbers: [Int] = []
    var rejects: [Reject] = []

    init(_ source: any CohortSource) throws(CohortError) {
        var lines: [String] = []
        var numbers: [Int] = []
        while try source.next({ line, number in
            lines.append(String(decoding: line, as: UTF8.self))
            numbers.append(number)
        }) {
            rejects += source.pendingRejects
            source.pendingRejects = []
        }
        rejects += source.pendingRejects
        (self.lines, self.numbers) = (lines, numbers)
    }

    init(path: String, layout: RowLayout = standardLayout) throws(CohortError) {
        try self.init(openCohort(path: path, layout: layout, rewindable: false))
    }

    /// As a run reads it, many lines at once, in two blocks by turns.
    init(blocksOf source: any CohortSource) throws(CohortError) {
        var blocks = (LineBlock(), LineBlock())
        while try source.fill(blocks.0) {
            for line in blocks.0.lines {
                lines.append(String(decoding: UnsafeRawBufferPointer(rebasing: blocks.0.bytes[line.bytes]), as: UTF8.self))
                numbers.append(line.number)
            }
            rejects += source.pendingRejects
            source.pendingRejects = []
            swap(&blocks.0, &blocks.1)
        }
    }

    /// - Parameter inBlocks: many lines at once, instead of one by one.
    init(_ source: any CohortSource, inBlocks: Bool) throws(CohortError) {
        if inBlocks { try self.init(blocksOf: source) } else { try self.init(source) }
    }
}

/// The message of the error that opening or reading a cohort throws; nil where it throws none.
func failure(reading path: String) -> String? {
    do throws(CohortError) {
        _ = try ReadCohort(path: path)
        return nil
    } catch {
        return error.message
    }
}
