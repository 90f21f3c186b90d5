import Decisions
import Notation

/// What a panel is shown of a decision record.
struct RecordContent {
    var asOf = Day(number: 0)
    var pack = ""
    var version = ""
    var criteria: [CriterionAnswer] = []
    var matrices: [MatrixAnswer] = []
    var warnings: [DecisionWarning] = []
    /// There are groups in it, whether or not the nominal is in one.
    var hasGroups = false
    /// Why the rules failed; nil where they did not.
    var error: String?

    /// nil where the bytes are no record.
    init?(_ line: [UInt8]) {
        let isWhole = line.withUnsafeBytes { bytes in
            var reader = Reader(scan: JSONScan(bytes), bytes: bytes)
            do throws(JSONScan.Fault) { try reader.record(into: &self) } catch { return false }
            return true
        }
        guard isWhole, !pack.isEmpty else { return nil }
    }

    private struct Reader {
        typealias Fault = JSONScan.Fault
        var scan: JSONScan
        let bytes: UnsafeRawBufferPointer

        mutating func record(into content: inout RecordContent) throws(Fault) {
            try scan.object { [bytes] key, scan throws(Fault) in
                switch key {
                case "as_of": content.asOf = Day(iso: try scan.string()) ?? content.asOf
                case "pack": content.pack = try scan.string()
                case "version": content.version = try scan.string()
                case "criteria":
                    try scan.object { name, scan throws(Fault) in content.criteria.append(try Reader.criterion(name, &scan)) }
                case "matrices":
                    try scan.object { name, scan throws(Fault) in content.matrices.append(try Reader.matrix(name, &scan, bytes)) }
                case "groups":
                    try scan.object { _, scan throws(Fault) in
                        content.hasGroups = true
                        try scan.skip()
                    }
                case "warnings":
                    try scan.array { scan throws(Fault) in content.warnings.append(try Reader.warning(&scan)) }
                case "error":
                    if try scan.null() { return }
                    try scan.object { key, scan throws(Fault) in if key == "message" { content.error = try scan.text() } else { try scan.skip() } }
                default: try scan.skip()
                }
            }
        }

        private static func criterion(_ name: String, _ scan: inout JSONScan) throws(Fault) -> CriterionAnswer {
            var answer = CriterionAnswer(name: name, rows: [])
            try scan.object { key, scan throws(Fault) in
                switch key {
                case "met": answer.met = Met(rawValue: try scan.string()) ?? .unknown
                case "rows":
                    try scan.array { scan throws(Fault) in
                        var row = CriterionAnswer.Row(id: "")
                        try scan.object { key, scan throws(Fault) in
                            switch key {
                            case "id": row.id = try scan.string()
                            case "met": row.met = Met(rawValue: try scan.string()) ?? .unknown
                            case "unknown": row.unknown = try Reader.texts(&scan)
                            default: try scan.skip()
                            }
                        }
                        answer.rows.append(row)
                    }
                default: try scan.skip()
                }
            }
            return answer
        }

        private static func matrix(_ name: String, _ scan: inout JSONScan, _ bytes: UnsafeRawBufferPointer) throws(Fault) -> MatrixAnswer {
            var answer = MatrixAnswer(name: name, hasBands: false, rows: [])
            try scan.object { key, scan throws(Fault) in
                switch key {
                case "score": answer.low = try Reader.number(&scan, bytes) ?? 0
                case "to": answer.high = try Reader.number(&scan, bytes)
                case "band":
                    answer.hasBands = true
                    answer.band = try scan.text()
                case "rows":
                    try scan.array { scan throws(Fault) in answer.rows.append(try Reader.row(&scan, bytes)) }
                default: try scan.skip()
                }
            }
            return answer
        }

        private static func row(_ scan: inout JSONScan, _ bytes: UnsafeRawBufferPointer) throws(Fault) -> MatrixAnswer.Row {
            var row = MatrixAnswer.Row(id: "")
            var isRange = false
            try scan.object { key, scan throws(Fault) in
                switch key {
                case "id": row.id = try scan.string()
                case "points": row.low = try Reader.number(&scan, bytes) ?? 0
                case "to":
                    row.high = try Reader.number(&scan, bytes)
                    isRange = true
                case "unknown": row.unknown = try Reader.texts(&scan)
                case "because": row.because = try scan.text()
                default: try scan.skip()
                }
            }
            if !isRange { row.high = row.low }
            return row
        }

        private static func warning(_ scan: inout JSONScan) throws(Fault) -> DecisionWarning {
            var warning = DecisionWarning(code: "", field: nil, text: "")
            try scan.object { key, scan throws(Fault) in
                switch key {
                case "code": warning.code = try scan.string()
                case "field": warning.field = try scan.text()
                case "text": warning.text = try scan.string()
                default: try scan.skip()
                }
            }
            return warning
        }

        private static func texts(_ scan: inout JSONScan) throws(Fault) -> [String] {
            var texts: [String] = []
            try scan.array { scan throws(Fault) in texts.append(try scan.string()) }
            return texts
        }

        /// nil for null.
        private static func number(_ scan: inout JSONScan, _ bytes: UnsafeRawBufferPointer) throws(Fault) -> Double? {
            Double(String(decoding: bytes[try scan.span()], as: UTF8.self))
        }
    }
}
