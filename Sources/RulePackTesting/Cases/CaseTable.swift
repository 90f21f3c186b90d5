import Cohorts
package import Decisions
import FieldDefinitions
import Notation
import RulePacks

/// A table of cases in CSV: on each line one nominal, and what is expected of the decision.
package final class CaseTable: TestSource {
    package let tests: [PackTest]
    private let name: String
    private let pack: PackSource
    private let columns: [(heading: String, column: CaseColumn)]
    private let rows: [CSVTable.Row]

    /// - Throws: a finding where the file is not CSV, or a heading names nothing.
    package init(_ name: String, _ bytes: [UInt8], _ decider: PackDecider) throws(Finding) {
        self.name = name
        pack = decider.pack
        let table: CSVTable
        do throws(CSVTableError) {
            table = try CSVTable(bytes)
        } catch {
            throw Finding(.syntax, error.message, file: name, line: error.line)
        }
        guard let heading = table.rows.first else {
            throw Finding(.missingKey, "the table is empty: its first line must name the columns", file: name, line: 1)
        }
        var columns: [(heading: String, column: CaseColumn)] = []
        for (place, text) in heading.cells.enumerated() {
            if let first = columns.firstIndex(where: { $0.heading == text }) {
                throw Finding(.duplicateName, "column \(place + 1) is headed `\(text)`, as column \(first + 1) is", file: name, line: heading.line)
            }
            do throws(Mismatch) {
                columns.append((text, try CaseColumn(text, catalogue: decider.pack.catalogue, rules: decider.program.rules)))
            } catch {
                throw Finding(.unknownField, "column \(place + 1): \(error.message)", file: name, line: heading.line)
            }
        }
        self.columns = columns
        rows = Array(table.rows.dropFirst())
        let stem = name.split(separator: "/").last.map { $0.hasSuffix(".csv") ? String($0.dropLast(4)) : String($0) } ?? name
        let nameColumn = columns.firstIndex { $0.heading == "name" }
        tests = rows.map { row in
            let own = nameColumn.flatMap { row.cells.indices.contains($0) && !row.cells[$0].isEmpty ? row.cells[$0] : nil }
            return PackTest(name: "\(stem) > \(own ?? "line \(row.line)")", kind: .table, file: name, line: row.line)
        }
    }

    package func run(_ index: Int, with decider: PackDecider) -> PackTestResult {
        let watch = Stopwatch()
        let failure = failure(rows[index], decider)
        let place = "\(name):\(rows[index].line): "
        return PackTestResult(
            tests[index], failure == nil ? .passed : .failed, message: failure.map { place + $0.message },
            details: failure?.details ?? [], seconds: watch.seconds)
    }

    private func failure(_ row: CSVTable.Row, _ decider: PackDecider) -> (message: String, details: [String])? {
        guard row.cells.count <= columns.count else {
            return ("the line has \(row.cells.count) cells, and the heading \(columns.count): put a cell that holds a comma in quotes", [])
        }
        var draft = NominalDraft.neutral(pack.catalogue, borough: pack.manifest.owner.borough)
        var asOf = pack.manifest.valid.from
        var expectations: [(place: Int, CaseExpectation, cell: String)] = []
        for (place, cell) in row.cells.enumerated() where !cell.isEmpty {
            switch columns[place].column {
            case .name: break
            case .asOf:
                guard let day = Day(iso: cell) else { return ("column \(place + 1), `as_of`: `\(cell)` is not a date: write it as `2026-11-01`", []) }
                asOf = day
            case .field(let path, let field):
                do throws(Mismatch) {
                    draft[path] = try CaseCell(field: field, text: cell).value()
                } catch {
                    return ("column \(place + 1), `\(columns[place].heading)`: \(error.message)", [])
                }
            case .expectation(let expectation): expectations.append((place, expectation, cell))
            }
        }
        if expectations.isEmpty { return ("the case expects nothing: fill a column whose heading begins with `expect.`", []) }
        switch decider.decide(draft, asOf: asOf) {
        case .failure(let reject): return (SpecSession.words(reject), [])
        case .success(let decision): return failure(DecisionView(decision, decider.program.rules), expectations)
        }
    }

    private func failure(_ view: DecisionView, _ expectations: [(place: Int, CaseExpectation, cell: String)]) -> (message: String, details: [String])? {
        var messages: [String] = []
        var details: [String] = []
        let wantsError = expectations.contains { if case .error = $0.1.subject { true } else { false } }
        if let error = view.decision.error, !wantsError { return (DecisionView.words(error), []) }
        for (place, expectation, cell) in expectations {
            guard let mismatch = expectation.mismatch(cell, view) else { continue }
            messages.append("column \(place + 1), `\(expectation.heading)`: \(mismatch)")
            for line in SpecReasons(view).lines(for: expectation.path) where !details.contains(line) { details.append(line) }
        }
        guard let first = messages.first else { return nil }
        return (first, messages.dropFirst().map { "also \($0)" } + details)
    }
}
