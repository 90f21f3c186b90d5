import Cohorts
import Evidence
import FieldDefinitions
import Governance
import Notation

/// What somebody chose to see of a report.
struct ReportChoice: Sendable {
    let kind: ReportKind
    /// nil for all.
    var borough: String?
    /// nil where it was not given.
    var from: Day?
    /// nil where it was not given.
    var to: Day?
    var months = 12
    var matrix = "risk"
    var every = ReportPeriod.Length.quarters
    /// nil for every protected field of which something is known.
    var field: String?
    /// What is wrong with it; then no report is made.
    private(set) var problems: [Problem] = []
    private let today: Day

    /// Protected fields by which people may be grouped.
    static let fields = EqualityFields.choices(RowLayout(.standard))

    init(_ kind: ReportKind, _ query: FormFields, boroughs: [String], today: Day, _ words: Words) {
        self.kind = kind
        self.today = today
        func fault(_ field: String, _ text: String) { problems.append(Problem(field, text)) }
        if !query["borough"].isEmpty {
            borough = query["borough"]
            if !boroughs.contains(query["borough"]) { fault("borough", words(.boroughUnknown, ["borough": query["borough"]])) }
        }
        func day(_ name: String) -> Day? {
            guard !query[name].isEmpty else { return nil }
            guard let day = Day(iso: query[name]) else {
                fault(name, words[.dayWrong])
                return nil
            }
            return day
        }
        if !kind.filters.isDisjoint(with: [.period, .began]) { from = day("from") }
        if !kind.filters.isDisjoint(with: [.period, .began, .lastDay]) { to = day("to") }
        if kind.filters.contains(.months), !query["months"].isEmpty {
            if let number = Int(query["months"]), (1...ReportPeriod.mostMonths).contains(number) { months = number } else { fault("months", words(.monthsWrong, ["most": String(ReportPeriod.mostMonths)])) }
        }
        if kind.filters.contains(.matrix), !query["matrix"].isEmpty { matrix = String(query["matrix"].prefix(100)) }
        if kind.filters.contains(.every), let length = ReportPeriod.Length(rawValue: query["every"]) { every = length }
        if kind.filters.contains(.field), !query["field"].isEmpty {
            if ReportChoice.fields.contains(where: { $0.name == query["field"] }) { field = query["field"] } else { fault("field", words(.fieldUnknown, ["field": query["field"]])) }
        }
        if let to, to > today, kind != .outcomes { fault("to", words(.dayLater, ["today": today.inWords])) }
        if problems.isEmpty, from.map({ $0 > last }) ?? false { fault("from", words(.fromLater, ["to": last.inWords])) }
        if problems.isEmpty, kind.filters.contains(.period), ReportPeriod.all(.months, in: period).count > ReportPeriod.mostMonths {
            fault("from", words(.periodTooLong, ["most": String(ReportPeriod.mostMonths)]))
        }
    }

    /// The last day that is counted, or on which management began.
    var last: Day { to ?? today }

    /// The days that are counted, where days are; up to the last one where they are in no order.
    var period: ClosedRange<Day> { min(from ?? ReportPeriod.firstDay(ofYearEnding: last), last)...last }

    /// The day as of which it is, where it is of one.
    var asOf: Day { kind == .outcomes ? today : last }

    /// Of which days it is, as the log has it on the command line, too.
    var days: String { kind.filters.contains(.period) ? "\(period.lowerBound) to \(period.upperBound)" : "as of \(asOf)" }

    /// The same choice as a query, without what was not chosen.
    var query: String {
        var pairs = [("borough", borough ?? ""), ("from", from.map { "\($0)" } ?? ""), ("to", to.map { "\($0)" } ?? "")]
        if kind.filters.contains(.months) { pairs.append(("months", String(months))) }
        if kind.filters.contains(.matrix) { pairs.append(("matrix", matrix)) }
        if kind.filters.contains(.every) { pairs.append(("every", every.rawValue)) }
        if kind.filters.contains(.field) { pairs.append(("field", field ?? "")) }
        return pairs.filter { !$0.1.isEmpty }.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
    }

    /// `recruitment-the-cohort-month-by-month-camford-2026-07-01-to-2026-11-01.csv`
    func fileName(table: String?) -> String {
        let parts = [kind.rawValue, table, field, borough?.lowercased(), days.split(separator: " ").joined(separator: "-")].compactMap(\.self)
        return parts.joined(separator: "-").split(separator: " ").joined(separator: "-") + ".csv"
    }
}
