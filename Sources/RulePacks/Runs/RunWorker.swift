import Cohorts
import Decisions

/// One Lua state with all that it takes to evaluate lines of input.
///
/// Unchecked, because a worker is handed from task to task and never used by two at once: a run gives it a new batch
/// only after it has waited for the last.
final class RunWorker: @unchecked Sendable {
    let evaluator: Evaluator
    private var decoder: NominalDecoder
    private let row: NominalRow
    /// The record of a line by itself.
    private let single: UnsafeMutablePointer<ByteBuffer>
    private let writer: RecordWriter
    private let digests = LineDigests()
    private var plan: AllocationPlan?

    init(_ program: RuleProgram) {
        evaluator = Evaluator(program)
        decoder = NominalDecoder(layout: program.layout)
        row = NominalRow(layout: program.layout)
        single = .allocate(capacity: 1)
        single.initialize(to: ByteBuffer(capacity: 1 << 12))
        writer = RecordWriter(evaluator)
    }

    deinit {
        single.deinitialize(count: 1)
        single.deallocate()
    }

    func use(_ knowledge: WholeCohort.Knowledge) {
        evaluator.groups = knowledge.groups
        plan = knowledge.plan
    }

    /// The row of a line, or why there is none.
    func decode(_ line: UnsafeRawBufferPointer, number: Int) -> Result<NominalRow, RejectedLine> {
        if let reject = decoder.decode(line, lineNumber: number, into: row) { return .failure(RejectedLine(reject: reject)) }
        return .success(row)
    }

    /// Evaluates one line, and leaves its record in ``record``.
    /// - Returns: why there is none; nil where there is, unless the evaluator was stopped.
    func decide(_ line: UnsafeRawBufferPointer, number: Int) -> Reject? {
        single.pointee.removeAll()
        if let reject = decoder.decode(line, lineNumber: number, into: row) { return reject }
        evaluator.evaluate(row, input: "")
        if evaluator.stopped != nil { return nil }
        if let plan { evaluator.apply(plan) }
        writer.write(digest: digests.hexadecimal(of: line), to: &single.pointee)
        return nil
    }

    /// Valid until the next line.
    var record: UnsafeBufferPointer<UInt8> { single.pointee.whole }

    /// Evaluates the lines of a batch into its result.
    func evaluate(_ batch: RunBatch) {
        batch.result.removeAll()
        batch.records.removeAll()
        evaluate(batch.lines, of: batch.bytes, into: &batch.result, &batch.records)
    }

    private func evaluate(
        _ lines: [LineBlock.Line], of bytes: UnsafeRawBufferPointer, into result: inout RunBatch.Result, _ records: inout ByteBuffer
    ) {
        digests.prepare(lines, of: bytes)
        for (place, line) in lines.enumerated() {
            let text = UnsafeRawBufferPointer(rebasing: bytes[line.bytes])
            if let reject = decoder.decode(text, lineNumber: line.number, into: row) {
                result.outcomes.append(.reject(reject))
                continue
            }
            evaluator.evaluate(row, input: "")
            if let stopped = evaluator.stopped {
                result.stopped = stopped
                return
            }
            if let plan { evaluator.apply(plan) }
            let start = records.count
            writer.write(digest: digests.hexadecimal(at: place, of: text), to: &records)
            records.put(byte: 0x0A)
            let id = result.ids.count
            if let bytes = row.idBytes { result.ids.append(contentsOf: bytes) }
            result.outcomes.append(.record(start..<records.count, id: id..<result.ids.count, evaluator.entry(line: line.number)))
        }
    }
}

struct RejectedLine: Error {
    let reject: Reject
}
