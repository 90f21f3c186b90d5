/// Standard fields that belong together, in the catalogue's order, under the heading that the field guide gives them.
struct FieldTopic: Sendable {
    let title: String
    let fields: [FieldDefinition]

    init(_ title: String, _ fields: [FieldDefinition]) {
        self.title = title
        self.fields = fields.map { field in
            var field = field
            field.topic = title
            return field
        }
    }

    static let all = [
        person, criminalRecord, risk, supervision, needs, offencesAndOrders, intelligence, management, safeguarding,
        local,
    ]
}

extension FieldType {
    /// A whole number, 0 or more.
    static let count = FieldType.int(0...Int.max)
    /// An age in whole years that a person can have.
    static let ageInYears = FieldType.int(0...120)

    static func oneOf(_ values: String...) -> FieldType { .enumeration(EnumerationDefinition(values)) }
}
