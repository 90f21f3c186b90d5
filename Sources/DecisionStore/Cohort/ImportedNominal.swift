import Cohorts
import Notation

/// What an import takes from a line.
struct ImportedNominal {
    let id: String
    let borough: String
    let standing: NominalStanding
    let line: [UInt8]

    /// Where the fields stand in a row.
    struct Reading {
        private let borough, category, since, leadAgency: Int?

        init(_ layout: RowLayout) {
            func cell(_ path: String) -> Int? { layout.id(ofPath: path).map { layout.fields[$0].cell } }
            borough = cell("borough")
            category = cell("cohort.category")
            since = cell("cohort.since")
            leadAgency = cell("cohort.lead_agency")
        }

        func nominal(_ row: NominalRow, line: [UInt8]) -> ImportedNominal {
            let category = category.flatMap(row.string(at:))
            let since = since.map { row.cells[$0] }.flatMap { $0 == NominalRow.none ? nil : Day(number: Int($0)) }
            return ImportedNominal(
                id: row.id, borough: borough.flatMap(row.string(at:)) ?? "",
                standing: category.map { NominalStanding(.member, category: $0, since: since, leadAgency: leadAgency.flatMap(row.string(at:))) } ?? NominalStanding(),
                line: line)
        }
    }
}
