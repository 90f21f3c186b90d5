import Cohorts

/// What became of people: a file of two columns, `id` and `outcome`, where 1 means that it happened and 0 that it did not.
package struct OutcomeTable: Sendable {
    package private(set) var outcomes: [String: Bool] = [:]

    package init() {}

    /// - Parameter name: the file's name, for messages.
    /// - Throws: `GovernanceError` with the line where the file cannot be used.
    package init(_ bytes: [UInt8], name: String) throws(GovernanceError) {
        let table: CSVTable
        do throws(CSVTableError) {
            table = try CSVTable(bytes)
        } catch {
            throw GovernanceError("\(name):\(error.line): \(error.message)")
        }
        let heading = table.rows.first?.cells ?? []
        guard let id = heading.firstIndex(of: "id"), let outcome = heading.firstIndex(of: "outcome") else {
            throw GovernanceError("\(name):1: the first line must name the columns `id` and `outcome`")
        }
        for row in table.rows.dropFirst() {
            guard row.cells.count == heading.count else {
                throw GovernanceError("\(name):\(row.line): the row has \(row.cells.count) values, and the heading names \(heading.count)")
            }
            guard !row.cells[id].isEmpty else { throw GovernanceError("\(name):\(row.line): the id is missing") }
            guard let value = ["0": false, "1": true][row.cells[outcome]] else {
                throw GovernanceError("\(name):\(row.line): the outcome is `\(row.cells[outcome].prefix(40))`: write 1 where it happened and 0 where it did not")
            }
            guard outcomes.updateValue(value, forKey: row.cells[id]) == nil else {
                throw GovernanceError("\(name):\(row.line): the id `\(row.cells[id].prefix(60))` stands on an earlier line already")
            }
        }
    }
}
