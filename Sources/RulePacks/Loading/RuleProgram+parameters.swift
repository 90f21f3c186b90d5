package import LuaRuntime

extension RuleProgram {
    /// What `param` holds, with the pack's own values.
    /// - Returns: the type that `param` is a namespace of.
    package static func addParameters(of pack: PackSource, to state: LuaState) -> Int {
        let type = state.addType("parameters")
        for parameter in pack.parameters {
            let constant: LuaConstant =
                switch parameter.value {
                case .number(let value): .number(value)
                case .bool(let value): .bool(value)
                case .text(let text): .pooled(state.intern(text))
                case .texts(let texts): set(texts.map { .pooled(state.intern($0)) }, state)
                case .numbers(let numbers): set(numbers.map { .number($0) }, state)
                }
            state.addField(LuaField(parameter.name, .constant(constant)), to: type)
        }
        return type
    }

    static func addParameters(of pack: PackSource, to state: LuaState, names: NameBook) -> Int {
        let type = addParameters(of: pack, to: state)
        names.register(type, NameBook.Entry(phrase: "there is no parameter", names: pack.parameters.map(\.name)))
        return type
    }

    private static func set(_ values: [LuaConstant], _ state: LuaState) -> LuaConstant {
        let set = state.addSet()
        state.assign(values, toSet: set)
        return .set(set)
    }
}
