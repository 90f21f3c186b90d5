import LuaSyntax

extension RuleWording {
    /// What the file defines for its own rules, in order: `resident` and `param.area[n.borough]`. Modules that it loads
    /// and lone texts are left out, and so is what stands inside functions.
    var definitions: [(name: String, text: String)] {
        var definitions: [(name: String, text: String)] = []
        var place = 0
        while place < tokens.count {
            let start = place
            if kind(place) == .keyword(.local) { place += 1 }
            if kind(place) == .keyword(.function), let body = body(ofFunctionAt: place) {
                if let name = name(after: place) { definitions.append((name, text(body))) }
                place = body.upperBound + 1
            } else if place > start, case .name(let name) = kind(place), kind(place + 1) == .symbol(.assign) {
                let end = end(ofExpressionAt: place + 2)
                if !isPlain(place + 2..<end) { definitions.append((name, words(place + 2..<end))) }
                place = end
            } else {
                place = max(end(ofExpressionAt: start), start + 1)
            }
        }
        return definitions
    }

    /// A module, or a text that several rules share: shown where it is used, if at all.
    private func isPlain(_ value: Range<Int>) -> Bool {
        if value.isEmpty || kind(value.lowerBound) == .name("require") { return true }
        if case .string = kind(value.lowerBound) { return value.count == 1 }
        return false
    }

    /// `resident` or `custody.now`, after the word `function`; nil for a function without a name.
    private func name(after place: Int) -> String? {
        var name: String?
        var next = place + 1
        while case .name(let part) = kind(next) {
            name = name.map { "\($0).\(part)" } ?? part
            guard kind(next + 1) == .symbol(.dot) else { break }
            next += 2
        }
        return name
    }

    /// Where the statement that goes on at a token ends: a new line on which nothing carries on what came before.
    private func end(ofExpressionAt start: Int) -> Int {
        var depth = 0
        for place in start..<max(start, tokens.count) {
            if depth == 0, place > start, tokens[place].position.line > tokens[place - 1].position.line, !carriesOn(place) { return place }
            depth += nesting(place)
        }
        return max(start, tokens.count)
    }

    private func carriesOn(_ place: Int) -> Bool {
        [place, place - 1].contains { place in
            switch kind(place) {
            case .keyword(.and), .keyword(.or), .keyword(.not): true
            case .symbol(let symbol): RuleWording.joins.contains(symbol)
            default: false
            }
        }
    }

    private static let joins: Set<LuaSymbol> = [
        .concatenate, .plus, .minus, .times, .divide, .floorDivide, .modulo, .comma, .assign, .equal, .notEqual, .less, .greater,
        .lessOrEqual, .greaterOrEqual, .dot, .colon,
    ]
}
