import LuaSyntax

/// What a piece of code mentions, wherever it stands in it: chains of names such as `n.needs.drugs`, numbers and texts.
struct TreeMentions {
    private(set) var paths: Set<[String]> = []
    private(set) var numbers: Set<Double> = []
    private(set) var texts: Set<String> = []
    private var depth = 0

    mutating func add(_ block: LuaBlock) {
        for statement in block.statements { add(statement) }
    }

    private mutating func add(_ statement: LuaStatement) {
        switch statement.kind {
        case .local(_, let values), .return(let values): add(values)
        case .assign(let targets, let values): add(targets + values)
        case .call(let call): add(call)
        case .do(let block): add(block)
        case .while(let condition, let block):
            add(condition)
            add(block)
        case .repeat(let block, let condition):
            add(block)
            add(condition)
        case .if(let branches, let otherwise):
            for branch in branches {
                add(branch.condition)
                add(branch.block)
            }
            if let otherwise { add(otherwise) }
        case .count(_, let from, let to, let step, let block):
            add([from, to] + [step].compactMap(\.self))
            add(block)
        case .iterate(_, let over, let block):
            add(over)
            add(block)
        case .function(_, _, let body), .localFunction(_, let body): add(body.block)
        case .break, .goto, .label: break
        }
    }

    private mutating func add(_ expressions: [LuaExpression]) {
        for expression in expressions { add(expression) }
    }

    mutating func add(_ expression: LuaExpression) {
        guard depth < 200 else { return }
        depth += 1
        defer { depth -= 1 }
        switch expression.kind {
        case .integer(let value): numbers.insert(Double(value))
        case .float(let value): numbers.insert(value)
        case .string(let bytes): texts.insert(String(decoding: bytes, as: UTF8.self))
        case .name(let name): paths.insert([name])
        case .index(let of, let key):
            if let path = TreeMentions.path(expression) {
                paths.insert(path)
            } else {
                add([of, key])
            }
        case .call(let callee, let arguments): add([callee] + arguments)
        case .method(let of, _, let arguments):
            // `n:get("ogrs2", 0)` mentions `n.ogrs2`.
            if let path = TreeMentions.path(of), case .string(let name)? = arguments.first?.kind {
                paths.insert(path + [String(decoding: name, as: UTF8.self)])
            }
            add([of] + arguments)
        case .function(let body): add(body.block)
        case .table(let fields):
            for field in fields {
                if case .expression(let key) = field.key { add(key) }
                add(field.value)
            }
        case .unary(_, let operand), .parentheses(let operand): add(operand)
        case .binary(_, let left, let right): add([left, right])
        case .nil, .bool, .varargs: break
        }
    }

    private static func path(_ expression: LuaExpression) -> [String]? {
        var names: [String] = []
        var expression = expression
        while case .index(let of, let key) = expression.kind {
            guard case .string(let name) = key.kind else { return nil }
            names.append(String(decoding: name, as: UTF8.self))
            expression = of
        }
        guard case .name(let root) = expression.kind else { return nil }
        return [root] + names.reversed()
    }
}
