import Cohorts
import Decisions
import Foundation
import LuaSyntax
import Notation
import RulePacks
import TestSupport

@testable import RuleChecks

/// A pack with the given rules, which may read every field that these tests need.
struct LogicPack {
    let program: RuleProgram

    init(_ rules: String, parameters: String = "", modules: [String: String] = [:]) throws {
        let place = try TemporaryPlace()
        let uses = modules.keys.sorted().map { "\"common.\($0)\"" }.joined(separator: ", ")
        try place.file("p/pack.lua", Data(LogicPack.manifest(parameters, uses).utf8))
        try place.file("p/rules.lua", Data(rules.utf8))
        for (name, text) in modules { try place.file("common/\(name).lua", Data(text.utf8)) }
        try self.init(path: place.path + "/p")
    }

    init(path: String) throws {
        let pack = try PackSource.load(path).pack
        program = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: pack.manifest.valid.from)
    }

    /// The pack of the project in a folder, by its path.
    static func shipped(_ path: String) throws -> LogicPack { try LogicPack(path: projectFolder + "/" + path) }

    var findings: [Finding] { LogicChecks.findings(program) }

    /// `WM032 4: tasking …`, without hints and witnesses.
    var words: [String] { findings.map { "\($0.code.rawValue) \($0.line ?? 0): \($0.message)" } }

    private static func manifest(_ parameters: String, _ uses: String) -> String {
        """
        return {
          waymark = 1, id = "p", title = "A pack for tests", version = "1.0.0",
          owner = { borough = "Camden", contact = "tests@example.org" },
          purpose = "Tests.", lawful_basis = "None is needed for tests.",
          valid = { from = "2026-01-01", review_by = "2026-06-01", until_ = "2027-01-01" },
          files = { "rules.lua" }, uses = { \(uses) },
          reads = { "age", "borough", "ogrs2", "ogrs3", "risk_of_harm", "statutory", "convictions_total", "needs.drugs", "needs.alcohol",
            "offences", "orders", "release_date", "cohort", "custody_status", "scores", "gang", "engagement", "referrals", "intelligence" },
          protected = { age = "a test", gang = "a test", intelligence = "a test" },
          parameters = { \(parameters) },
        }
        """
    }
}

/// What the engine makes of drafts, apart from anything that the checks use.
final class Engine {
    let program: RuleProgram
    private let evaluator: Evaluator
    private var decoder: NominalDecoder
    private let row: NominalRow

    init(_ program: RuleProgram) {
        self.program = program
        evaluator = Evaluator(program)
        decoder = NominalDecoder(layout: program.layout)
        row = NominalRow(layout: program.layout)
    }

    func decide(_ draft: NominalDraft) -> Decision? {
        let line = draft.line(program.pack.catalogue, asOf: program.asOf)
        if line.withUnsafeBytes({ decoder.decode($0, lineNumber: 1, into: row) }) != nil { return nil }
        evaluator.evaluate(row, input: "")
        return evaluator.decision
    }

    /// - Parameter spec: `nominal { age = 17 }`
    func decide(spec: String) throws -> Decision? {
        let block = try LuaParser.parse(Array("return \(spec)".utf8))
        guard case .return(let values)? = block.statements.first?.kind, case .call(_, let arguments)? = values.first?.kind, let table = arguments.first,
            let given = value(table)
        else { return nil }
        var draft = NominalDraft.neutral(program.pack.catalogue, borough: "Camden")
        write(given.record ?? DraftRecord(), into: &draft, under: "")
        return decide(draft)
    }

    private func write(_ record: DraftRecord, into draft: inout NominalDraft, under prefix: String) {
        for (name, value) in record.fields {
            let path = prefix + name
            if case .record(let inner) = value, draft[path]?.record != nil {
                write(inner, into: &draft, under: path + ".")
            } else {
                draft[path] = value == .null ? nil : value
            }
        }
    }

    private func value(_ expression: LuaExpression) -> DraftValue? {
        switch expression.kind {
        case .bool(let value): return .bool(value)
        case .integer(let value): return .int(Int(value))
        case .float(let value): return .number(value)
        case .string(let bytes): return .text(String(decoding: bytes, as: UTF8.self))
        case .name("unknown"): return .null
        case .table(let fields):
            if case .none? = fields.first?.key { return .list(fields.compactMap { value($0.value) }) }
            var record = DraftRecord()
            for field in fields { if case .name(let name) = field.key { record[name.text] = value(field.value) } }
            return .record(record)
        default: return nil
        }
    }
}

/// Numbers that look drawn at random and are the same in every run.
struct Draws: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
