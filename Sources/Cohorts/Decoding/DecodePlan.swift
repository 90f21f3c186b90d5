import FieldDefinitions

/// What the decoder knows of a catalogue, as plain memory: a plan for each field, a plan for each key, tables of values.
///
/// The only things that change are the guesses which key comes next and the marks of keys seen.
final class DecodePlan {
    let layout: RowLayout
    /// One for each field of the layout, and behind them one for the nominal itself.
    let fields: UnsafeMutablePointer<FieldPlan>
    let keys: UnsafeMutablePointer<KeyPlan>
    let keyNames: [String]
    let rules: CrossFieldRules
    let months: MonthTable
    /// Cells of an item of the list whose items have most.
    let widest: Int
    /// Counts objects, so that marks of earlier ones need no clearing.
    var stamp: UInt64 = 0
    private let owned: [UnsafeMutableRawPointer]

    /// Stands for the nominal itself where a field is meant.
    var root: Int32 { Int32(layout.fields.count) }

    init(_ layout: RowLayout) {
        self.layout = layout
        rules = CrossFieldRules(layout)
        months = MonthTable()
        widest = layout.fields.map(\.stride).max() ?? 0
        var builder = DecodePlanBuilder(layout: layout)
        builder.build()
        fields = .allocate(capacity: builder.fields.count)
        fields.initialize(from: builder.fields, count: builder.fields.count)
        keys = .allocate(capacity: max(1, builder.keys.count))
        for (place, key) in builder.keys.enumerated() { (keys + place).initialize(to: KeyPlan(key, plan: fields + key.field)) }
        keyNames = builder.keyNames
        owned = builder.owned
        for list in [rules.offences, rules.orders, rules.taskings] where list >= 0 { fields[Int(list)].isChecked = true }
    }

    deinit {
        for memory in owned { memory.deallocate() }
        fields.deallocate()
        keys.deallocate()
    }
}

private struct DecodePlanBuilder {
    struct Key {
        var field: Int
        var next: Int
        var isAlias = false
        var sharesCell: Bool
        var text: UnsafePointer<UInt8>
        var length: Int
    }

    let layout: RowLayout
    var fields: [FieldPlan] = []
    var keys: [Key] = []
    var keyNames: [String] = []
    var owned: [UnsafeMutableRawPointer] = []

    init(layout: RowLayout) { self.layout = layout }

    mutating func build() {
        fields = layout.fields.map { _ in FieldPlan(kind: .record) }
        fields.append(FieldPlan(kind: .record))
        for field in layout.fields { fields[field.id] = plan(field) }
        addKeys(of: layout.fields.count, children: layout.topFields, aliases: [:])
        for field in layout.fields {
            switch field.definition.type {
            case .record: addKeys(of: field.id, children: field.children, aliases: [:])
            case .list(let list): addKeys(of: field.id, children: field.children, aliases: list.inputAliases)
            default: break
            }
        }
    }

    private mutating func plan(_ field: LaidOutField) -> FieldPlan {
        var plan = FieldPlan(kind: .bool)
        switch field.definition.type {
        case .bool: break
        case .int(let range):
            plan.kind = .int
            if let range {
                plan.low = max(plan.low, Int64(range.lowerBound))
                plan.high = min(plan.high, Int64(range.upperBound))
            }
        case .number(let range):
            plan.kind = .number
            if let range { (plan.lowNumber, plan.highNumber) = (range.lowerBound, range.upperBound) }
        case .percent:
            plan.kind = .number
            (plan.lowNumber, plan.highNumber) = (0, 100)
        case .string: plan.kind = .string
        case .words: plan.kind = .words
        case .date: plan.kind = .date
        case .enumeration(let definition):
            plan.kind = .enumeration
            tables(definition, into: &plan)
        case .yearsSince: plan.kind = .yearsSince
        case .record: plan.kind = .record
        case .list(let list):
            plan.kind = .list
            plan.stride = Int32(field.stride)
            plan.dateCell = Int32(field.dateField.map { layout.fields[$0].cell } ?? -1)
            setAside(list, field, &plan)
        }
        plan.cell = Int32(field.cell)
        plan.isRequired = field.definition.isRequired
        return plan
    }

    private func setAside(_ list: ListDefinition, _ field: LaidOutField, _ plan: inout FieldPlan) {
        guard let (name, value) = list.setAside,
            let part = field.children.lazy.map({ layout.fields[$0] }).first(where: { $0.definition.name == name }),
            case .enumeration(let values) = part.definition.type, let index = values.values.firstIndex(of: value)
        else { return }
        plan.asideCell = Int32(part.cell)
        plan.asideValue = Int64(index)
    }

    private mutating func tables(_ definition: EnumerationDefinition, into plan: inout FieldPlan) {
        var owned = owned
        let values = definition.values.enumerated().map { ($1, Int32($0)) }
        var spellings = definition.unknownSpellings.sorted().map { ($0, Int32(-1)) }
        for (spelling, value) in definition.spellings.sorted(by: { $0.key < $1.key }) {
            if let index = definition.values.firstIndex(of: value) { spellings.append((spelling, Int32(index))) }
        }
        plan.values = ValueTable.make(values) { owned.append($0) }
        plan.shortValues = ValueTable.makeQuick(values) { owned.append($0) }
        plan.spellings = ValueTable.make(spellings) { owned.append($0) }
        self.owned = owned
    }

    private mutating func addKeys(of container: Int, children: [Int], aliases: [String: String]) {
        let first = keys.count
        for child in children {
            let field = layout.fields[child]
            addKey(field.definition.name, field: child, shared: aliases.values.contains(field.definition.name))
            if field.definition.isRequired { fields[container].requiredParts += 1 }
        }
        for (alias, name) in aliases.sorted(by: { $0.key < $1.key }) {
            guard let child = children.first(where: { layout.fields[$0].definition.name == name }) else { continue }
            addKey(alias, field: child, shared: true)
            keys[keys.count - 1].isAlias = true
        }
        fields[container].firstKey = Int32(first)
        fields[container].keyCount = Int32(keys.count - first)
        fields[container].guess = keys.count > first ? Int32(first) : -1
        if keys.count > first { keys[keys.count - 1].next = -1 }
    }

    private mutating func addKey(_ name: String, field: Int, shared: Bool) {
        let utf8 = Array("\"\(name)\":".utf8)
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: max(24, utf8.count))
        text.initialize(repeating: 0, count: max(24, utf8.count))
        text.update(from: utf8, count: utf8.count)
        owned.append(UnsafeMutableRawPointer(text))
        keys.append(Key(field: field, next: keys.count + 1, sharesCell: shared, text: text, length: utf8.count))
        keyNames.append(name)
    }
}

extension KeyPlan {
    fileprivate init(_ key: DecodePlanBuilder.Key, plan: UnsafeMutablePointer<FieldPlan>) {
        let raw = UnsafeRawPointer(key.text)
        func mask(_ start: Int) -> UInt64 {
            let bytes = min(8, max(0, key.length - start))
            return bytes == 8 ? .max : (1 << UInt64(bytes * 8)) - 1
        }
        self.init(
            field: Int32(key.field), isAlias: key.isAlias, sharesCell: key.sharesCell,
            isUsual: key.length <= 24 && plan.pointee.kind.isUsual, next: Int32(key.next), plan: plan, text: key.text,
            length: Int32(key.length))
        words = (
            raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        )
        masks = (mask(0), mask(8), mask(16))
    }
}
