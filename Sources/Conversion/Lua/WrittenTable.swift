import FieldDefinitions
import LuaSyntax
import RulePacks

/// Where a matrix or a decision table stands in a pack, with what it says.
struct WrittenTable {
    let program: RuleProgram
    let file: WrittenFile
    /// The whole statement.
    let declaration: WrittenRule
    let functions: FunctionReader

    /// - Parameter path: `matrix.sac`, `table.tier`
    init(_ program: RuleProgram, path: String, file name: String, words: String) throws(ConversionError) {
        guard let file = program.pack.writtenFiles.first(where: { $0.source.name == name }), let rule = file.rule(path) else {
            throw ConversionError(
                "\(words) is made by code and not written out as a table, so it cannot be converted: write it as `… { title = …, rows = { … } }`", file: name)
        }
        self.program = program
        self.file = file
        declaration = rule
        functions = FunctionReader(pack: program.pack, file: file)
    }

    func rule(_ path: String) -> WrittenRule? { file.rule(path) }

    func text(_ expression: LuaExpression) -> String { String(decoding: file.source.bytes[expression.bytes], as: UTF8.self) }

    /// A number with its digits, where they are written out; else from its value.
    func number(_ value: Double, _ expression: LuaExpression?) -> WrittenNumber {
        guard let expression, let written = WrittenNumber(text(expression)), written.value == value else { return WrittenNumber(value) }
        return written
    }

    func optional(_ value: Double?, _ expression: LuaExpression?) -> WrittenNumber? { value.map { number($0, expression) } }

    /// A value with the text that a cell has for it.
    func value(_ value: TableValue, _ expression: LuaExpression?) -> WrittenValue {
        guard case .number(let number) = value else { return WrittenValue(value) }
        return WrittenValue(value, text: self.number(number, expression).text)
    }

    /// A text written out in quotes; nil for anything else.
    func literal(_ expression: LuaExpression?) -> String? {
        guard case .string(let bytes)? = expression?.kind else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func reading(_ expression: LuaExpression?, _ words: String) throws(ConversionError) -> Reading {
        if let field = functions.field(expression) { return .field(field) }
        return .lua(try lua(expression, words))
    }

    /// A function as it is written.
    func lua(_ expression: LuaExpression?, _ words: String) throws(ConversionError) -> String {
        guard let expression else {
            throw ConversionError(
                "\(words) is made by code, so its Lua cannot be taken along: write it out in braces", file: file.source.name, line: declaration.position.line)
        }
        return text(expression)
    }

    /// What `fields.lua` says of the local fields among some.
    func fields(_ paths: [String]) -> [LocalField] {
        paths.filter { $0.hasPrefix("local.") }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            .compactMap { program.pack.catalogue.field(at: $0).flatMap(LocalField.init) }
    }

    /// The items of a list in braces under a key; nil where it is not written out.
    func list(_ key: String) -> [LuaTableField]? {
        if case .table(let fields)? = declaration[key]?.kind { fields } else { nil }
    }
}
