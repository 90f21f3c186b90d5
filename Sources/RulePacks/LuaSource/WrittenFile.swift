package import LuaSyntax

/// A rule file or module as a tree, with the rules that are written in it.
package struct WrittenFile: Sendable {
    package let source: SourceFile
    package let block: LuaBlock
    /// In the order of the file; a declaration stands before its parts.
    package let rules: [WrittenRule]
    /// Functions that the file's own locals hold, by the local's name; only of locals that are given a value once.
    package let functions: [String: LuaFunctionBody]
    /// Values of the file's other locals that are given a value once.
    package let values: [String: LuaExpression]

    /// - Throws: `LuaSourceError` where the text is not Lua.
    package init(_ source: SourceFile) throws(LuaSourceError) {
        self.source = source
        block = try LuaParser.parse(source.bytes)
        var functions: [String: LuaFunctionBody] = [:]
        var values: [String: LuaExpression] = [:]
        var seen: Set<String> = []
        var rules: [WrittenRule] = []
        func isOnlyValue(_ name: String) -> Bool {
            if seen.insert(name).inserted, !source.map.assignedNames.contains(name) { return true }
            functions[name] = nil
            values[name] = nil
            return false
        }
        for statement in block.statements {
            switch statement.kind {
            case .local(let names, let given):
                for (place, local) in names.enumerated() where isOnlyValue(local.name.text) && place < given.count {
                    if case .function(let body) = given[place].kind { functions[local.name.text] = body } else { values[local.name.text] = given[place] }
                }
            case .localFunction(let name, let body):
                if isOnlyValue(name.text) { functions[name.text] = body }
            case .call(let call):
                rules += WrittenRules(file: source.name).rules(of: call, statement)
            default: break
            }
        }
        self.functions = functions
        self.values = values
        self.rules = rules
    }

    package func rule(_ path: String) -> WrittenRule? { rules.first { $0.path == path } }

    /// The function that an expression gives: one written there, or one that a local of the file holds.
    package func function(_ expression: LuaExpression?) -> LuaFunctionBody? {
        switch expression?.kind {
        case .function(let body)?: body
        case .parentheses(let inner)?: function(inner)
        case .name(let name)?: functions[name]
        default: nil
        }
    }
}
