import Cohorts
import FieldDefinitions

/// What a reader made of a cohort file: for each nominal or reject, in order, its line and what came of it.
struct CohortReading: Equatable {
    enum Outcome: Equatable {
        /// The row's values, in words.
        case row(String)
        /// The source itself could not make a nominal's line of it.
        case refused(Reject)
        case rejected(Reject)
    }

    static let layout = RowLayout(.standard)

    var outcomes: [(line: Int, outcome: Outcome)] = []
    /// The bytes of each nominal's line, by the place of its outcome.
    var lines: [Int: [UInt8]] = [:]

    init(_ source: any CohortSource) throws(CohortError) {
        var decoder = NominalDecoder(layout: CohortReading.layout)
        let row = NominalRow(layout: CohortReading.layout)
        var isEnd = false
        while !isEnd {
            var found: (line: Int, outcome: Outcome, bytes: [UInt8])?
            isEnd = try !source.next { bytes, line in
                let reject = decoder.decode(bytes, lineNumber: line, into: row)
                found = (line, reject.map { .rejected($0) } ?? .row(CohortReading.text(of: row)), Array(bytes))
            }
            for reject in source.pendingRejects { outcomes.append((reject.line, .refused(reject))) }
            source.pendingRejects = []
            guard let found else { continue }
            lines[outcomes.count] = found.bytes
            if case .rejected(let reject) = found.outcome {
                outcomes.append((found.line, .rejected(try source.locate(reject))))
            } else {
                outcomes.append((found.line, found.outcome))
            }
        }
    }

    static func == (a: CohortReading, b: CohortReading) -> Bool {
        a.outcomes.elementsEqual(b.outcomes) { $0 == $1 } && a.lines == b.lines
    }

    /// What is wrong with what is said of rejected lines; nil where all is well.
    var broken: String? {
        for (line, outcome) in outcomes {
            switch outcome {
            case .row: continue
            case .refused(let reject), .rejected(let reject):
                if reject.line != line { return "line \(line) is rejected as line \(reject.line)" }
                if reject.message.isEmpty || reject.expected.isEmpty { return "line \(line) is rejected without a word" }
                if reject.message.utf8.count > 2000 { return "line \(line) is rejected in \(reject.message.utf8.count) bytes" }
                if reject.message.unicodeScalars.contains(where: { $0.value < 0x20 }) { return "the message for line \(line) has a control character: \(reject.message)" }
            }
        }
        return nil
    }

    /// Every value of a row under its path; two rows of the same text are the same to every rule.
    static func text(of row: NominalRow) -> String {
        var text = ""
        for field in row.layout.fields where field.list == nil { write(field, row, from: 0, to: &text) }
        return text
    }

    private static func write(_ field: LaidOutField, _ row: NominalRow, from base: Int, to text: inout String) {
        let cell = base + field.cell
        guard field.stride > 0 else {
            if row.cells[cell] == NominalRow.none { return }
            switch field.definition.type {
            case .yearsSince: return
            case .string, .words: text += "\(field.path)=\(row.string(at: cell) ?? "")\n"
            default: text += "\(field.path)=\(row.cells[cell])\n"
            }
            return
        }
        for (name, place) in [("", cell), (" set aside", cell + 2)] {
            guard let items = row.items(at: place) else { continue }
            text += "\(field.path)\(name): \(items.count)\n"
            for item in 0..<items.count {
                for part in row.layout.fields where part.list == field.id { write(part, row, from: items.first + item * field.stride, to: &text) }
            }
        }
    }
}
