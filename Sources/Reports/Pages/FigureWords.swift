import Evidence
import Notation

/// How figures are written in tables for people.
enum FigureWords {
    static let none = "–"

    /// `+3`, `−1,204`, `0`
    static func change(_ value: Int) -> String { value > 0 ? "+" + Numbers.grouped(value) : value < 0 ? "−" + Numbers.grouped(-value) : "0" }

    static func change(_ value: Pence) -> String { (value > .zero ? "+" : "") + value.description }

    /// `−40.8%`, from tenths; a dash where there was nothing to begin with.
    static func percent(_ tenths: Int?) -> String { tenths.map { ($0 > 0 ? "+" : "") + Share.decimals($0, places: 1) + "%" } ?? none }

    /// The change from one number to another in tenths of a percent; nil where there was nothing to begin with.
    static func tenths(from before: Int, to after: Int) -> Int? { before > 0 ? Share.rounded((after - before) * 1000, over: before) : nil }

    /// `12.5%` of all, without a sign; a dash where there is nothing to take it of.
    static func share(_ part: Int, of all: Int) -> String { all > 0 ? Share.decimals(Share.rounded(part * 1000, over: all), places: 1) + "%" : none }

    static let rounding = "Percentages are rounded to one decimal, and a half is rounded up in size."
}

/// Numbers for CSV: without separators and with a plain minus sign.
enum CSVNumber {
    static func decimals(_ scaled: Int, places: Int) -> String {
        Share.decimals(scaled, places: places).replacing("−", with: "-").replacing(",", with: "")
    }

    static func pounds(_ amount: Pence) -> String { decimals(amount.value, places: 2) }
}

extension JSONWriter {
    /// A whole number of tenths, hundredths or thousandths as a decimal number.
    mutating func decimal(_ scaled: Int?, over: Double) { if let scaled { number(Double(scaled) / over) } else { null() } }
}
