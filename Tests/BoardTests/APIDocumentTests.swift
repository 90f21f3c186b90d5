@testable import Board
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Whether answers are what the API's document says.
enum APIShape {
    /// What is wrong with an answer, by the schema of a name in the document.
    static func faults(_ answer: Program.Answer, _ name: String) throws -> [String] {
        guard case .object(let schemas)? = try document()["components"]?["schemas"] else { return ["the document has no schemas"] }
        let schema = JSONValue.object(["$ref": .string("#/$defs/\(name)"), "$defs": .object(schemas)]).description.replacing("#/components/schemas/", with: "#/$defs/")
        return JSONSchemaValidator.validate(instance: Data(answer.page.text.utf8), schema: Data(schema.utf8))
    }

    static func document() throws -> JSONValue { try JSONValue(Data(OpenAPI.document)) }
}

@Suite("The API’s document")
struct APIDocumentTests {
    @Test("every address of the API is in it, and nothing else")
    func complete() throws {
        guard case .object(let paths)? = try APIShape.document()["paths"] else { throw Missing() }
        var found: Set<String> = []
        for (path, methods) in paths {
            guard case .object(let methods) = methods else { continue }
            for method in methods.keys { found.insert("\(method.uppercased()) \(path)") }
        }
        #expect(found == Set(Routes.api.map { "\($0.method) \(OpenAPI.path($0.path))" }))
        #expect(found == Set(RoleTests.clients.map { $0.route.replacing(":id", with: "{id}") }))
    }

    @Test("it is open to anybody, and the same until the program changes")
    func open() async throws {
        let place = try SitePlace()
        var program = Program(place: place, token: nil, purpose: nil)
        let answer = try await program.get("/openapi.json")
        #expect(answer.status == 200 && answer.json["openapi"]?.text == "3.1.0")
        program.headers["If-None-Match"] = answer.page.headers[.eTag]
        #expect(try await program.get("/openapi.json").status == 304)
    }

    @Test("every reference in it leads to a schema, and every schema is used or taken")
    func references() throws {
        let text = String(decoding: OpenAPI.document, as: UTF8.self)
        let used = Set(text.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.output.1) })
        #expect(used == Set(APIType.allCases.map(\.rawValue)))
    }

    @Test("each kind of problem is said with its code, and stands where it can happen", arguments: APIProblem.Kind.allCases)
    func problems(kind: APIProblem.Kind) throws {
        #expect(kind.status.code >= 400)
        #expect(Endpoint.all.contains { $0.allProblems.contains(kind) })
        let answer = APIProblem(kind, "what to do").answer(.english)
        let page = Visitor.Page(status: answer.status.code, headers: HTTPFields(), text: String(decoding: answer.body, as: UTF8.self))
        #expect(try APIShape.faults(Program.Answer(page: page, json: .null), "Problem") == [])
    }

    @Test("a nominal’s line in it is the schema of cohort files")
    func cohort() throws {
        let line = try APIShape.document()["components"]?["schemas"]?["NominalLine"]
        let file = try JSONValue(Data(try fileText("\(projectFolder)/docs/schema/cohort.schema.json").utf8))
        #expect(line?["properties"] == file["properties"] && line?["required"] == file["required"])
    }

    @Test("OpenAPI’s own validator takes it", .enabled(if: hasValidator, "Python's openapi-spec-validator is not installed"))
    func valid() throws {
        let place = try TemporaryPlace()
        try place.file("openapi.json", Data(OpenAPI.document))
        let result = try APIDocumentTests.python("import json, openapi_spec_validator as v; v.validate(json.load(open('\(place.path)/openapi.json')))")
        #expect(result.status == 0, "\(result.err.suffix(2000))")
    }

    private static var hasValidator: Bool { (try? python("import openapi_spec_validator"))?.status == 0 }

    private static func python(_ text: String) throws -> (status: Int32, err: String) {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", text]
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let err = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, err)
    }
}
