/// Turns one line of NDJSON into typed cells, in one pass and with nothing in between.
///
/// One a worker: it guesses that fields come in the order of the line before and learns as it goes.
package struct NominalDecoder {
    /// Bytes that a line may have; longer ones are rejected.
    package static let longestLine = 8 << 20

    private let plan: DecodePlan

    package init(layout: RowLayout) { plan = DecodePlan(layout) }

    /// Fills `row` from a line without its newline.
    ///
    /// - Parameter row: a row of the same layout; what it holds after a reject means nothing.
    /// - Returns: nil where the line is a valid nominal; otherwise the first thing wrong with it.
    package mutating func decode(
        _ line: UnsafeRawBufferPointer, lineNumber: Int, into row: NominalRow
    ) -> Reject? {
        line.withMemoryRebound(to: UInt8.self) { bytes in
            let text = LineText(bytes)
            guard let fault = read(bytes, text, row) else { return nil }
            return reject(fault, bytes, lineNumber)
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ text: LineText, _ row: NominalRow) -> Fault? {
        func whole(_ kind: Fault.Kind, _ offset: Int) -> Fault {
            Fault(kind: kind, key: -1, container: plan.root, item: 0, offset: offset)
        }
        guard bytes.count <= NominalDecoder.longestLine else { return whole(.tooLong, 0) }
        guard let start = bytes.baseAddress else { return whole(.notAnObject, 0) }
        if let place = text.firstBadByte { return whole(.notUTF8, place) }
        if let place = text.firstNUL { return whole(.nulByte, place) }
        var scan = LineScan(bytes, at: start, plan: plan, row: row, isPlain: text.isPlain)
        var isValid = scan.nominal(root: plan.root)
        use(scan, row)
        if isValid, scan.readBeforeBirth, scan.born != NominalRow.none {
            // Offences came before the date of birth that they must not precede: read again, now knowing it.
            let born = scan.born
            plan.stamp = scan.stamp
            scan.aside.free()
            scan = LineScan(bytes, at: start, plan: plan, row: row, isPlain: text.isPlain)
            scan.born = born
            isValid = scan.nominal(root: plan.root)
            use(scan, row)
        }
        plan.stamp = scan.stamp
        scan.aside.free()
        row.stringCount = scan.stringCount
        return isValid ? nil : scan.fault
    }

    /// Notes how far cells were written; behind the last item there may be one that was not finished.
    @inline(__always)
    private func use(_ scan: LineScan, _ row: NominalRow) {
        row.cellCount = scan.cellCount
        row.usedCells = min(row.cellCapacity, scan.cellCount + plan.widest)
    }

    @inline(never)
    private func reject(_ fault: Fault, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int) -> Reject {
        RejectWords(plan: plan, fault: fault, line: bytes).reject(lineNumber: line)
    }
}
