extension LuaParser {
    mutating func block() throws(LuaSourceError) -> LuaBlock {
        let first = firstByte
        var statements: [LuaStatement] = []
        while true {
            while take(.semicolon) {}
            guard let token, !LuaParser.endsBlock(token) else { break }
            let statement = try nested { parser throws(LuaSourceError) in try parser.statement(token) }
            statements.append(statement)
            if case .return = statement.kind { break }
        }
        return LuaBlock(statements: statements, bytes: first..<max(first, lastByte))
    }

    private static func endsBlock(_ token: LuaToken) -> Bool {
        switch token.kind {
        case .keyword(.end), .keyword(.else), .keyword(.elseif), .keyword(.until): true
        default: false
        }
    }

    private mutating func statement(_ first: LuaToken) throws(LuaSourceError) -> LuaStatement {
        let kind = try statementKind(first)
        return LuaStatement(kind: kind, position: first.position, bytes: first.bytes.lowerBound..<lastByte)
    }

    private mutating func statementKind(_ first: LuaToken) throws(LuaSourceError) -> LuaStatement.Kind {
        switch first.kind {
        case .keyword(let keyword):
            place += 1
            switch keyword {
            case .if: return try branches(first)
            case .while:
                let condition = try expression()
                return .while(condition, try body(.do, first))
            case .do:
                let block = try block()
                try need(.end, closing: first)
                return .do(block)
            case .for: return try loop(first)
            case .repeat:
                let block = try block()
                try need(.until, closing: first)
                return .repeat(block, until: try expression())
            case .function: return try namedFunction(first)
            case .local: return try local()
            case .return: return try results()
            case .break: return .break
            case .goto: return .goto(try name("the name of a label"))
            default:
                place -= 1
                throw unexpected(first, instead: "a statement")
            }
        case .symbol(.label):
            place += 1
            let label = try name("the name of a label")
            try need(.label)
            return .label(label)
        default: return try callOrAssignment(first)
        }
    }

    /// `do` or `then`, a block and `end`.
    private mutating func body(_ word: LuaKeyword, _ opening: LuaToken) throws(LuaSourceError) -> LuaBlock {
        try need(word)
        let block = try block()
        try need(.end, closing: opening)
        return block
    }

    private mutating func branches(_ opening: LuaToken) throws(LuaSourceError) -> LuaStatement.Kind {
        var branches: [LuaBranch] = []
        repeat {
            let condition = try expression()
            try need(.then)
            branches.append(LuaBranch(condition: condition, block: try block()))
        } while take(.elseif)
        let otherwise = take(.else) ? try block() : nil
        try need(.end, closing: opening)
        return .if(branches, otherwise: otherwise)
    }

    private mutating func loop(_ opening: LuaToken) throws(LuaSourceError) -> LuaStatement.Kind {
        var names = [try name()]
        if take(.assign) {
            let from = try expression()
            try need(.comma)
            let to = try expression()
            let step = take(.comma) ? try expression() : nil
            return .count(names[0], from: from, to: to, step: step, try body(.do, opening))
        }
        while take(.comma) { names.append(try name()) }
        try need(.in)
        let over = try expressions()
        return .iterate(names, over: over, try body(.do, opening))
    }

    private mutating func namedFunction(_ opening: LuaToken) throws(LuaSourceError) -> LuaStatement.Kind {
        var path = [try name("the name of the function")]
        while take(.dot) { path.append(try name()) }
        let method = take(.colon) ? try name() : nil
        return .function(path: path, method: method, try function(from: opening))
    }

    private mutating func local() throws(LuaSourceError) -> LuaStatement.Kind {
        if let opening = token, take(.function) {
            let name = try name("the name of the function")
            return .localFunction(name, try function(from: opening))
        }
        var names: [LuaLocal] = []
        repeat {
            var local = LuaLocal(name: try name(), attribute: nil)
            if take(.less) {
                local.attribute = try name("`const` or `close`")
                try need(.greater)
            }
            names.append(local)
        } while take(.comma)
        return .local(names, take(.assign) ? try expressions() : [])
    }

    private mutating func results() throws(LuaSourceError) -> LuaStatement.Kind {
        var values: [LuaExpression] = []
        if let token, !LuaParser.endsBlock(token), !isNext(.semicolon) { values = try expressions() }
        _ = take(.semicolon)
        return .return(values)
    }

    private mutating func callOrAssignment(_ first: LuaToken) throws(LuaSourceError) -> LuaStatement.Kind {
        let target = try suffixed()
        guard isNext(.assign) || isNext(.comma) else {
            switch target.kind {
            case .call, .method: return .call(target)
            default:
                throw LuaSourceError(
                    message: "\(words(first)) on its own does nothing: give it to something with `=`, or return it", position: first.position)
            }
        }
        var targets = [target]
        while take(.comma) { targets.append(try suffixed()) }
        for target in targets {
            switch target.kind {
            case .name, .index: break
            default: throw LuaSourceError(message: "only a name or a field can be given a value", position: target.position)
            }
        }
        try need(.assign)
        return .assign(targets, try expressions())
    }
}
