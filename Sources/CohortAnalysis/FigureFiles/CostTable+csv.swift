package import Evidence
import FieldDefinitions

extension CostTable {
    private static let columns = ["heading", "types", "average_cost", "justice_cost", "price_year", "source"]

    /// Reads a table of costs: CSV with the columns `heading,types,average_cost,justice_cost,price_year,source`, costs in pounds, types of
    /// offence with a space between them.
    ///
    /// - Parameter name: of the file, for messages.
    package init(csv bytes: [UInt8], name: String) throws(FigureFileError) {
        let file = try FigureFile(bytes, name: name, wanted: CostTable.columns)
        let known = CostTable.offenceTypes
        var seen: Set<String> = []
        var rows: [Row] = []
        var origins: Set<[String]> = []
        for row in file.rows {
            let types = file.text(row, "types").split(separator: " ").map(String.init)
            for type in types {
                guard known.contains(type) else { throw file.fault(row, "there is no type of offence `\(type)`: docs/fields.md lists them under `offences`") }
                guard seen.insert(type).inserted else { throw file.fault(row, "`\(type)` is costed on an earlier line already") }
            }
            origins.insert([try file.filled(row, "price_year"), try file.filled(row, "source")])
            guard origins.count == 1 else { throw file.fault(row, "prices of different years or sources cannot be added up: give each a file of its own") }
            let average = try file.money(row, "average_cost")
            let justice = try file.money(row, "justice_cost")
            // Sums over any cohort cannot overflow.
            guard average.value <= 1_000_000_000, justice <= average else {
                throw file.fault(row, "a crime costs up to £10,000,000, and justice no more than all of it")
            }
            rows.append(Row(heading: try file.filled(row, "heading"), types: types, average: average, justice: justice))
        }
        let origin = origins.first ?? ["", ""]
        self.init(priceYear: origin[0], source: origin[1], rows: rows)
    }

    private static var offenceTypes: Set<String> {
        guard case .enumeration(let types)? = FieldCatalogue.standard.field(at: "offences.type")?.type else { return [] }
        return Set(types.values)
    }
}
