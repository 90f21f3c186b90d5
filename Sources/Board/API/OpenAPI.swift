import HTTPTypes
import Notation

/// The OpenAPI 3.1 document of the API, written from ``Endpoint/all``.
enum OpenAPI {
    static let document: [UInt8] = {
        var json = JSONWriter()
        json.beginObject()
        json.key("openapi"); json.string("3.1.0")
        json.key("info")
        json.beginObject()
        json.key("title"); json.string("Waymark")
        json.key("version"); json.string("1")
        json.key("description")
        json.string(
            "For case-management systems: bring nominals, fetch recommendations and tasks. A recommendation is what rules say, with reasons; people decide, on the site. Nothing here confirms, signs, approves or runs anything.")
        json.endObject()
        json.key("servers")
        json.beginArray()
        json.beginObject()
        json.key("url"); json.string("/")
        json.endObject()
        json.endArray()
        json.key("paths"); writePaths(to: &json)
        json.key("components"); writeComponents(to: &json)
        json.endObject()
        json.newline()
        return json.bytes
    }()

    /// `/tasks/:id/done` as `/tasks/{id}/done`
    static func path(_ path: String) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
    }

    private static func writePaths(to json: inout JSONWriter) {
        json.beginObject()
        var paths: [String] = []
        for endpoint in Endpoint.all where !paths.contains(endpoint.path) { paths.append(endpoint.path) }
        for path in paths {
            json.key(self.path(path))
            json.beginObject()
            for endpoint in Endpoint.all where endpoint.path == path {
                json.key(endpoint.method.rawValue.lowercased())
                write(endpoint, to: &json)
            }
            json.endObject()
        }
        json.endObject()
    }

    private static func write(_ endpoint: Endpoint, to json: inout JSONWriter) {
        json.beginObject()
        json.key("operationId"); json.string(endpoint.name)
        json.key("summary"); json.string(endpoint.summary)
        if let scope = endpoint.scope { json.key("x-scope"); json.string(scope.rawValue) }
        json.key("security")
        json.array(endpoint.scope == nil ? [] : ["token"]) { name, json in
            json.beginObject()
            json.key(name); json.strings([])
            json.endObject()
        }
        json.key("parameters"); json.array(endpoint.allParameters) { write($0, to: &$1) }
        if let body = endpoint.body { write(body, to: &json) }
        json.key("responses")
        json.beginObject()
        json.key("200")
        json.beginObject()
        json.key("description"); json.string("Done.")
        json.key("content"); write(["application/json"], endpoint.gives, to: &json)
        json.endObject()
        let problems = endpoint.allProblems
        for code in Set(problems.map(\.status.code)).sorted() {
            json.key(String(code))
            json.beginObject()
            json.key("description"); json.string(problems.filter { $0.status.code == code }.map { "`\($0.rawValue)`: \(Words.english[$0.title])" }.joined(separator: "; "))
            json.key("content"); write(["application/problem+json"], .named(.problem), to: &json)
            json.endObject()
        }
        json.endObject()
        json.endObject()
    }

    private static func write(_ parameter: Endpoint.Parameter, to json: inout JSONWriter) {
        json.beginObject()
        json.key("name"); json.string(parameter.name)
        json.key("in"); json.string(parameter.place.rawValue)
        json.key("description"); json.string(parameter.summary + (parameter.usual.map { " If it is left out: `\($0)`." } ?? ""))
        json.key("required"); json.bool(parameter.isRequired)
        json.key("schema"); parameter.schema.write(to: &json)
        json.endObject()
    }

    private static func write(_ body: Endpoint.Body, to json: inout JSONWriter) {
        json.key("requestBody")
        json.beginObject()
        json.key("description"); json.string("\(body.mostBytes >> 10) KiB at most.")
        json.key("required"); json.bool(body.isRequired)
        json.key("content")
        json.beginObject()
        for type in body.types {
            json.key(type)
            json.beginObject()
            // One JSON object a line, of which each is such a thing.
            json.key("schema"); (type == "application/x-ndjson" ? APISchema.named(.nominalLine) : body.schema).write(to: &json)
            json.endObject()
        }
        json.endObject()
        json.endObject()
    }

    private static func write(_ types: [String], _ schema: APISchema, to json: inout JSONWriter) {
        json.beginObject()
        for type in types {
            json.key(type)
            json.beginObject()
            json.key("schema"); schema.write(to: &json)
            json.endObject()
        }
        json.endObject()
    }

    private static func writeComponents(to json: inout JSONWriter) {
        json.beginObject()
        json.key("securitySchemes")
        json.beginObject()
        json.key("token")
        json.beginObject()
        json.key("type"); json.string("http")
        json.key("scheme"); json.string("bearer")
        json.key("description"); json.string("What `waymark board client` printed.")
        json.endObject()
        json.endObject()
        json.key("schemas")
        json.beginObject()
        for type in APIType.allCases {
            json.key(type.rawValue)
            type.schema.write(to: &json)
        }
        json.endObject()
        json.endObject()
    }
}
