extension LuaParser {
    mutating func expressions() throws(LuaSourceError) -> [LuaExpression] {
        var list = [try expression()]
        while take(.comma) { list.append(try expression()) }
        return list
    }

    mutating func expression() throws(LuaSourceError) -> LuaExpression { try expression(above: 0) }

    /// An expression whose binary operators all bind more tightly than `limit`.
    private mutating func expression(above limit: Int) throws(LuaSourceError) -> LuaExpression {
        try nested { parser throws(LuaSourceError) in
            var left = try parser.operand()
            var parts = 1
            while let (kind, priority) = parser.binaryOperator, priority.left > limit {
                parts += 1
                try parser.checkLength(parts)
                let written = parser.takeOperator(kind)
                let right = try parser.expression(above: priority.right)
                left = LuaExpression(
                    kind: .binary(written, left, right), position: left.position, bytes: left.bytes.lowerBound..<right.bytes.upperBound)
            }
            return left
        }
    }

    private mutating func operand() throws(LuaSourceError) -> LuaExpression {
        let start = position
        let first = firstByte
        let unary: LuaOperator.Kind? =
            switch token?.kind {
            case .keyword(.not): .not
            case .symbol(.minus): .minus
            case .symbol(.length): .length
            case .symbol(.tilde): .bitXor
            default: nil
            }
        guard let unary else { return try simple() }
        let written = takeOperator(unary)
        let operand = try expression(above: LuaParser.unaryPriority)
        return LuaExpression(kind: .unary(written, operand), position: start, bytes: first..<operand.bytes.upperBound)
    }

    private mutating func simple() throws(LuaSourceError) -> LuaExpression {
        guard let token else { throw missing("a value", closing: nil) }
        let kind: LuaExpression.Kind? =
            switch token.kind {
            case .integer(let value): .integer(value)
            case .float(let value): .float(value)
            case .string(let bytes): .string(bytes)
            case .keyword(.nil): .nil
            case .keyword(.true): .bool(true)
            case .keyword(.false): .bool(false)
            case .symbol(.varargs): .varargs
            default: nil
            }
        if let kind {
            place += 1
            return LuaExpression(kind: kind, position: token.position, bytes: token.bytes)
        }
        switch token.kind {
        case .symbol(.leftBrace): return try table()
        case .keyword(.function):
            place += 1
            let body = try function(from: token)
            return LuaExpression(kind: .function(body), position: token.position, bytes: body.bytes)
        default: return try suffixed()
        }
    }

    /// A name or parentheses, with what follows: fields, indices, calls.
    mutating func suffixed() throws(LuaSourceError) -> LuaExpression {
        guard let token else { throw missing("a value", closing: nil) }
        var expression: LuaExpression
        switch token.kind {
        case .name(let text):
            place += 1
            expression = LuaExpression(kind: .name(text), position: token.position, bytes: token.bytes)
        case .symbol(.leftParenthesis):
            place += 1
            let inner = try self.expression()
            try need(.rightParenthesis, closing: token)
            expression = LuaExpression(kind: .parentheses(inner), position: token.position, bytes: token.bytes.lowerBound..<lastByte)
        default: throw missing("a value", closing: nil)
        }
        var parts = 1
        while let kind = try suffix(of: expression) {
            parts += 1
            try checkLength(parts)
            expression = LuaExpression(kind: kind, position: expression.position, bytes: expression.bytes.lowerBound..<lastByte)
        }
        return expression
    }

    private mutating func suffix(of expression: LuaExpression) throws(LuaSourceError) -> LuaExpression.Kind? {
        guard let token else { return nil }
        switch token.kind {
        case .symbol(.dot):
            place += 1
            let name = try name("the name of a field")
            let key = LuaExpression(kind: .string(Array(name.text.utf8)), position: name.position, bytes: name.bytes)
            return .index(of: expression, key: key)
        case .symbol(.leftBracket):
            place += 1
            let key = try self.expression()
            try need(.rightBracket, closing: token)
            return .index(of: expression, key: key)
        case .symbol(.colon):
            place += 1
            let name = try name("the name of a method")
            guard let arguments = try arguments() else { throw missing("what `\(name.text)` is called with", closing: nil) }
            return .method(of: expression, name: name, arguments)
        default: return try arguments().map { .call(expression, $0) }
        }
    }

    /// nil where no call follows.
    private mutating func arguments() throws(LuaSourceError) -> [LuaExpression]? {
        guard let token else { return nil }
        switch token.kind {
        case .string(let bytes):
            place += 1
            return [LuaExpression(kind: .string(bytes), position: token.position, bytes: token.bytes)]
        case .symbol(.leftBrace): return [try table()]
        case .symbol(.leftParenthesis):
            place += 1
            if take(.rightParenthesis) { return [] }
            let list = try expressions()
            try need(.rightParenthesis, closing: token)
            return list
        default: return nil
        }
    }

    private mutating func table() throws(LuaSourceError) -> LuaExpression {
        let opening = tokens[place]
        place += 1
        let fields = try nested { parser throws(LuaSourceError) in
            var fields: [LuaTableField] = []
            while !parser.isNext(.rightBrace) {
                var field = try parser.field()
                let separator = parser.token
                if parser.take(.comma) || parser.take(.semicolon) { field.separator = separator?.bytes }
                fields.append(field)
                if field.separator == nil { break }
            }
            return fields
        }
        try need(.rightBrace, closing: opening)
        return LuaExpression(kind: .table(fields), position: opening.position, bytes: opening.bytes.lowerBound..<lastByte)
    }

    private mutating func field() throws(LuaSourceError) -> LuaTableField {
        let first = firstByte
        var key = LuaTableField.Key.none
        if let token, token.kind == .symbol(.leftBracket) {
            place += 1
            key = .expression(try expression())
            try need(.rightBracket, closing: token)
            try need(.assign)
        } else if case .name? = token?.kind, place + 1 < tokens.count, tokens[place + 1].kind == .symbol(.assign) {
            key = .name(try name())
            place += 1
        }
        let value = try expression()
        return LuaTableField(key: key, value: value, bytes: first..<lastByte, separator: nil)
    }

    /// What follows the word `function`, or the name of one.
    mutating func function(from opening: LuaToken) throws(LuaSourceError) -> LuaFunctionBody {
        let list = token
        try need(.leftParenthesis)
        var parameters: [LuaName] = []
        var hasVarargs = false
        if !isNext(.rightParenthesis) {
            repeat {
                if take(.varargs) {
                    hasVarargs = true
                    break
                }
                parameters.append(try name("the name of a parameter"))
            } while take(.comma)
        }
        try need(.rightParenthesis, closing: list)
        let block = try nested { parser throws(LuaSourceError) in try parser.block() }
        try need(.end, closing: opening)
        return LuaFunctionBody(
            parameters: parameters, hasVarargs: hasVarargs, block: block, bytes: opening.bytes.lowerBound..<lastByte,
            position: opening.position)
    }

    // MARK: Operators

    private static let unaryPriority = 12

    private mutating func takeOperator(_ kind: LuaOperator.Kind) -> LuaOperator {
        defer { place += 1 }
        return LuaOperator(kind: kind, position: position, bytes: tokens[place].bytes)
    }

    /// The binary operator that comes next, and how tightly it binds what is left and right of it.
    private var binaryOperator: (LuaOperator.Kind, (left: Int, right: Int))? {
        switch token?.kind {
        case .keyword(.or): return (.or, (1, 1))
        case .keyword(.and): return (.and, (2, 2))
        case .symbol(.tilde): return (.bitXor, (5, 5))
        case .symbol(let symbol):
            guard let kind = LuaOperator.Kind(rawValue: symbol.rawValue) else { return nil }
            switch kind {
            case .less, .greater, .lessOrEqual, .greaterOrEqual, .notEqual, .equal: return (kind, (3, 3))
            case .bitOr: return (kind, (4, 4))
            case .bitAnd: return (kind, (6, 6))
            case .shiftLeft, .shiftRight: return (kind, (7, 7))
            case .concatenate: return (kind, (9, 8))
            case .plus, .minus: return (kind, (10, 10))
            case .times, .divide, .floorDivide, .modulo: return (kind, (11, 11))
            case .power: return (kind, (14, 13))
            case .or, .and, .not, .length, .bitXor: return nil
            }
        default: return nil
        }
    }
}
