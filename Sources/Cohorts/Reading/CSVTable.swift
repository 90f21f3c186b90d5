/// A small CSV file read whole, for tables that people write by hand.
package struct CSVTable: Sendable {
    package struct Row: Sendable {
        /// The line on which it begins, counted from 1.
        package let line: Int
        /// Without the spaces around them.
        package let cells: [String]
    }

    /// The first row, then the others; blank lines and rows of empty cells are left out.
    package let rows: [Row]

    /// - Throws: what is wrong, with its line, where the text is not CSV in UTF-8.
    package init(_ bytes: [UInt8]) throws(CSVTableError) {
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
            throw CSVTableError(line: 1, message: "the file is not UTF-8 text: save it as CSV in UTF-8")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        var rows: [Row] = []
        let fault = content.withUnsafeBufferPointer { CSVTable.read($0, into: &rows) }
        if let fault { throw fault }
        self.rows = rows
    }

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, into rows: inout [Row]) -> CSVTableError? {
        var values: [CSVValue] = []
        var start = 0
        var line = 1
        while start < bytes.count {
            let rest = UnsafeBufferPointer(rebasing: bytes[start...])
            switch CSVScan.record(rest, isLast: true, values: &values) {
            case .record(_, let next):
                let cells = CSVWriting(bytes: rest, values: values)
                let texts = values.indices.map { trimmed(cells.text($0)) }
                if texts.contains(where: { !$0.isEmpty }) { rows.append(Row(line: line, cells: texts)) }
                let end = min(rest.count, max(next, 1))
                line += rest[..<end].count { $0 == 0x0A }
                start += end
            case .fault(let what): return CSVTableError(line: line, message: what)
            case .unfinished: return CSVTableError(line: line, message: CSVScan.unclosed)
            }
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }.reversed())
    }
}

/// Why a file is not CSV, and from which line on.
package struct CSVTableError: Error, Sendable {
    package let line: Int
    package let message: String
}
