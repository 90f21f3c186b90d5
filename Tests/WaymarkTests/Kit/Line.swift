import Foundation
import TestSupport

/// Lines of a cohort file.
enum Line {
    /// A valid nominal with what is required and no more.
    /// - Parameters:
    ///   - more: further members in JSON, without the comma before them.
    static func of(_ id: String, convictions: Int = 3, custody: String = "community", statutory: Bool = true, _ more: String = "") -> String {
        #"{"id":"\#(id)","borough":"Camden","date_of_birth":"1990-05-01","convictions_total":\#(convictions),"#
            + #""arrests_total":7,"custody_status":"\#(custody)","statutory":\#(statutory)\#(more.isEmpty ? "" : ",")\#(more)}"#
    }

    static func file(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}

extension String {
    var lines: [String] { split(separator: "\n").map(String.init) }

    /// Lines of over 80 columns.
    var longLines: [String] { lines.filter { $0.count > 80 } }
}

extension JSONValue {
    init(_ text: String) throws { try self.init(Data(text.utf8)) }

    var text: String? { if case .string(let text) = self { text } else { nil } }
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }

    /// The value at a path such as `recommendation.action`.
    func at(_ path: String) -> JSONValue? {
        path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }
    }
}

/// The project's own schemas.
enum Schema {
    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(Project.folder)/docs/schema/\(name).schema.json"))
    }

    /// What is wrong with a JSON text; nothing where it is valid.
    static func faults(_ text: String, _ name: String) throws -> [String] {
        JSONSchemaValidator.validate(
            instance: Data(text.utf8), schema: try data(name),
            others: Dictionary(uniqueKeysWithValues: try ["decision", "standing", "reject", "panel-decision", "task"].map { ("\($0).schema.json", try data($0)) }))
    }
}
