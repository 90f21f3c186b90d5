import FieldDefinitions
import LuaSyntax
import RulePacks

/// Changes a declaration of a Lua file where it says something else than is wanted, and nowhere else.
struct TableEditor {
    let written: WrittenTable
    let text: DeclarationText
    var patch: SourcePatch
    var changes: [String] = []

    init(_ written: WrittenTable, catalogue: FieldCatalogue) {
        self.written = written
        text = DeclarationText(catalogue: catalogue)
        patch = SourcePatch(written.file.source.bytes)
    }

    // MARK: What both kinds have

    /// The declaration's table, braces included.
    private var braces: Range<Int> {
        let rule = written.declaration
        let bytes = patch.bytes
        let first = rule.fields.first?.bytes.lowerBound ?? rule.bytes.upperBound
        let start = bytes[rule.bytes.lowerBound..<first].lastIndex(of: UInt8(ascii: "{")) ?? rule.bytes.lowerBound
        let end = bytes[..<rule.bytes.upperBound].lastIndex(of: UInt8(ascii: "}")) ?? rule.bytes.upperBound - 1
        return start..<end + 1
    }

    mutating func heading(_ key: String, _ old: String?, _ new: String?) {
        guard old != new else { return }
        patch.set(key, to: new.map(LuaText.quoted), in: written.declaration.fields, table: braces)
        note("the \(key)", old, new)
    }

    /// Changes the value under a key of the declaration.
    mutating func set(_ key: String, to lua: String?) { patch.set(key, to: lua, in: written.declaration.fields, table: braces) }

    mutating func note(_ what: String, _ old: String?, _ new: String?, was expression: LuaExpression? = nil) {
        var sentence =
            switch (old, new) {
            case (let old?, let new?): "\(what): `\(old)` becomes `\(new)`"
            case (nil, let new?): "\(what): `\(new)` is new"
            case (let old?, nil): "\(what): `\(old)` is gone"
            case (nil, nil): what
            }
        if let name = parameter(expression) { sentence += "; it was `param.\(name)`, which stays as it is in `pack.lua`" }
        changes.append(sentence)
    }

    private func parameter(_ expression: LuaExpression?) -> String? {
        guard case .index(let of, let key)? = expression?.kind, case .name("param") = of.kind, case .string(let name) = key.kind else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    func key(_ key: String, of rule: WrittenRule?) -> LuaExpression? { rule?[key] }

    func list(_ key: String) throws(ConversionError) -> (fields: [LuaTableField], range: Range<Int>) {
        guard let expression = written.declaration[key], case .table(let fields) = expression.kind else {
            throw ConversionError(
                "`\(key)` is made by code and not written out in braces, so it cannot be changed from outside: change it by hand", file: written.file.source.name,
                line: written.declaration.position.line)
        }
        return (fields, expression.bytes)
    }
}
