package import Foundation

/// Checks a JSON value against a JSON Schema, as far as this project's schemas go.
///
/// Knows `type`, `properties`, `required`, `additionalProperties`, `items`, `enum`, `const`, `pattern`, `minimum`,
/// `maximum`, `minLength`, `$ref`, `$defs`, `anyOf` and `oneOf`, and the keywords that only describe. Any other keyword is
/// reported as a fault, so that no schema passes because part of it was not understood.
package struct JSONSchemaValidator {
    private var faults: [String] = []
    private var root: JSONValue
    private let others: [String: JSONValue]

    /// What is wrong with the instance, a sentence for each fault, each with the place as a path such as `$.rows[0].id`.
    ///
    /// - Parameter others: further schemas, by the name under which a `$ref` calls them.
    /// - Returns: nothing where the instance is valid.
    package static func validate(instance: Data, schema: Data, others: [String: Data] = [:]) -> [String] {
        do {
            var validator = JSONSchemaValidator(root: try JSONValue(schema), others: try others.mapValues(JSONValue.init))
            validator.check(try JSONValue(instance), against: validator.root, at: "$")
            return validator.faults
        } catch {
            return ["$: not JSON: \(error)"]
        }
    }

    private init(root: JSONValue, others: [String: JSONValue]) {
        self.root = root
        self.others = others
    }

    private mutating func check(_ value: JSONValue, against schema: JSONValue, at place: String) {
        switch schema {
        case .bool(true): return
        case .bool(false): faults.append("\(place): nothing is allowed here")
        case .object(let keywords):
            for (keyword, operand) in keywords.sorted(by: { $0.key < $1.key }) {
                check(value, keyword, operand, in: schema, at: place)
            }
        default: faults.append("\(place): the schema is neither an object nor a boolean")
        }
    }

    private mutating func check(
        _ value: JSONValue, _ keyword: String, _ operand: JSONValue, in schema: JSONValue, at place: String
    ) {
        switch (keyword, operand, value) {
        case ("$schema", _, _), ("$id", _, _), ("$defs", _, _), ("title", _, _), ("description", _, _),
            ("format", _, _), ("x-sensitivity", _, _):
            return
        case ("type", let types, _):
            let names = if case .array(let names) = types { names } else { [types] }
            if !names.contains(where: { value.isOf(type: $0) }) {
                faults.append("\(place): \(value) is not of type \(types)")
            }
        case ("enum", .array(let values), _):
            if !values.contains(value) { faults.append("\(place): \(value) is not one of \(operand)") }
        case ("const", let wanted, _):
            if value != wanted { faults.append("\(place): \(value) is not \(wanted)") }
        case ("$ref", .string(let reference), _): follow(reference, value, at: place)
        case ("anyOf", .array(let schemas), _):
            if matches(value, schemas, at: place) == 0 { faults.append("\(place): \(value) matches no schema of anyOf") }
        case ("oneOf", .array(let schemas), _):
            let count = matches(value, schemas, at: place)
            if count != 1 { faults.append("\(place): \(value) matches \(count) schemas of oneOf") }
        case ("minimum", .number(let least), .number(let number)):
            if number < least { faults.append("\(place): \(value) is under \(operand)") }
        case ("maximum", .number(let most), .number(let number)):
            if number > most { faults.append("\(place): \(value) is over \(operand)") }
        case ("minLength", .number(let least), .string(let text)):
            if Double(text.unicodeScalars.count) < least { faults.append("\(place): \(value) is shorter than \(operand)") }
        case ("pattern", .string(let pattern), .string(let text)):
            if text.range(of: pattern, options: .regularExpression) == nil {
                faults.append("\(place): \(value) does not match \(pattern)")
            }
        case ("required", .array(let names), .object(let members)):
            for case .string(let name) in names where members[name] == nil {
                faults.append("\(place): `\(name)` is missing")
            }
        case ("properties", .object(let schemas), .object(let members)):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                if let schema = schemas[name] { check(member, against: schema, at: "\(place).\(name)") }
            }
        case ("additionalProperties", _, .object(let members)):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) where schema["properties"]?[name] == nil {
                check(member, against: operand, at: "\(place).\(name)")
            }
        case ("items", _, .array(let items)):
            for (i, item) in items.enumerated() { check(item, against: operand, at: "\(place)[\(i)]") }
        case ("minimum", .number, _), ("maximum", .number, _), ("minLength", .number, _), ("pattern", .string, _),
            ("required", .array, _), ("properties", .object, _), ("additionalProperties", _, _), ("items", _, _):
            return  // a keyword for values of another type
        default: faults.append("\(place): the schema's `\(keyword)` is not understood")
        }
    }

    private func matches(_ value: JSONValue, _ schemas: [JSONValue], at place: String) -> Int {
        schemas.count { schema in
            var attempt = self
            attempt.faults = []
            attempt.check(value, against: schema, at: place)
            return attempt.faults.isEmpty
        }
    }

    /// `#/$defs/name` within the same schema, or the name of another schema.
    private mutating func follow(_ reference: String, _ value: JSONValue, at place: String) {
        if let other = others[reference] {
            let here = root
            root = other
            check(value, against: other, at: place)
            root = here
            return
        }
        var target: JSONValue? = reference.hasPrefix("#") ? root : nil
        for step in reference.split(separator: "/").dropFirst() { target = target?[String(step)] }
        guard let target else { return faults.append("\(place): no schema is called `\(reference)`") }
        check(value, against: target, at: place)
    }
}

extension JSONValue {
    fileprivate func isOf(type: JSONValue) -> Bool {
        switch (type, self) {
        case (.string("null"), .null), (.string("boolean"), .bool), (.string("number"), .number),
            (.string("string"), .string), (.string("array"), .array), (.string("object"), .object):
            true
        case (.string("integer"), .number(let number)): number == number.rounded()
        default: false
        }
    }
}
