import Cohorts
import Conversion
import Decisions
import Foundation
import Notation
import RulePacks
import Testing

/// The day as of which these tests load and evaluate.
let testDay = Day(iso: "2026-11-01") ?? .earliest

enum Project {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The folders of every pack that comes with the project.
    static let packs: [String] = {
        let parents = ["rules", "examples/ecins/rules", "examples/common/rules"]
        return parents.flatMap { parent in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(parent)")) ?? []
            return names.sorted().map { "\(parent)/\($0)" }.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/pack.lua") }
        }
    }()

    static func program(_ pack: String, replacing replaced: [String: [UInt8]] = [:]) throws -> RuleProgram {
        let source = try PackSource.load("\(folder)/\(pack)", replacing: replaced).pack
        return try RuleProgram(source, layout: RowLayout(source.catalogue), asOf: testDay)
    }
}

/// A matrix or decision table of a pack that comes with the project.
struct ShippedTable: Sendable, CustomTestStringConvertible {
    let pack: String
    let kind: PackTableKind
    let name: String
    /// Whether the pack declares it itself, and no baseline does.
    let isOwn: Bool

    var testDescription: String { "\(pack): \(kind.rawValue) \(name)" }

    static let all: [ShippedTable] = Project.packs.flatMap { pack -> [ShippedTable] in
        guard let program = try? Project.program(pack) else { return [] }
        let own = Set(program.pack.ownRuleFiles.map(\.name))
        return PackTable.names(in: program).map { kind, name in
            let file =
                kind == .matrix
                ? program.rules.matrices.first { $0.name == name }?.heading.file : program.rules.tables.first { $0.name == name }?.heading.file
            return ShippedTable(pack: pack, kind: kind, name: name, isOwn: file.map(own.contains) ?? false)
        }
    }
}

/// The decision records of made-up people, without what names the pack.
func records(_ pack: PackSource, count: Int = 250) throws -> [String] {
    let cohort = SyntheticCohort(seed: 11, asOf: testDay)
    let decider = try LineDecider(pack, asOf: testDay)
    return try decider.decide(cohort: (0..<count).map(cohort.line)).map { result in
        switch result {
        case .failure(let reject): return "rejected: \(reject)"
        case .success(let decision):
            var json = JSONWriter()
            decision.write(to: &json, pack: PackIdentity(id: "x", version: "0.0.0", digest: ""))
            return String(decoding: json.bytes, as: UTF8.self)
        }
    }
}
