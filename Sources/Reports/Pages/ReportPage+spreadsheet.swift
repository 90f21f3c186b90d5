import Notation

extension ReportPage {
    /// Every table from top to bottom, each with a name of its own made of its caption, and where several have the same caption, of
    /// the headings above it, too: `the-cohort-month-by-month`.
    package var tables: [(name: String, table: ReportTable)] {
        var found: [(headings: [String], table: ReportTable)] = []
        func look(_ sections: [ReportSection], _ above: [String]) {
            for section in sections {
                let headings = above + [section.heading]
                for case .table(let table) in section.blocks { found.append((headings, table)) }
                look(section.parts, headings)
            }
        }
        look(sections, [])
        let captions = Dictionary(grouping: found, by: { ReportPage.name([$0.table.caption]) }).mapValues(\.count)
        var taken: [String: Int] = [:]
        return found.map { headings, table in
            let short = ReportPage.name([table.caption])
            let name = captions[short] == 1 ? short : ReportPage.name(headings + [table.caption])
            let number = taken[name, default: 0] + 1
            taken[name] = number
            return (number == 1 ? name : "\(name)-\(number)", table)
        }
    }

    private static func name(_ texts: [String]) -> String {
        texts.joined(separator: " ").lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    }

    /// One table for a spreadsheet: CSV (RFC 4180) with its headings first, numbers without separators, and below it, in the first
    /// column, which table it is, of whom and when, and all that must be read beside the figures.
    /// - Returns: nil where there is no table of that name.
    package func spreadsheet(_ name: String) -> String? {
        guard let table = tables.first(where: { $0.name == name })?.table else { return nil }
        let beside = [title + ": " + table.caption] + facts.map { "\($0.name): \($0.value)" } + table.notes + cautions
        func line(_ cells: [String]) -> String {
            (cells + Array(repeating: "", count: max(0, table.columns.count - cells.count))).joined(separator: ",") + "\r\n"
        }
        let rows = table.rows.map { row in zip(row.cells, table.columns).map { $1.kind == .number ? CSVText.number($0) : CSVText.words($0) } }
        return line(table.columns.map { CSVText.words($0.title) }) + rows.map(line).joined() + line([]) + beside.map { line([CSVText.words($0)]) }.joined()
    }

    private var cautions: [String] {
        func lines(_ section: ReportSection) -> [String] {
            section.blocks.flatMap { block -> [String] in
                guard case .note(let note) = block, note.kind == .caution else { return [] }
                return note.lines
            } + section.parts.flatMap(lines)
        }
        return sections.flatMap(lines)
    }
}

extension CSVText {
    /// A number as programs read it: `1234.5` for `1,234.5`, `-12%` for `−12%`. What is no number is written as words are.
    static func number(_ text: String) -> String {
        var digits = text
        let isNegative = digits.hasPrefix("−") || digits.hasPrefix("-")
        if isNegative || digits.hasPrefix("+") { digits.removeFirst() }
        let isPercent = digits.hasSuffix("%")
        if isPercent { digits.removeLast() }
        digits.removeAll { $0 == "," }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return words(text) }
        return (isNegative ? "-" : "") + digits + (isPercent ? "%" : "")
    }
}

/// Bytes that spreadsheets read as they were meant.
package enum SpreadsheetFile {
    /// UTF-8 with a byte order mark, without which Excel reads a file as if it were from before Unicode.
    package static func bytes(_ csv: String) -> [UInt8] { [0xEF, 0xBB, 0xBF] + Array(csv.utf8) }
}
