import Cohorts
import Glibc
import Notation
import RulePacks

/// The files of one evaluation: records, and rejects where there are any.
final class EvaluationFiles: RunOutput {
    let rejectsPath: String
    private let records: ResultFile
    private var rejects: ResultFile?
    private var json = JSONWriter()

    init(output: String?, rejects: String?, cohort: String) throws {
        records = try ResultFile(output)
        rejectsPath = rejects ?? (cohort == "-" ? "stdin" : cohort) + ".rejects.ndjson"
        // A file of an earlier run must not be taken for this one's.
        if rejects != nil || access(rejectsPath, F_OK) == 0 { self.rejects = try ResultFile(rejectsPath) }
    }

    func write(records bytes: UnsafeBufferPointer<UInt8>) throws { try records.write(UnsafeRawBufferPointer(bytes)) }

    func write(_ reject: Reject) throws {
        let file = try rejects ?? ResultFile(rejectsPath)
        rejects = file
        json.reset()
        reject.write(to: &json)
        json.newline()
        try file.write(json.bytes[...])
    }

    func finish() throws {
        try records.prepare()
        try rejects?.prepare()
        try records.finish()
        try rejects?.finish()
    }
}
