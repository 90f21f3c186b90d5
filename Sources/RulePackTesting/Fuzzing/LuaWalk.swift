import LuaSyntax

/// Shows every expression of a file to somebody, each before its parts; the parts only where that is wanted.
struct LuaWalk {
    let visit: (LuaExpression) -> Bool

    func block(_ block: LuaBlock) { block.statements.forEach(statement) }

    func expression(_ expression: LuaExpression) {
        guard visit(expression) else { return }
        switch expression.kind {
        case .nil, .bool, .integer, .float, .string, .varargs, .name: break
        case .index(let object, let key): [object, key].forEach(self.expression)
        case .call(let callee, let arguments): ([callee] + arguments).forEach(self.expression)
        case .method(let object, _, let arguments): ([object] + arguments).forEach(self.expression)
        case .function(let body): block(body.block)
        case .table(let fields):
            for field in fields {
                if case .expression(let key) = field.key { self.expression(key) }
                self.expression(field.value)
            }
        case .unary(_, let operand), .parentheses(let operand): self.expression(operand)
        case .binary(_, let left, let right): [left, right].forEach(self.expression)
        }
    }

    private func statement(_ statement: LuaStatement) {
        switch statement.kind {
        case .local(_, let values), .return(let values): values.forEach(expression)
        case .assign(let targets, let values): (targets + values).forEach(expression)
        case .call(let call): expression(call)
        case .do(let block): self.block(block)
        case .while(let condition, let block), .repeat(let block, let condition):
            expression(condition)
            self.block(block)
        case .if(let branches, let otherwise):
            for branch in branches {
                expression(branch.condition)
                block(branch.block)
            }
            if let otherwise { block(otherwise) }
        case .count(_, let start, let end, let step, let block):
            ([start, end] + (step.map { [$0] } ?? [])).forEach(expression)
            self.block(block)
        case .iterate(_, let values, let block):
            values.forEach(expression)
            self.block(block)
        case .function(_, _, let body), .localFunction(_, let body): block(body.block)
        case .break, .goto, .label: break
        }
    }
}
