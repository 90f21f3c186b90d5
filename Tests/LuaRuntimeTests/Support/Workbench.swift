import LuaRuntime
import Notation

/// A state with a small schema, on which tests run Lua.
final class Workbench {
    let host = TestHost()
    let state: LuaState
    private(set) var root = 0
    private(set) var needs = 0
    private(set) var offence = 0
    private(set) var report = 0
    /// Places of fields in their type, by name.
    private(set) var fields: [String: Int] = [:]
    private var cells: UnsafeMutablePointer<Int64>?
    private var strings: UnsafeMutablePointer<UInt8>?

    /// Read ids of the fields.
    static let readIDs: [String: Int] = [
        "name": 0, "statutory": 1, "convictions": 2, "ogrs": 3, "ogrs_date": 4, "flags": 5, "risk": 6, "born": 7, "age": 8, "needs": 9,
        "needs.drugs": 10, "needs.housing": 11, "gang": 12, "gang.name": 13, "secret": 14, "offences": 15, "reports": 16, "notes": 17,
        "offences.date": 20, "offences.type": 21, "offences.outcome": 22, "offences.value": 23, "offences.count": 24,
        "offences.summary": 25, "offences.tags": 26, "offences.charged": 27, "offences.hidden": 28, "offences.ends": 29,
        "reports.date": 30, "reports.grade": 31, "reports.text": 32, "notes.text": 33,
    ]

    init(_ limits: LuaLimits = LuaLimits(), asOf: String = "2026-11-01") throws {
        state = try LuaState(limits: limits, host: host)
        state.addDeclaration("rule", named: true)
        state.addDeclaration("list", named: false)
        addTypes()
        setDate(asOf)
    }

    deinit {
        cells?.deallocate()
        strings?.deallocate()
    }

    func setDate(_ text: String) { if let day = Day(iso: text) { state.setDate(day) } }

    private func add(_ prefix: String, _ name: String, _ kind: LuaField.Kind, _ cell: Int, to type: Int, declared: Bool = true, age: Int? = nil) {
        let path = prefix + name
        fields[path] = state.addField(
            LuaField(name, kind, readID: Workbench.readIDs[path], cell: cell, isDeclared: declared, ageCell: age), to: type)
    }

    private func values(_ names: [String]) -> LuaField.Kind {
        .enumeration(first: names.map(state.intern).first ?? 0, count: names.count)
    }

    private func addTypes() {
        root = state.addType("nominal")
        needs = state.addType("needs")
        let gang = state.addType("gang")
        offence = state.addType("offence")
        report = state.addType("report")
        let note = state.addType("note")
        add("", "name", .text, Row.Cell.name, to: root)
        add("", "statutory", .bool, Row.Cell.statutory, to: root)
        add("", "convictions", .int, Row.Cell.convictions, to: root)
        add("", "ogrs", .number, Row.Cell.ogrs, to: root, age: Row.Cell.ogrsDate)
        add("", "ogrs_date", .date, Row.Cell.ogrsDate, to: root)
        add("", "flags", .words, Row.Cell.flags, to: root)
        add("", "risk", values(["low", "medium", "high"]), Row.Cell.risk, to: root)
        add("", "born", .date, Row.Cell.born, to: root)
        add("", "age", .yearsSince, Row.Cell.born, to: root)
        add("", "needs", .record(type: needs), Row.Cell.needs, to: root)
        add("needs.", "drugs", .int, Row.Cell.drugs, to: needs)
        add("needs.", "housing", .number, Row.Cell.housing, to: needs)
        add("", "gang", .record(type: gang), Row.Cell.gang, to: root)
        add("gang.", "name", .text, Row.Cell.gangName, to: gang)
        add("", "secret", .int, Row.Cell.secret, to: root, declared: false)
        add("", "offences", .list(type: offence, stride: 10, dateCell: 0, aside: nil), Row.Cell.offences, to: root)
        add("", "reports", .list(type: report, stride: 3, dateCell: 0, aside: (1, 4)), Row.Cell.reports, to: root)
        add("", "notes", .list(type: note, stride: 1, dateCell: nil, aside: nil), Row.Cell.notes, to: root)
        add("offences.", "date", .date, 0, to: offence)
        add("offences.", "type", values(["robbery", "burglary", "theft"]), 1, to: offence)
        add("offences.", "outcome", values(["convicted", "charged"]), 2, to: offence)
        add("offences.", "value", .number, 3, to: offence)
        add("offences.", "count", .int, 4, to: offence)
        add("offences.", "summary", .text, 5, to: offence)
        add("offences.", "tags", .words, 6, to: offence)
        add("offences.", "charged", .bool, 7, to: offence)
        add("offences.", "hidden", .int, 8, to: offence, declared: false)
        add("offences.", "ends", .date, 9, to: offence)
        add("reports.", "date", .date, 0, to: report)
        add("reports.", "grade", values(["A", "B", "C", "D", "E"]), 1, to: report)
        add("reports.", "text", .text, 2, to: report)
        add("notes.", "text", .text, 0, to: note)
        state.withhold(type: report, cell: 1, value: 4)
    }

    func load(_ source: String, chunk: String = "test.lua") throws { try state.loadRules(Array(source.utf8), chunk: chunk) }

    func seal(assigned: Set<String> = []) throws { try state.seal(assigned: assigned) }

    func begin(_ row: Row = Row()) {
        let (newCells, newStrings) = row.cells()
        cells?.deallocate()
        strings?.deallocate()
        // Exactly as large as the row, so that a read beyond it is found.
        let cells = UnsafeMutablePointer<Int64>.allocate(capacity: newCells.count)
        cells.initialize(from: newCells, count: newCells.count)
        let strings = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, newStrings.count))
        strings.initialize(from: newStrings, count: newStrings.count)
        state.begin(root: root, cells: cells, cellCount: newCells.count, strings: strings, stringCount: newStrings.count)
        self.cells = cells
        self.strings = strings
    }

    /// Calls the function `run` of a rule with the nominal of the last `begin`, and puts the answer into words.
    func call(_ rule: String) -> String {
        guard let function = host.function(rule) else { return "no such rule" }
        return words(state.call(function, state.rootHandle))
    }

    func words(_ status: LuaStatus) -> String {
        switch status {
        case .ok: return words(state.result(0))
        case .unknown:
            let (field, slot) = state.unknown
            return field.map { "unknown field \(Workbench.name(of: $0))" } ?? slot.map { "unknown slot \($0)" } ?? "unknown"
        case .fault, .breach: return words(state.fault)
        }
    }

    func words(_ fault: LuaFault) -> String {
        let place = fault.line.map { "\(fault.file ?? "?"):\($0)" } ?? fault.file ?? "nowhere"
        return "\(fault.code.rawValue) at \(place): \(fault.message)"
    }

    func words(_ result: LuaResult) -> String {
        switch result {
        case .nothing: "nil"
        case .bool(let value): String(value)
        case .number(let value): shortestText(value)
        case .text(let text): "\"\(text)\""
        case .date(let day): day.description
        case .span(let span): span.description
        case .other(let noun): noun
        }
    }

    static func name(of readID: Int) -> String { readIDs.first { $0.value == readID }?.key ?? "?" }

    /// The fields that the last call read, by name.
    func reads() -> Set<String> { Set(state.lastReads.fields.members.map(Workbench.name)) }
}

/// Runs the body of a rule on a row, in a state of its own, and puts the answer into words.
func run(_ body: String, _ row: Row = Row(), asOf: String = "2026-11-01", limits: LuaLimits = LuaLimits()) throws -> String {
    let bench = try Workbench(limits, asOf: asOf)
    try bench.load("rule \"r\" { run = function(n) \(body) end }")
    try bench.seal()
    bench.begin(row)
    return bench.call("r")
}
