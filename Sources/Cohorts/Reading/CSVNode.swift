import FieldDefinitions

/// What a column or file of CSV becomes in a nominal's line.
indirect enum CSVNode {
    /// How a cell is written as JSON.
    enum Kind { case bool, number, text }

    case value(name: String, column: Int, kind: Kind)
    case record(name: String, parts: [CSVNode])
    /// The place of the list's file among those opened.
    case list(name: String, file: Int)

    static func kind(_ type: FieldType) -> Kind {
        switch type {
        case .bool: .bool
        case .int, .number, .percent: .number
        default: .text
        }
    }
}
