import Cohorts
import FieldDefinitions
import Notation

/// Items for a nominal's lists, so that each filter finds as many as it should.
struct WitnessLists {
    let catalogue: FieldCatalogue
    let asOf: Day
    private var wants: [Want] = []

    private struct Want {
        var filter: FilterTerm
        var least: Int
        var most: Double
        var fields: [String: DraftValue] = [:]
    }

    /// An item with its own date in days after the run.
    private struct Item {
        var record: DraftRecord
        var day: Int
    }

    static let mostItems = 100

    init(catalogue: FieldCatalogue, asOf: Day) {
        self.catalogue = catalogue
        self.asOf = asOf
    }

    mutating func want(_ filter: FilterTerm, least: Int, most: Double) {
        let place = self.place(of: filter)
        wants[place].least = Swift.min(Swift.max(wants[place].least, least), WitnessLists.mostItems)
        wants[place].most = most
    }

    mutating func want(_ filter: FilterTerm, field: String, _ value: DraftValue?) {
        let place = self.place(of: filter)
        wants[place].least = Swift.max(wants[place].least, 1)
        wants[place].fields[field] = value
    }

    private mutating func place(of filter: FilterTerm) -> Int {
        if let place = wants.firstIndex(where: { $0.filter == filter }) { return place }
        wants.append(Want(filter: filter, least: 0, most: .infinity))
        return wants.count - 1
    }

    func fill(_ draft: inout NominalDraft) {
        for list in Set(wants.map(\.filter.list)).sorted() {
            guard case .list(let definition)? = catalogue.field(at: list)?.type else { continue }
            let dateField = catalogue.field(at: list)?.dateField
            // The narrowest first: what it finds is found by wider ones too.
            let own = wants.filter { $0.filter.list == list }.sorted { $0.filter.allowed.count > $1.filter.allowed.count }
            var items: [Item] = []
            for want in own {
                while items.count < WitnessLists.mostItems, items.count(where: { matches($0, want.filter) }) < want.least {
                    let candidates = self.candidates(want, definition.item.fields, dateField)
                    let fitting = candidates.first { item in
                        own.allSatisfy { other in
                            !matches(item, other.filter) || Double(items.count { matches($0, other.filter) }) < other.most
                        }
                    }
                    guard let item = fitting ?? candidates.first, matches(item, want.filter) else { break }
                    items.append(item)
                }
            }
            for item in items {
                var record = item.record
                if let dateField { record[dateField] = .text(WitnessLists.text(days: item.day)) }
                draft.append(record, to: list)
            }
        }
    }

    /// `today`, `-3 days`, `+10 days`
    static func text(days: Int) -> String { days == 0 ? "today" : "\(days < 0 ? "-" : "+")\(abs(days)) days" }

    private func candidates(_ want: Want, _ fields: [FieldDefinition], _ dateField: String?) -> [Item] {
        let filter = want.filter
        var records = [NominalDraft.neutralItem(fields)]
        for field in fields where field.name != dateField {
            var options: [DraftValue] = []
            if let fixed = want.fields[field.name] {
                options = [fixed]
            } else if let allowed = filter.allowed[field.name] {
                options = allowed.sorted().map { value($0, field) }
            } else if let bound = filter.least[field.name] ?? filter.most[field.name] {
                options = [bound == bound.rounded() && abs(bound) < 1e9 ? .int(Int(bound)) : .number(bound)]
            } else if field.isRequired, case .enumeration(let enumeration) = field.type {
                options = enumeration.values.map { .text($0) }
            }
            guard !options.isEmpty else { continue }
            records = records.flatMap { record in
                options.map { option in
                    var record = record
                    record[field.name] = option
                    return record
                }
            }
            records = Array(records.prefix(240))
        }
        let first = filter.from.map { $0.day - asOf.number }
        let last = Swift.min(filter.to.map { $0.day - asOf.number } ?? 0, 0)
        let days = [last] + (first.map { [$0, ($0 + last) / 2] } ?? [last - 3_650])
        return days.filter { day in first.map { day >= $0 } ?? true }.flatMap { day in records.map { Item(record: $0, day: day) } }
    }

    private func value(_ text: String, _ field: FieldDefinition) -> DraftValue {
        switch field.type {
        case .bool: .bool(text == "true")
        case .int: Int(text).map { .int($0) } ?? .text(text)
        case .number, .percent: Double(text).map { .number($0) } ?? .text(text)
        default: .text(text)
        }
    }

    private func matches(_ item: Item, _ filter: FilterTerm) -> Bool {
        func text(_ name: String) -> String? {
            switch item.record[name] {
            case .text(let text)?: text
            case .bool(let value)?: value ? "true" : "false"
            case .int(let value)?: String(value)
            case .number(let value)?: shortestText(value)
            default: nil
            }
        }
        func number(_ name: String) -> Double? { text(name).flatMap { Double($0) } }
        if let from = filter.from, item.day < from.day - asOf.number { return false }
        if let to = filter.to, item.day > to.day - asOf.number { return false }
        return filter.allowed.allSatisfy { name, values in text(name).map(values.contains) ?? false }
            && filter.least.allSatisfy { name, low in number(name).map { $0 >= low } ?? false }
            && filter.most.allSatisfy { name, high in number(name).map { $0 <= high } ?? false }
    }
}
