package import Evidence
package import Notation

/// Cost cases computed from their unit prices, line by line, beside what a document printed.
package struct CostCasesReport: PrintedReport {
    package var cases: [CostCase]

    package init(_ cases: [CostCase]) { self.cases = cases }

    package var caveats: [String] {
        [
            "Each case is one person, chosen to be told. Nothing follows from it for others.",
            "Nobody knows what would have been spent without the scheme. Before less after is a difference, not a saving.",
            "The times before and after are as long as the document says, and may differ from each other.",
            "Prices are averages of different years, not uprated, and what is not in the lines is not in the sums.",
        ]
    }

    package static let rounding = "Each line is its number times its price, rounded to a whole pound, half a pound up; totals are sums of the lines as shown."

    /// Lines in which document and arithmetic differ, in words.
    package func differences(_ one: CostCase) -> [String] {
        var words = one.lines.compactMap { line -> String? in
            guard let printed = line.printed, printed != line.amount else { return nil }
            let implied = line.impliedPrice.map { ", which would be right at \($0)" } ?? ""
            return "\(line.item), \(line.side.rawValue): printed as \(printed); \(CostCasesReport.sum(line)) is \(line.amount)\(implied)."
        }
        for side in CostCase.Side.allCases {
            guard let printed = one.printedTotals[side], printed != one.total(side) else { continue }
            words.append("Total \(side.rawValue): printed as \(printed); the lines come to \(one.total(side)).")
        }
        if let printed = one.printedDifference, printed != one.difference {
            words.append("Difference: printed as \(printed); it is \(one.total(.before)) less \(one.total(.after)), \(one.difference).")
        }
        return words
    }

    /// `22 × £1,668`, `250 × £37,648 ÷ 365`
    static func sum(_ line: CostCase.Line) -> String {
        "\(Numbers.grouped(line.quantity)) × \(line.price)" + (line.per == 1 ? "" : " ÷ \(Numbers.grouped(line.per))")
    }

    package var page: ReportPage {
        var sections = cases.map(section)
        sections.append(ReportSection("Read with the figures", [.note(ReportNote(.caution, "What the cases cannot say", caveats)), .text(CostCasesReport.rounding)]))
        let found = cases.reduce(0) { $0 + differences($1).count }
        let lead = found == 0
            ? "Computed from the unit prices; every printed figure is as computed."
            : "Computed from the unit prices. \(Numbers.count(found, "printed figure")) \(found == 1 ? "differs" : "differ") from what the arithmetic gives."
        return ReportPage(title: "Cost cases, line by line", lead: [lead], sections: sections)
    }

    private func section(_ one: CostCase) -> ReportSection {
        let words = differences(one)
        var blocks = CostCase.Side.allCases.map { side in ReportBlock.table(table(one, side)) }
        blocks.append(
            .figures([
                ReportFigure(
                    "Before less after", one.difference.description,
                    note: "\(one.total(.before)) less \(one.total(.after))" + (one.printedDifference.map { $0 == one.difference ? ", as printed" : "; printed as \($0)" } ?? ""))
            ]))
        if !words.isEmpty { blocks.append(.note(ReportNote(.remark, "Where the print differs", words))) }
        let notes = one.lines.filter { !$0.note.isEmpty }.map { "\($0.item), \($0.side.rawValue): \($0.note)" }
        if !notes.isEmpty { blocks.append(.note(ReportNote(.remark, "On the lines", notes))) }
        return ReportSection("Case \(one.name)", blocks)
    }

    private func table(_ one: CostCase, _ side: CostCase.Side) -> ReportTable {
        let lines = one.lines.filter { $0.side == side }
        func printed(_ amount: Pence?, _ computed: Pence) -> [String] {
            guard let amount else { return [FigureWords.none, FigureWords.none] }
            return [amount.description, amount == computed ? "0" : FigureWords.change(amount - computed)]
        }
        let rows = lines.map { ReportTable.Row([$0.item, CostCasesReport.sum($0), $0.amount.description] + printed($0.printed, $0.amount)) }
        let total = ReportTable.Row(["Total", "", one.total(side).description] + printed(one.printedTotals[side], one.total(side)), isTotal: true)
        return ReportTable(
            side == .before ? "Before" : "After",
            columns: [.text("Item"), .number("Sum"), .number("Computed"), .number("Printed"), .number("Print differs by")], rows: rows + [total],
            notes: sources(lines))
    }

    private func sources(_ lines: [CostCase.Line]) -> [String] {
        var seen: Set<String> = []
        let sources = lines.map(\.source).filter { !$0.isEmpty && seen.insert($0).inserted }
        return sources.isEmpty ? [] : ["Prices: " + sources.joined(separator: "; ") + "."]
    }
}
