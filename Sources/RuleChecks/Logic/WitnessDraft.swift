import Cohorts
import FieldDefinitions
import Notation
import RulePacks

/// Makes a nominal of which certain variables come out as a solver would have them.
struct WitnessDraft {
    let book: VariableBook
    let catalogue: FieldCatalogue
    let borough: String
    let asOf: Day
    private(set) var draft: NominalDraft

    /// - Parameter values: for each variable that matters, the cells that will do.
    init(_ values: [Int: [VariableCells.Cell]], _ book: VariableBook, _ program: RuleProgram) {
        self.book = book
        catalogue = program.pack.catalogue
        borough = program.pack.manifest.owner.borough
        asOf = program.asOf
        draft = .neutral(catalogue, borough: borough)
        let ordered = values.keys.sorted()
        for variable in ordered { if case .known(let path) = book[variable].source { set(path, isKnown: values[variable] != [.bool(false)]) } }
        var lists = WitnessLists(catalogue: catalogue, asOf: asOf)
        for variable in ordered {
            guard let cells = values[variable] else { continue }
            switch book[variable].source {
            case .field(let path): set(path, cells)
            case .daysAfterRun(let path):
                if let days = number(cells, near: 0) {
                    addParents(of: path)
                    draft[path] = .text(WitnessLists.text(days: Int(days)))
                }
            case .count(let filter):
                if case .number(let low, let high, let value)? = cells.first {
                    lists.want(filter, least: Int(Swift.min(Swift.max(low.isFinite ? low : value, 0), 1e6)), most: high)
                }
            case .item(let filter, let field): lists.want(filter, field: field, value(cells, of: "\(filter.list).\(field)"))
            default: break
            }
        }
        lists.fill(&draft)
        for variable in ordered {
            if case .sum(let parts) = book[variable].source, case .number(let low, let high, _)? = values[variable]?.first { balance(parts, low, high) }
        }
    }

    private mutating func set(_ path: String, isKnown: Bool) {
        guard let field = catalogue.field(at: path) else { return }
        if case .record(let record) = field.type {
            draft[path] = isKnown ? .record(draft[path]?.record ?? NominalDraft.neutralItem(record.fields)) : .null
        } else if !isKnown {
            draft[path] = nil
        } else if draft[path] == nil {
            addParents(of: path)
            draft[path] = neutral(field)
        }
    }

    private func neutral(_ field: FieldDefinition) -> DraftValue? {
        switch field.type {
        case .bool: .bool(false)
        case .int, .number, .percent: .int(0)
        case .string, .words: .text("none")
        case .date: .text("today")
        case .enumeration(let enumeration): enumeration.values.first.map { .text($0) }
        default: nil
        }
    }

    private mutating func set(_ path: String, _ cells: [VariableCells.Cell]) {
        addParents(of: path)
        if let value = value(cells, of: path) { draft[path] = value }
    }

    /// A record that is not there is put there, with what it must have.
    private mutating func addParents(of path: String) {
        let names = path.split(separator: ".").map(String.init)
        guard names.count > 1, draft[names[0]]?.record == nil, case .record(let record)? = catalogue.field(at: names[0])?.type else { return }
        draft[names[0]] = .record(NominalDraft.neutralItem(record.fields))
    }

    /// The value nearest to what is neutral.
    private func value(_ cells: [VariableCells.Cell], of path: String) -> DraftValue? {
        guard let field = catalogue.field(at: path) else { return nil }
        switch field.type {
        case .bool: return cells.first.flatMap { if case .bool(let value) = $0 { .bool(value) } else { nil } }
        case .int, .yearsSince: return number(cells, near: path == "age" ? 30 : 0).map { .int(Int($0)) }
        case .number, .percent:
            guard let number = number(cells, near: 0, isWhole: false) else { return nil }
            return number == number.rounded() && abs(number) < 1e9 ? .int(Int(number)) : .number(number)
        case .date: return number(cells, near: Double(asOf.number)).map { .text(Day(number: Int($0)).description) }
        case .enumeration(let enumeration):
            let texts = cells.compactMap { if case .text(let text) = $0 { text } else { nil } }
            return (texts.first { $0 == "none" } ?? enumeration.values.first { texts.contains($0) }).map { .text($0) }
        default:
            if path == "borough", cells.contains(.text(borough)) { return .text(borough) }
            switch cells.first {
            case .text(let text)?: return .text(text)
            case .otherText?: return .text(path == "borough" ? "Elsewhere" : "other")
            default: return nil
            }
        }
    }

    private func number(_ cells: [VariableCells.Cell], near wanted: Double, isWhole: Bool = true) -> Double? {
        let numbers = cells.compactMap { cell -> Double? in
            guard case .number(let low, let high, let value) = cell else { return nil }
            return isWhole ? Swift.min(Swift.max(wanted, low), high) : value
        }
        return numbers.min { abs($0 - wanted) < abs($1 - wanted) }.flatMap { abs($0) < 1e9 ? $0 : nil }
    }

    /// Moves the fields of a sum, one after the other, until the sum is between these ends.
    private mutating func balance(_ parts: [(variable: Int, factor: Double)], _ low: Double, _ high: Double) {
        func now(_ path: String) -> Double {
            switch draft[path] {
            case .int(let value)?: Double(value)
            case .number(let value)?: value
            default: 0
            }
        }
        let fields = parts.compactMap { part in if case .field(let path) = book[part.variable].source { (path: path, part: part) } else { nil } }
        guard fields.count == parts.count else { return }
        for field in fields {
            let sum = fields.reduce(0) { $0 + $1.part.factor * now($1.path) }
            let missing = sum < low ? low - sum : sum > high ? high - sum : 0
            guard missing != 0, let ends = book[field.part.variable].domain.ends else { continue }
            let wanted = now(field.path) + (missing / field.part.factor).rounded(missing / field.part.factor > 0 ? .up : .down)
            let bounded = Swift.min(Swift.max(wanted, ends.low), ends.high)
            guard abs(bounded) < 1e6 else { continue }
            addParents(of: field.path)
            draft[field.path] = .int(Int(bounded))
        }
    }
}
