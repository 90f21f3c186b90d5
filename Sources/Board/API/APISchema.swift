import Notation
import TaskingProcess

/// A kind of JSON value, as a JSON Schema (2020-12) says it and as parameters are read by it.
indirect enum APISchema: Sendable {
    case text(Form = .any)
    case choice([String])
    case whole(ClosedRange<Int>?)
    case flag
    case list(APISchema)
    case object([Member])
    case named(APIType)
    /// The value, or null.
    case optional(APISchema)
    /// A JSON object of which nothing is said here.
    case anyObject
    /// A line of a cohort file.
    case cohortLine

    struct Member: Sendable {
        let name: String
        let schema: APISchema
        let summary: String?

        init(_ name: String, _ schema: APISchema, _ summary: String? = nil) {
            self.name = name
            self.schema = schema
            self.summary = summary
        }
    }

    /// What a text looks like.
    enum Form: Sendable {
        case any, day, recommendation, task, decision, digest

        var pattern: String? {
            switch self {
            case .any: nil
            case .day: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            case .recommendation: "^R[0-9]+$"
            case .task: "^T[0-9]+$"
            case .decision: "^[0-9]+\\.[0-9]+$"
            case .digest: "^sha256:[0-9a-f]{64}$"
            }
        }

        /// An example, for messages.
        var example: String {
            switch self {
            case .any: "text"
            case .day: "2026-11-21"
            case .recommendation: "R12"
            case .task: "T7"
            case .decision: "17.204"
            case .digest: "sha256:…"
            }
        }

        func takes(_ text: String) -> Bool {
            switch self {
            case .any: true
            case .day: Day(iso: text) != nil
            case .recommendation: Panel.number(text, after: "R") != nil
            case .task: Panel.number(text, after: "T") != nil
            case .decision: DecisionNumber(text) != nil
            case .digest: text.hasPrefix("sha256:") && bytes(hexadecimal: text.dropFirst(7))?.count == 32
            }
        }
    }

    /// Why a parameter's text is not such a value: what belongs there; nil where it is.
    func refusal(of text: String) -> String? {
        switch self {
        case .text(let form): form.takes(text) ? nil : "`\(form.example)` is one"
        case .choice(let values): values.contains(text) ? nil : "it is one of " + values.map { "`\($0)`" }.joined(separator: ", ")
        case .whole(let range):
            Int(text).map { range?.contains($0) ?? true } == true ? nil : "it is a whole number" + (range.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? "")
        case .flag: text == "true" || text == "false" ? nil : "it is `true` or `false`"
        default: nil
        }
    }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        members(to: &json)
        json.endObject()
    }

    private func members(to json: inout JSONWriter) {
        switch self {
        case .text(let form):
            json.key("type"); json.string("string")
            if let pattern = form.pattern { json.key("pattern"); json.string(pattern) }
        case .choice(let values):
            json.key("type"); json.string("string")
            json.key("enum"); json.strings(values)
        case .whole(let range):
            json.key("type"); json.string("integer")
            if let range {
                json.key("minimum"); json.int(range.lowerBound)
                json.key("maximum"); json.int(range.upperBound)
            }
        case .flag: json.key("type"); json.string("boolean")
        case .list(let item):
            json.key("type"); json.string("array")
            json.key("items"); item.write(to: &json)
        case .object(let members):
            json.key("type"); json.string("object")
            json.key("properties")
            json.beginObject()
            for member in members {
                json.key(member.name)
                json.beginObject()
                if let summary = member.summary { json.key("description"); json.string(summary) }
                member.schema.members(to: &json)
                json.endObject()
            }
            json.endObject()
            json.key("required"); json.strings(members.map(\.name))
            json.key("additionalProperties"); json.bool(false)
        case .named(let type): json.key("$ref"); json.string("#/components/schemas/" + type.rawValue)
        case .optional(let schema):
            json.key("anyOf")
            json.beginArray()
            schema.write(to: &json)
            json.beginObject()
            json.key("type"); json.string("null")
            json.endObject()
            json.endArray()
        case .anyObject: json.key("type"); json.string("object")
        case .cohortLine: json.raw(APIType.cohortLine)
        }
    }
}

/// The run and the place in `17.204`.
struct DecisionNumber {
    let run: Int
    let place: Int

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let run = Int(parts[0]), let place = Int(parts[1]) else { return nil }
        self.run = run
        self.place = place
    }
}
