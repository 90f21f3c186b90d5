package import Evidence

extension CostCase {
    private static let columns = ["case", "side", "item", "quantity", "unit", "price", "per", "printed"]

    /// Reads cases: CSV with the columns `case,side,item,quantity,unit,price,per,printed` and, where wanted, `source` and `note`.
    ///
    /// The item `total` gives the total that a document prints for a side, and the side `difference` the difference that it prints.
    /// - Parameter name: of the file, for messages.
    /// - Returns: the cases in the order of the file.
    package static func read(csv bytes: [UInt8], name: String) throws(FigureFileError) -> [CostCase] {
        let file = try FigureFile(bytes, name: name, wanted: columns, optional: ["source", "note"])
        var cases: [CostCase] = []
        for row in file.rows {
            let name = try file.filled(row, "case")
            if cases.last?.name != name {
                guard !cases.contains(where: { $0.name == name }) else { throw file.fault(row, "the lines of case `\(name)` do not stand together") }
                cases.append(CostCase(name: name))
            }
            let side = try file.filled(row, "side")
            if side == "difference" {
                cases[cases.count - 1].printedDifference = try file.money(row, "printed", signed: true)
                continue
            }
            guard let side = Side(rawValue: side) else { throw file.fault(row, "the side `\(side)` is none: write `before`, `after` or `difference`") }
            let item = try file.filled(row, "item")
            if item == "total" {
                cases[cases.count - 1].printedTotals[side] = try file.money(row, "printed")
                continue
            }
            let price = try file.money(row, "price")
            let quantity = try file.count(row, "quantity")
            let per = file.text(row, "per").isEmpty ? 1 : try file.count(row, "per", from: 1)
            // Sums of such lines cannot overflow.
            guard quantity <= 100_000, price.value <= 1_000_000_000, per <= 10_000 else {
                throw file.fault(row, "a line takes up to 100,000 units at up to £10,000,000, for up to 10,000 units each")
            }
            let isPrinted = !file.text(row, "printed").isEmpty
            cases[cases.count - 1].lines.append(
                Line(
                    side: side, item: item, quantity: quantity, unit: try file.filled(row, "unit"), price: price,
                    per: per, printed: isPrinted ? try file.money(row, "printed") : nil,
                    source: file.text(row, "source"), note: file.text(row, "note")))
        }
        for one in cases where one.lines.isEmpty { throw FigureFileError(message: "\(name): the case `\(one.name)` has no lines to add up") }
        return cases
    }
}
