import Cohorts
import FieldDefinitions
import Notation
import RulePacks

/// For each field that a pack reads, the value that everybody is given when the field is to tell nothing apart.
///
/// Of numbers the middle one, of other single values the commonest; a list is empty, and a record such as `gang` is not there.
struct UsualValues {
    /// A field that can be made the same for everybody.
    struct Held {
        var field: LaidOutField
        /// The cell is to have this; nil for text, which has `text`.
        var cell: Int64
        var text: String?
        /// The same for people.
        var words: String
    }

    /// Numbers with more values than this are judged by those that came first.
    private static let mostValues = 20_000

    private let layout: RowLayout
    private let fields: [LaidOutField]
    private var cells: [[Int64: Int]]
    private var texts: [[String: Int]]

    init(_ pack: PackSource, _ layout: RowLayout) {
        self.layout = layout
        var fields: [LaidOutField] = []
        func add(_ field: LaidOutField) {
            if let list = field.list { return add(layout.fields[list]) }
            // To be in the cohort or not decides which rules are asked at all.
            if field.path == "cohort" || field.path == "id" || field.path.hasPrefix("cohort.") { return }
            // Parts of what is there or not as a whole go with the whole.
            if let parent = field.parent, !UsualValues.hasOwnParts(layout.fields[parent]) { return add(layout.fields[parent]) }
            if UsualValues.hasOwnParts(field) { return field.children.forEach { add(layout.fields[$0]) } }
            if !fields.contains(where: { $0.id == field.id }) { fields.append(field) }
        }
        for path in pack.reads { if let id = layout.id(ofPath: path) { add(layout.fields[id]) } }
        self.fields = fields
        cells = Array(repeating: [:], count: fields.count)
        texts = Array(repeating: [:], count: fields.count)
    }

    /// Each part is a matter of its own: `needs`, and a borough's own fields.
    private static func hasOwnParts(_ field: LaidOutField) -> Bool { field.path == "needs" || field.path == "local" }

    mutating func count(_ row: NominalRow) {
        for (place, field) in fields.enumerated() {
            switch field.definition.type {
            case .record, .list, .date: continue
            case .string, .words: if let text = row.string(at: field.cell) { texts[place][text, default: 0] += 1 }
            default:
                let value = row.cells[field.cell]
                guard value != NominalRow.none, cells[place][value] != nil || cells[place].count < UsualValues.mostValues else { continue }
                cells[place][value, default: 0] += 1
            }
        }
    }

    /// Fields of which nothing is known are left out.
    func held(asOf: Day) -> [Held] {
        fields.indices.compactMap { place in
            let field = fields[place]
            switch field.definition.type {
            case .list: return Held(field: field, cell: 0, words: "an empty list")
            case .record: return Held(field: field, cell: 0, words: "none")
            case .date: return Held(field: field, cell: NominalRow.none, words: "not known")
            case .string, .words:
                return texts[place].max { ($0.value, $1.key) < ($1.value, $0.key) }.map { Held(field: field, cell: 0, text: $0.key, words: $0.key) }
            case .bool:
                return commonest(place).map { Held(field: field, cell: $0, words: $0 != 0 ? "yes" : "no") }
            case .enumeration(let values):
                return commonest(place).map { Held(field: field, cell: $0, words: values.values[Int($0)]) }
            case .int:
                return middle(place) { Double($0) }.map { Held(field: field, cell: $0, words: String($0)) }
            case .yearsSince:
                return middle(place) { Double($0) }.map { Held(field: field, cell: $0, words: String(Day(number: Int($0)).wholeYears(until: asOf))) }
            case .number, .percent:
                return middle(place, UsualValues.number).map { Held(field: field, cell: $0, words: shortestText(UsualValues.number($0))) }
            }
        }
    }

    private static func number(_ cell: Int64) -> Double { Double(bitPattern: UInt64(bitPattern: cell)) }

    private func commonest(_ place: Int) -> Int64? { cells[place].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }

    private func middle(_ place: Int, _ number: (Int64) -> Double) -> Int64? {
        let half = (cells[place].values.reduce(0, +) + 1) / 2
        var passed = 0
        for (cell, count) in cells[place].sorted(by: { number($0.key) < number($1.key) }) {
            passed += count
            if passed >= half { return cell }
        }
        return nil
    }
}
