import Foundation
import TestSupport

/// `docs/seeded-faults.md`: each fault with what noticed it.
enum SeededFaultPage {
    static let path = "\(projectFolder)/docs/seeded-faults.md"

    /// The rows of the page as it is.
    static func rows() throws -> [FoundFault] { try fileText(path).split(separator: "\n").compactMap { FoundFault(row: $0) } }

    static func text(_ rows: [FoundFault]) -> String {
        let count = rows.count
        return """
            # Faults put in on purpose

            Into copies of the shipped packs \(count) mistakes are put, one at a time, of the kind that people make: a threshold off by one, a window
            in the wrong unit, a name misspelt, a rule the wrong way round. Then three things look for it:

            - **check**: `waymark check` has an error or a warning that it does not have of the unspoilt pack
            - **automatic**: one of the checks that every pack gets in `waymark test` fails, on \(FaultHunt.nominals) made-up nominals
            - **tests**: one of the pack's own tests fails

            Of the \(count), \(rows.count { !$0.codes.isEmpty }) are found by check, \(rows.count { $0.automatic == true }) by the automatic checks, \
            \(rows.count { $0.tests == true }) by the pack's tests; \(rows.count { !$0.isFound }) by nothing. A mistake in what a board wanted is for tests alone:
            nothing else knows that it should be 70 points and not 71. A pack that does not load runs no tests.

            | pack | fault | check | automatic | tests |
            |---|---|---|---|---|
            \(rows.map(\.row).joined(separator: "\n"))

            The tests of this project put every fault in and compare what finds it with this page. After a change that is meant,
            `WAYMARK_RECORD=1 swift test --filter SeededFaultTests` writes the table anew.

            """
    }
}
