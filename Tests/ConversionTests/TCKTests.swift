@testable import Conversion
import Decisions
import Foundation
import RulePackTesting
import Testing

/// DMN's own published test cases, where `DMN_TCK` names a folder that holds them: see `docs/convert.md`.
@Suite("DMN's published test cases")
struct TCKTests {
    struct Model: Sendable, CustomTestStringConvertible {
        let folder: String
        let name: String
        var testDescription: String { name }
        var dmn: String { "\(folder)/\(name)/\(name).dmn" }

        var tests: [String] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
            return names.filter { $0.hasSuffix(".xml") && $0.contains("-test-") }.sorted().map { "\(folder)/\(name)/\($0)" }
        }
    }

    static let folder = ProcessInfo.processInfo.environment["DMN_TCK"]

    /// Folders with a model and cases, as the repository has them.
    static let models: [Model] = {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { Model(folder: folder, name: $0) }.filter { FileManager.default.fileExists(atPath: $0.dmn) && !$0.tests.isEmpty }
    }()

    @Test("the folder that DMN_TCK names holds cases", .enabled(if: folder != nil, "DMN_TCK is not set"))
    func there() {
        #expect(!TCKTests.models.isEmpty, "no NAME/NAME.dmn with NAME/NAME-test-01.xml lies in \(TCKTests.folder ?? "")")
    }

    @Test("a published model runs unchanged, and each of its cases gives what is expected", .enabled(if: folder != nil, "DMN_TCK is not set"), arguments: models)
    func published(model: Model) async throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: model.dmn)))
        guard try TCKTests.isOfTables(bytes) else {
            // Level 2 has models of expressions too, which no pack can be.
            let error = try #require(throws: ConversionError.self) { _ = try DMNFile(bytes, file: "\(model.name).dmn") }
            return print("refused: \(error.text)")
        }
        let imported = try ImportedModel(bytes, name: "\(model.name).dmn")
        #expect(try await imported.testReport().hasPassed)
        for path in model.tests {
            let cases = try TCKCases(path).cases
            #expect(!cases.isEmpty)
            for test in cases {
                let decision = try imported.decide(test.inputs)
                for (name, expected) in test.results {
                    let answer = try imported.answer(name, of: decision)
                    #expect(answer == expected, "\(model.name) \(test.id)")
                    print("\(answer == expected ? "passed" : "failed"): \(model.name) \(test.id)")
                }
            }
        }
    }
}

extension TCKTests {
    /// Whether every decision of a model is a decision table.
    static func isOfTables(_ bytes: [UInt8]) throws -> Bool {
        try XMLTree.root(bytes, file: "").all("decision").allSatisfy { $0.first("decisionTable") != nil }
    }
}

/// The cases of one published file.
struct TCKCases {
    struct Case {
        var id: String
        var inputs: [String: String?] = [:]
        var results: [(name: String, expected: ImportedModel.Answer)] = []
    }

    private(set) var cases: [Case] = []

    init(_ path: String) throws {
        let root = try XMLTree.root(Array(Data(contentsOf: URL(fileURLWithPath: path))), file: path)
        for tag in root.all("testCase") {
            var test = Case(id: tag.attributes["id"] ?? "")
            for input in tag.all("inputNode") { test.inputs[input.attributes["name"] ?? ""] = .some(TCKCases.value(input)) }
            for result in tag.all("resultNode") {
                let wanted = result.first("expected") ?? result.first("computed")
                test.results.append((result.attributes["name"] ?? "", wanted.map(TCKCases.answer) ?? .null))
            }
            cases.append(test)
        }
    }

    private static func value(_ tag: XMLTag) -> String? {
        guard let value = tag.first("value"), value.attributes["xsi:nil"] != "true" else { return nil }
        return value.text
    }

    private static func answer(_ tag: XMLTag) -> ImportedModel.Answer {
        if let list = tag.first("list") { return .list(list.all("item").map(answer)) }
        let components = tag.all("component")
        if !components.isEmpty {
            return .components(Dictionary(components.map { ($0.attributes["name"] ?? "", answer($0)) }) { first, _ in first })
        }
        guard let text = value(tag) else { return .null }
        // Numbers are compared as numbers: `1100` and `1100.0` are one.
        return .value(Double(text).map { ImportedModel.text(.number($0)) } ?? text)
    }
}
