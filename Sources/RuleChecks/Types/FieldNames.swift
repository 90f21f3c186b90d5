import FieldDefinitions
import RulePacks

/// The catalogue's fields by number, with the names under which rules find them, and what the pack may read of them.
struct FieldNames {
    struct Node {
        let path: String
        /// nil for the nominal itself.
        let definition: FieldDefinition?
        /// By the names that rules may use, other names included.
        var parts: [String: Int] = [:]
        /// What cohort files give and rules do not see, with what to read instead.
        var readInstead: [String: String] = [:]
        let isListed: Bool
        let isJustified: Bool
        var isDatedBy: Int?
    }

    static let nominal = 0
    private(set) var nodes: [Node]
    private(set) var places: [String: Int] = [:]

    init(_ pack: PackSource) {
        nodes = [Node(path: "", definition: nil, isListed: true, isJustified: true)]
        add(pack.catalogue.fields, to: FieldNames.nominal, pack)
    }

    private mutating func add(_ fields: [FieldDefinition], to parent: Int, _ pack: PackSource) {
        let prefix = nodes[parent].path.isEmpty ? "" : nodes[parent].path + "."
        for field in fields {
            if let instead = field.readInstead {
                nodes[parent].readInstead[field.name] = instead
                continue
            }
            let path = prefix + field.name
            let dated = fields.first { $0.dateField == field.name }.map { prefix + $0.name }
            let isPart = switch field.type {
            case .record, .list: pack.protected.keys.contains { $0.hasPrefix(path + ".") }
            default: false
            }
            let place = nodes.count
            nodes.append(
                Node(
                    path: path, definition: field, isListed: ([path] + (dated.map { [$0] } ?? [])).contains { FieldAccess.covers(pack.reads, $0) },
                    isJustified: isPart || FieldAccess.isJustified(path, catalogue: pack.catalogue, protected: pack.protected)))
            places[path] = place
            for name in [field.name] + field.luaAliases { nodes[parent].parts[name] = place }
            add(field.type.parts, to: place, pack)
        }
        for field in fields {
            guard let date = field.dateField, let place = places[prefix + field.name] else { continue }
            switch field.type {
            case .record, .list: nodes[place].isDatedBy = nodes[place].parts[date]
            default: nodes[place].isDatedBy = nodes[parent].parts[date]
            }
        }
    }

    func type(_ place: Int) -> FieldType? { nodes[place].definition?.type }

    /// `a nominal has no field`, before the wrong name.
    func phrase(_ place: Int) -> String {
        guard let field = nodes[place].definition else { return "a nominal has no field" }
        if case .list = field.type { return "an item of `\(field.name)` has no field" }
        return "`\(field.name)` has no field"
    }

    /// What reading the field gives.
    func kind(_ place: Int) -> Kind {
        switch type(place)?.kindClass {
        case .bool: .bool
        case .record: Kind(.record(place))
        case .list: Kind(.list(place))
        default: Kind(.field(place))
        }
    }

    /// The values of an enumeration; nil for any other field.
    func values(_ place: Int) -> [String]? {
        if case .enumeration(let enumeration)? = type(place) { enumeration.values } else { nil }
    }

    /// The numbers that the field can hold; nil for any other field, or where there are no limits.
    func range(_ place: Int) -> (numbers: ClosedRange<Double>, isWhole: Bool)? {
        switch type(place) {
        case .int(let range?)?: (Double(range.lowerBound)...Double(range.upperBound), true)
        case .number(let range?)?: (range, false)
        case .percent?: (0...100, false)
        default: nil
        }
    }

    /// The field and all below it.
    func subtree(_ place: Int) -> [Int] {
        let prefix = nodes[place].path + "."
        return nodes.indices.filter { $0 == place || place == FieldNames.nominal || nodes[$0].path.hasPrefix(prefix) }
    }
}
