import Decisions

/// The list of finding codes as a page: `docs/checks/README.md`.
package enum CodeIndex {
    package static var markdown: String {
        let rows = FindingCode.allCases.map { "| [\($0.rawValue)](\($0.rawValue).md) | \($0.meaning) |" }
        return """
            # What `waymark check` finds, by code

            Written by `waymark check --codes`. Each page shows what to avoid, what to write instead, and why.

            | code | meaning |
            |---|---|
            \(rows.joined(separator: "\n"))

            """
    }
}
