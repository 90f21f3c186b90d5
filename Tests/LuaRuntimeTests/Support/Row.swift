import Notation

/// A nominal's cells, filled by hand. Fields not set have no value; lists not set are known to be empty.
struct Row {
    static let none = Int64.min
    /// Places of the fields in the row; lists take four cells.
    enum Cell {
        static let name = 0
        static let statutory = 1
        static let convictions = 2
        static let ogrs = 3
        static let ogrsDate = 4
        static let flags = 5
        static let risk = 6
        static let born = 7
        static let needs = 8
        static let drugs = 9
        static let housing = 10
        static let gang = 11
        static let gangName = 12
        static let secret = 13
        static let offences = 14
        static let reports = 18
        static let notes = 22
        static let fixed = 26
    }

    struct Offence {
        var date: String? = "2026-06-01"
        /// robbery, burglary, theft
        var type: Int? = 0
        /// convicted, charged
        var outcome: Int? = 0
        var value: Double?
        var count: Int?
        var summary: String?
        var tags: String?
        var charged: Bool?
        var ends: String?
    }

    struct Report {
        var date: String? = "2026-06-01"
        /// A to E; those of E stand aside.
        var grade = 0
        var text: String?
    }

    var name: String? = "Al"
    var statutory: Bool?
    var convictions: Int?
    var ogrs: Double?
    var ogrsDate: String?
    var flags: String?
    /// low, medium, high
    var risk: Int?
    var born: String?
    /// drugs, housing
    var needs: (drugs: Int?, housing: Double?)?
    var gang: String?
    var offences: [Offence]? = []
    var reports: [Report]? = []
    /// The texts of undated notes.
    var notes: [String]? = []

    func cells() -> (cells: [Int64], strings: [UInt8]) {
        var cells = Array(repeating: Row.none, count: Cell.fixed)
        var strings: [UInt8] = []
        func text(_ value: String?) -> Int64 {
            guard let value else { return Row.none }
            let offset = strings.count
            strings += Array(value.utf8)
            return Int64(value.utf8.count) << 32 | Int64(offset)
        }
        func day(_ value: String?) -> Int64 { value.flatMap { Day(iso: $0) }.map { Int64($0.number) } ?? Row.none }
        func number(_ value: Double?) -> Int64 { value.map { Int64(bitPattern: $0.bitPattern) } ?? Row.none }
        func int(_ value: Int?) -> Int64 { value.map(Int64.init) ?? Row.none }
        func bool(_ value: Bool?) -> Int64 { value.map { $0 ? 1 : 0 } ?? Row.none }
        func append(_ items: [[Int64]]) -> Int64 {
            let first = cells.count
            for item in items { cells += item }
            return Int64(items.count) << 32 | Int64(first)
        }
        cells[Cell.name] = text(name)
        cells[Cell.statutory] = bool(statutory)
        cells[Cell.convictions] = int(convictions)
        cells[Cell.ogrs] = number(ogrs)
        cells[Cell.ogrsDate] = day(ogrsDate)
        cells[Cell.flags] = text(flags)
        cells[Cell.risk] = int(risk)
        cells[Cell.born] = day(born)
        if let needs {
            cells[Cell.needs] = 1
            cells[Cell.drugs] = int(needs.drugs)
            cells[Cell.housing] = number(needs.housing)
        }
        if let gang {
            cells[Cell.gang] = 1
            cells[Cell.gangName] = text(gang)
        }
        cells[Cell.secret] = 7
        if let offences {
            let items = offences.sorted { day($0.date) < day($1.date) }.map { item in
                [
                    day(item.date), int(item.type), int(item.outcome), number(item.value), int(item.count), text(item.summary),
                    text(item.tags), bool(item.charged), 7, day(item.ends),
                ]
            }
            cells[Cell.offences] = append(items)
            cells[Cell.offences + 2] = 0
        }
        if let reports {
            func items(aside: Bool) -> [[Int64]] {
                reports.filter { ($0.grade == 4) == aside }.sorted { day($0.date) < day($1.date) }
                    .map { [day($0.date), Int64($0.grade), text($0.text)] }
            }
            cells[Cell.reports] = append(items(aside: false))
            cells[Cell.reports + 2] = append(items(aside: true))
        }
        if let notes { cells[Cell.notes] = append(notes.map { [text($0)] }) }
        return (cells, strings)
    }
}
