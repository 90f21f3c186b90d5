import CohortAnalysis
import Cohorts
import FieldDefinitions
import Notation
import TestSupport
import Testing

import struct Foundation.Data

/// Records of invented people, read as a report reads them.
struct People {
    static let layout = RowLayout(.standard)

    /// The line of a nominal with what is required; `more` are further members in JSON.
    static func line(_ id: String, custody: String = "community", born: String = "1990-05-01", borough: String = "Camden", _ more: String...) -> String {
        let members = [
            #""id":"\#(id)""#, #""borough":"\#(borough)""#, #""date_of_birth":"\#(born)""#, #""convictions_total":3"#, #""arrests_total":7"#,
            #""custody_status":"\#(custody)""#, #""statutory":true"#,
        ]
        return "{" + (members + more.filter { !$0.isEmpty }).joined(separator: ",") + "}"
    }

    /// Gives each line as a row.
    static func read(_ lines: [String], _ body: (NominalRow) throws -> Void) throws -> (read: Int, rejected: [Reject]) {
        let place = try TemporaryPlace()
        let file = try place.file("people.ndjson", Data(lines.map { $0 + "\n" }.joined().utf8))
        let reading = CohortReading(try openCohort(path: file.path, layout: layout, rewindable: false), layout: layout)
        var rejected: [Reject] = []
        while let step = try reading.next() {
            switch step {
            case .nominal: try body(reading.row)
            case .rejected(let reject): rejected.append(reject)
            }
        }
        #expect(reading.rejected == rejected.count)
        return (reading.read, rejected)
    }

    static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
}
