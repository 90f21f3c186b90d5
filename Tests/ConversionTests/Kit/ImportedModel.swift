import Cohorts
import Conversion
import Decisions
import Foundation
import Notation
import RulePackTesting
import RulePacks
import TestSupport

/// A DMN file imported as a pack, ready to decide.
final class ImportedModel {
    let file: DMNFile
    let pack: PackSource
    let written: ImportedPack.Written
    let path: String
    private let place: TemporaryPlace
    private let decider: PackDecider

    init(_ bytes: [UInt8], name: String) throws {
        file = try DMNFile(bytes, file: name)
        place = try TemporaryPlace()
        path = place.path + "/model"
        let imported = try ImportedPack("model", title: file.name, tables: file.tables, fields: file.fields, from: testDay, origin: name)
        written = try imported.write(to: path)
        pack = try PackSource.load(path).pack
        decider = try PackDecider(pack, asOf: testDay)
    }

    /// What a model gives for the values of its inputs, by their names in the file; a value that is left out is null.
    enum Answer: Equatable, CustomStringConvertible {
        case null
        case value(String)
        case components([String: Answer])
        case list([Answer])

        var description: String {
            switch self {
            case .null: "null"
            case .value(let text): text
            case .components(let parts): "{ " + parts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + " }"
            case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
            }
        }
    }

    func decide(_ inputs: [String: String?]) throws -> Decision {
        var draft = NominalDraft.neutral(pack.catalogue, borough: pack.manifest.owner.borough)
        for field in file.fields {
            draft[field.path] = (inputs[field.title] ?? nil).map { value($0, field.kind) }
        }
        switch decider.decide(draft, asOf: testDay) {
        case .success(let decision): return decision
        case .failure(let reject): throw TestFailure("the values are not a nominal's: \(reject)")
        }
    }

    private func value(_ text: String, _ kind: LocalField.Kind) -> DraftValue {
        switch kind {
        case .bool: .bool(text == "true")
        case .int, .number, .percent: Int(text).map { .int($0) } ?? Double(text).map { .number($0) } ?? .text(text)
        case .string, .date, .enumeration: .text(text)
        }
    }

    /// The answer of a decision by its name in the file.
    func answer(_ decision: String, of made: Decision) throws -> Answer {
        if let error = made.error { throw TestFailure("\(error.code): \(error.message)") }
        guard case .table(let table)? = file.tables.first(where: { $0.title == decision }) else { throw TestFailure("there is no decision `\(decision)`") }
        guard let found = made.tables.first(where: { $0.name == table.name }) else { return .null }
        let names = table.outputs.map { $0.title ?? $0.name }
        func row(_ values: [DecisionValue]) -> Answer {
            values.count == 1 && (names.count == 1 || table.hit == .collectCount)
                ? .value(ImportedModel.text(values[0])) : .components(Dictionary(uniqueKeysWithValues: zip(names, values.map { .value(ImportedModel.text($0)) })))
        }
        switch found.output {
        case .none, .unknown: return .null
        case .one(let values): return row(values)
        case .many(let many): return many.isEmpty ? .null : .list(many.map(row))
        }
    }

    static func text(_ value: DecisionValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): shortestText(number)
        case .bool(let value): value ? "true" : "false"
        case .date(let day): day.description
        }
    }

    /// What the tests made with the pack come to.
    func testReport() async throws -> PackTestReport {
        try await PackTestRun(pack, makers: PackTestFiles(pack: path).makers()).run()
    }
}

struct TestFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
