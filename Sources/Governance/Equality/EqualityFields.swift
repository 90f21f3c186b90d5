package import Cohorts
import FieldDefinitions
import Notation

/// Which fields people are grouped by.
package struct EqualityFields: Sendable {
    let fields: [EqualityField]
    /// They were asked for by name: none is left out for want of data.
    let isChosen: Bool

    /// Every protected field, ethnicity also in broad groups, and age crossed with sex.
    package init(layout: RowLayout) {
        var fields: [EqualityField] = []
        for id in layout.topFields where layout.fields[id].definition.sensitivity == .protected && layout.fields[id].definition.readInstead == nil {
            guard let field = try? EqualityFields.field(layout.fields[id].path, layout) else { continue }
            if field.name == "ethnicity", let broad = EqualityFields.broad(field) { fields.append(broad) }
            fields.append(field)
        }
        self.init(fields: fields, isChosen: false)
    }

    /// - Parameter names: `sex`, `needs.drugs`, or two crossed: `age+sex`.
    /// - Throws: `GovernanceError` where one is no field that puts people into groups.
    package init(_ names: [String], layout: RowLayout) throws(GovernanceError) {
        guard !names.isEmpty else { throw GovernanceError("`--by` names no field: write it as in `--by sex,age`") }
        var fields: [EqualityField] = []
        for name in names where !fields.contains(where: { $0.name == name }) {
            let parts = name.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
            switch parts.count {
            case 1: fields.append(try EqualityFields.field(name, layout))
            case 2:
                let (a, b) = (try EqualityFields.field(parts[0], layout), try EqualityFields.field(parts[1], layout))
                fields.append(EqualityField(name: name, title: "\(a.title) and \(b.title)", kind: .crossed(a, b)))
            default: throw GovernanceError("`\(name)` crosses more than two fields: the groups would be too small to show")
            }
        }
        self.init(fields: fields, isChosen: true)
    }

    private init(fields: [EqualityField], isChosen: Bool) {
        var fields = fields
        if let age = fields.first(where: { $0.name == "age" }), let sex = fields.first(where: { $0.name == "sex" }),
            !fields.contains(where: { $0.name == "age+sex" })
        {
            fields.append(EqualityField(name: "age+sex", title: "\(age.title) and \(sex.title)", kind: .crossed(age, sex)))
        }
        self.fields = fields
        self.isChosen = isChosen
    }

    /// Names and titles of the single fields that are protected, to choose among.
    package static func choices(_ layout: RowLayout) -> [(name: String, title: String)] {
        EqualityFields(layout: layout).fields.filter { !$0.isCrossed }.map { ($0.name, $0.title) }
    }

    private static func broad(_ field: EqualityField) -> EqualityField? {
        guard case .enumeration(let cell, let values, _) = field.kind else { return nil }
        return EqualityField(name: "ethnic_group", title: "ethnic group", kind: .ethnicGroup(cell: cell, values: values))
    }

    private static func field(_ path: String, _ layout: RowLayout) throws(GovernanceError) -> EqualityField {
        if path == "ethnic_group", let broad = broad(try field("ethnicity", layout)) { return broad }
        guard let id = layout.id(ofPath: path) else {
            let near = nearestName(to: path, in: layout.fields.filter { $0.list == nil }.map(\.path) + ["ethnic_group"])
            throw GovernanceError("there is no field `\(path)` to group people by" + (near.map { "; did you mean `\($0)`?" } ?? ""))
        }
        let field = layout.fields[id]
        func refused(_ why: String) -> GovernanceError {
            GovernanceError("people cannot be grouped by `\(path)`: \(why); name a field such as `sex`, `age` or `borough`")
        }
        if field.list != nil { throw refused("it is part of a list") }
        let kind: EqualityField.Kind
        switch field.definition.type {
        case .bool: kind = .bool(cell: field.cell)
        case .enumeration(let values): kind = .enumeration(cell: field.cell, values: values.values, meanings: values.meanings)
        case .string where path != "id": kind = .text(cell: field.cell)
        case .int(let range?) where range.upperBound - range.lowerBound <= 20: kind = .int(cell: field.cell)
        case .yearsSince: kind = .age(cell: field.cell)
        case .string, .words: throw refused("nearly everybody has a value of their own")
        case .int, .number, .percent, .date: throw refused("it has too many values")
        case .list: throw refused("it is a list")
        case .record: throw refused("it has parts")
        }
        return EqualityField(name: path, title: field.definition.title, kind: kind)
    }
}
