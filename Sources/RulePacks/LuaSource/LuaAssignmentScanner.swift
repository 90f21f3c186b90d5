import LuaSyntax

/// Finds the names that stand as the target of an assignment, whichever variable they mean there.
struct LuaAssignmentScanner {
    private let tokens: [LuaToken]
    private var assigned: Set<String> = []
    /// What is open: a bracket by the sign that closes it, a block by nil.
    private var open: [LuaSymbol?] = []
    /// For the file and each open block, the names that are assigned to if a `=` follows before the statement ends.
    private var targets: [[String]] = [[]]

    init(_ tokens: [LuaToken]) { self.tokens = tokens }

    /// Stops where a bracket or a block is closed that is not open.
    mutating func scan() -> Set<String> {
        var place = 0
        while place < tokens.count {
            guard let next = step(place) else { break }
            place = next
        }
        return assigned
    }

    private func kind(_ place: Int) -> LuaToken.Kind? { tokens.indices.contains(place) ? tokens[place].kind : nil }

    private var isInBlock: Bool { open.last.map { $0 == nil } ?? true }

    /// - Returns: the next token to look at, nil to stop.
    private mutating func step(_ place: Int) -> Int? {
        switch tokens[place].kind {
        case .keyword(let keyword):
            return step(place, keyword)
        case .symbol(.leftParenthesis): open.append(.rightParenthesis)
        case .symbol(.leftBracket): open.append(.rightBracket)
        case .symbol(.leftBrace): open.append(.rightBrace)
        case .symbol(let symbol) where symbol == .rightParenthesis || symbol == .rightBracket || symbol == .rightBrace:
            guard open.popLast() == symbol else { return nil }
        case .symbol(.semicolon) where isInBlock, .symbol(.label) where isInBlock:
            targets[targets.count - 1] = []
        case .symbol(.assign) where isInBlock:
            assigned.formUnion(targets[targets.count - 1])
            targets[targets.count - 1] = []
        case .name(let name) where isInBlock:
            meet(name, at: place)
        default: break
        }
        return place + 1
    }

    private mutating func meet(_ name: String, at place: Int) {
        let before = kind(place - 1)
        // Two operands side by side are never one expression, so a statement starts here.
        if before.map(Self.endsOperand) == true { targets[targets.count - 1] = [] }
        guard before != .symbol(.dot), before != .symbol(.colon) else { return }
        if kind(place + 1) == .symbol(.comma) || kind(place + 1) == .symbol(.assign) {
            targets[targets.count - 1].append(name)
        }
    }

    private static func endsOperand(_ kind: LuaToken.Kind) -> Bool {
        switch kind {
        case .name, .string, .integer, .float: true
        case .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.rightBrace), .symbol(.varargs): true
        default: false
        }
    }

    private mutating func step(_ place: Int, _ keyword: LuaKeyword) -> Int? {
        if isInBlock { targets[targets.count - 1] = [] }
        switch keyword {
        case .local, .for:
            let end = LuaLocalNames(in: tokens, after: place).end
            return kind(end) == .symbol(.assign) ? end + 1 : end
        case .function:
            if case .name(let name) = kind(place + 1), kind(place + 2) == .symbol(.leftParenthesis),
                kind(place - 1) != .keyword(.local)
            {
                assigned.insert(name)
            }
            openBlock()
        case .if, .do, .repeat:
            openBlock()
        case .end, .until:
            guard let last = open.popLast(), last == nil else { return nil }
            targets.removeLast()
        default: break
        }
        return place + 1
    }

    private mutating func openBlock() {
        open.append(nil)
        targets.append([])
    }
}
