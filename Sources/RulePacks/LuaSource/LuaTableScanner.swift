import LuaSyntax

/// Finds every literal table of a file and the declarations that own one.
///
/// Open brackets and blocks are on a stack of its own, so that no depth of nesting overflows the host's.
struct LuaTableScanner {
    private(set) var tables: [LuaSourceMap.Table] = []
    private(set) var declarations: [LuaSourceMap.Declaration.Name: [LuaSourceMap.Declaration]] = [:]

    private let tokens: [LuaToken]
    private var place = 0
    private var frames: [Frame] = []
    /// The value that starts at `place`, if a field of a literal table just got that far.
    private var field: (table: Int, key: LuaSourceMap.Key)?

    /// The declaration whose table starts at a token further on.
    private var awaited: (place: Int, name: LuaSourceMap.Declaration.Name, position: LuaPosition)?

    private struct Frame {
        enum Kind {
            case block
            case bracket
            /// Its place among the tables.
            case table(Int)
        }

        let kind: Kind
        /// The sign that closes it; nil for a block.
        let end: LuaSymbol?
        /// The field whose value begins with this table.
        var owner: (table: Int, key: LuaSourceMap.Key)?
        var startsField = true
        /// The index of the next field without a key.
        var nextIndex = 1
    }

    init(_ tokens: [LuaToken]) { self.tokens = tokens }

    /// Stops where a bracket or a block is closed that is not open.
    mutating func scan() {
        while place < tokens.count {
            field = nil
            startField()
            noteDeclaration()
            guard place < tokens.count, step() else { return }
            place += 1
        }
    }

    private func kind(_ place: Int) -> LuaToken.Kind? { place < tokens.count ? tokens[place].kind : nil }

    /// Where a field of a literal table starts here, records it and moves to its value.
    private mutating func startField() {
        guard let top = frames.last, top.startsField, case .table(let table) = top.kind else { return }
        switch kind(place) {
        case .symbol(.comma), .symbol(.semicolon), .symbol(.rightBrace): return
        default: frames[frames.count - 1].startsField = false
        }
        let position = tokens[place].position
        let key: LuaSourceMap.Key
        if case .name(let name) = kind(place), kind(place + 1) == .symbol(.assign) {
            key = .name(name)
            place += 2
        } else if kind(place) == .symbol(.leftBracket) {
            guard kind(place + 2) == .symbol(.rightBracket), kind(place + 3) == .symbol(.assign) else { return }
            switch kind(place + 1) {
            case .string(let bytes): key = .name(String(decoding: bytes, as: UTF8.self))
            case .integer(let index): key = .index(Int(index))
            default: return
            }
            place += 4
        } else {
            key = .index(top.nextIndex)
            frames[frames.count - 1].nextIndex += 1
        }
        tables[table].fields[key] = LuaSourceMap.Field(position: position)
        field = (table, key)
    }

    /// Records a declaration whose first word stands here and whose argument is a literal table.
    private mutating func noteDeclaration() {
        let word: String
        var next = place + 1
        var name: String?
        switch kind(place) {
        case .keyword(.return) where frames.isEmpty:
            word = "return"
        case .name(let text) where place == 0 || !Self.precedesField(tokens[place - 1].kind):
            word = text
            let opens = kind(next) == .symbol(.leftParenthesis)
            if case .string(let bytes) = kind(opens ? next + 1 : next) {
                name = String(decoding: bytes, as: UTF8.self)
                next += opens ? 2 : 1
                if opens {
                    guard kind(next) == .symbol(.rightParenthesis) else { return }
                    next += 1
                }
            }
        default:
            return
        }
        if kind(next) == .symbol(.leftParenthesis) { next += 1 }
        guard kind(next) == .symbol(.leftBrace) else { return }
        awaited = (next, LuaSourceMap.Declaration.Name(kind: word, name: name), tokens[place].position)
    }

    private static func precedesField(_ kind: LuaToken.Kind) -> Bool { kind == .symbol(.dot) || kind == .symbol(.colon) }

    /// Opens or closes what the token at `place` opens or closes; false where nothing is open that it could close.
    private mutating func step() -> Bool {
        switch tokens[place].kind {
        case .keyword(.function), .keyword(.if), .keyword(.do), .keyword(.repeat):
            frames.append(Frame(kind: .block, end: nil))
        case .keyword(.end), .keyword(.until):
            return close(nil)
        case .symbol(.leftParenthesis):
            frames.append(Frame(kind: .bracket, end: .rightParenthesis))
        case .symbol(.leftBracket):
            frames.append(Frame(kind: .bracket, end: .rightBracket))
        case .symbol(.leftBrace):
            openTable()
        case .symbol(let symbol) where symbol == .rightParenthesis || symbol == .rightBracket || symbol == .rightBrace:
            return close(symbol)
        case .symbol(.comma), .symbol(.semicolon):
            if !frames.isEmpty { frames[frames.count - 1].startsField = true }
        default:
            break
        }
        return true
    }

    private mutating func openTable() {
        let table = tables.count
        tables.append(LuaSourceMap.Table())
        frames.append(Frame(kind: .table(table), end: .rightBrace, owner: field))
        if let awaited, awaited.place == place {
            declarations[awaited.name, default: []].append(.init(position: awaited.position, table: table))
        }
    }

    private mutating func close(_ end: LuaSymbol?) -> Bool {
        guard let frame = frames.popLast(), frame.end == end else { return false }
        guard case .table(let table) = frame.kind, let owner = frame.owner else { return true }
        switch kind(place + 1) {
        case .symbol(.comma), .symbol(.semicolon), .symbol(.rightBrace):
            tables[owner.table].fields[owner.key]?.table = table
        // The table is only the beginning of the value: `{ … } .. x`.
        default: break
        }
        return true
    }
}
