import LuaSyntax
import RulePacks

/// A file of a pack with what its names stand for.
final class FileScope {
    let written: WrittenFile
    /// Locals of the file, whether or not it can be told what they hold.
    let declared: Set<String>
    /// Tables that the file changes after it made them.
    let altered: Set<String>
    /// What has been worked out of the file's locals.
    var values: [String: SymbolicValue] = [:]
    var inProgress: Set<String> = []

    init(_ written: WrittenFile) {
        self.written = written
        var declared: Set<String> = []
        for statement in written.block.statements {
            switch statement.kind {
            case .local(let names, _): declared.formUnion(names.map(\.name.text))
            case .localFunction(let name, _): declared.insert(name.text)
            default: break
            }
        }
        self.declared = declared
        var scan = AlterationScan()
        scan.block(written.block)
        altered = scan.names
    }

    func origin(_ expression: LuaExpression) -> Origin {
        let text = String(decoding: written.source.bytes[expression.bytes], as: UTF8.self)
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Origin(text: line.count > 90 ? line.prefix(87) + "…" : line, file: written.source.name, position: expression.position)
    }
}

/// Names of tables into which statements write, in functions too: `t[k] = v`, `table.insert(t, v)`.
private struct AlterationScan {
    var names: Set<String> = []

    mutating func block(_ block: LuaBlock) {
        for statement in block.statements { self.statement(statement) }
    }

    private mutating func statement(_ statement: LuaStatement) {
        switch statement.kind {
        case .local(_, let values), .return(let values): for value in values { expression(value) }
        case .assign(let targets, let values):
            for target in targets { if case .index(let of, _) = target.kind, let name = root(of) { names.insert(name) } }
            for value in values { expression(value) }
        case .call(let call):
            expression(call)
            // A declaration takes its table as it is; any other statement that is given one may change it.
            if case .call(_, let arguments) = call.kind { for argument in arguments { if let name = root(argument) { names.insert(name) } } }
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
        case .count(_, _, _, _, let block): self.block(block)
        case .iterate(_, _, let block): self.block(block)
        case .function(_, _, let body), .localFunction(_, let body): block(body.block)
        case .break, .goto, .label: break
        }
    }

    private mutating func expression(_ expression: LuaExpression) {
        switch expression.kind {
        case .function(let body): block(body.block)
        case .call(let callee, let arguments):
            self.expression(callee)
            for argument in arguments { self.expression(argument) }
        case .table(let fields): for field in fields { self.expression(field.value) }
        case .binary(_, let a, let b):
            self.expression(a)
            self.expression(b)
        case .unary(_, let inner), .parentheses(let inner): self.expression(inner)
        default: break
        }
    }

    private func root(_ expression: LuaExpression) -> String? {
        switch expression.kind {
        case .name(let name): name
        case .index(let of, _): root(of)
        default: nil
        }
    }
}
