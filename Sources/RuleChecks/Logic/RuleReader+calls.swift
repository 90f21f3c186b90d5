import FieldDefinitions
import LuaSyntax
import Notation
import RulePacks

extension RuleReader {
    func call(_ callee: SymbolicValue, _ arguments: [LuaExpression], _ expression: LuaExpression, _ scope: Scope) -> SymbolicValue {
        let values = arguments.map { value($0, scope) }
        switch callee {
        case .closure(let function): return result(of: function, values)
        case .word(let word): return standard(word, values)
        case .unknown(_, let why): return .unknown(key: nil, reason: why ?? "it calls `\(scope.file.origin(expression).text)`")
        default: return .unknown(key: nil, reason: nil)
        }
    }

    private func standard(_ word: String, _ values: [SymbolicValue]) -> SymbolicValue {
        func whole(_ value: SymbolicValue?) -> Int? {
            guard case .number(let term)? = value, term.isConstant, !term.followsRun, abs(term.constant) < 1_000_000 else { return nil }
            return Int(exactly: term.constant)
        }
        switch (word, values.first) {
        case ("require", .text(let name)?): return module(name)
        case ("filter", .table?): return values[0]
        case ("date", .text(let text)?):
            return Day(iso: text).map { .number(LinearTerm(date: $0.number)) } ?? .unknown(key: nil, reason: nil)
        case ("days", let count): return whole(count).map { .span(.days($0)) } ?? .unknown(key: nil, reason: nil)
        case ("months", let count): return whole(count).map { .span(.months($0)) } ?? .unknown(key: nil, reason: nil)
        case ("years", let count): return whole(count).map { .span(.months(12 * $0)) } ?? .unknown(key: nil, reason: nil)
        case ("math.min", _): return extreme(.lessOrEqual, values)
        case ("math.max", _): return extreme(.greaterOrEqual, values)
        case ("math.floor", .number(let term)?) where book.isWhole(term): return values[0]
        case ("math.ceil", .number(let term)?) where book.isWhole(term): return values[0]
        case ("tonumber", .number?): return values[0]
        case ("assert", _): return values.first ?? .nothing
        case ("error", _): return .unknown(key: nil, reason: nil)
        case ("print", _): return .nothing
        default:
            let isNumber = word.hasPrefix("math.")
            if isNumber, let first = values.first, values.count == 1 { return freeNumber(from: first, word) }
            return .unknown(key: nil, reason: word == "tostring" || word.hasPrefix("table.") ? nil : "it calls `\(word)`")
        }
    }

    // MARK: Methods

    func method(_ of: SymbolicValue, _ name: String, _ arguments: [SymbolicValue]) -> SymbolicValue {
        of.mapCases { self.plainMethod($0, name, arguments) }
    }

    private func plainMethod(_ of: SymbolicValue, _ name: String, _ arguments: [SymbolicValue]) -> SymbolicValue {
        switch (of, name) {
        case (.list(let path), _): return verb(path, name, arguments)
        case (.record(let path), "has"):
            guard case .text(let field)? = arguments.first, let full = fullPath(path, field) else { return .unknown(key: nil, reason: nil) }
            return .truth(known(full))
        case (.record(let path), "get"):
            guard case .text(let field)? = arguments.first, let full = fullPath(path, field) else { return .unknown(key: nil, reason: nil) }
            return .choice(known(full), self.field(path, field), arguments.count > 1 ? arguments[1] : .nothing)
        case (.item(let filter, let isLatest), "has"):
            guard case .text(let field)? = arguments.first else { return .unknown(key: nil, reason: nil) }
            return .truth(book.freeTruth(key: "\(isLatest) \(filter.key) has \(field)", paths: [filter.list]))
        case (.item(let filter, let isLatest), "get"):
            guard case .text(let field)? = arguments.first else { return .unknown(key: nil, reason: nil) }
            let has = book.freeTruth(key: "\(isLatest) \(filter.key) has \(field)", paths: [filter.list])
            return .choice(has, itemField(filter, isLatest, field), arguments.count > 1 ? arguments[1] : .nothing)
        case (.decision(let parts), "mean_score"):
            guard case .text(let matrix)? = arguments.first else { return .unknown(key: nil, reason: nil) }
            return .number(book.freeNumber(key: "d.\(parts.joined(separator: ".")).mean_score \(matrix)"))
        case (.unknown(_, let why), _): return .unknown(key: nil, reason: why ?? "it calls `:\(name)`")
        default: return .unknown(key: nil, reason: "it calls `:\(name)`")
        }
    }

    private func fullPath(_ record: String, _ name: String) -> String? {
        let parts = record.isEmpty ? program.pack.catalogue.fields : program.pack.catalogue.field(at: record)?.type.parts ?? []
        return parts.first { $0.name == name || $0.luaAliases.contains(name) }.map { record.isEmpty ? $0.name : "\(record).\($0.name)" }
    }

    private func verb(_ list: String, _ name: String, _ arguments: [SymbolicValue]) -> SymbolicValue {
        switch name {
        case "count": return .number(count(filter(list, arguments.first)))
        case "any": return .truth(.atom(Atom(variable: countVariable(filter(list, arguments.first)), test: .compare(.greaterOrEqual, 1))))
        case "latest", "earliest": return .item(filter(list, arguments.first), isLatest: name == "latest")
        case "all": return .truth(book.freeTruth(paths: [list]))
        case "sum": return .number(book.freeNumber(paths: [list]))
        case "has", "get": return .unknown(key: nil, reason: nil)
        default: return .unknown(key: nil, reason: "it calls `:\(name)`")
        }
    }

    // MARK: Filters

    private func filter(_ list: String, _ value: SymbolicValue?) -> FilterTerm {
        guard let value else { return FilterTerm(list: list) }
        let fields = program.pack.catalogue.field(at: list)?.type.parts ?? []
        guard case .table(let table) = value, let term = filter(list, table, fields) else {
            return FilterTerm(list: list, unlike: unlikeNumber())
        }
        return term
    }

    /// A number for each filter that cannot be told.
    func unlikeNumber() -> Int { book.place("filter \(book.variables.count)") { Variable(key: "", domain: .bool, paths: [], source: .other) } }

    private func filter(_ list: String, _ table: SymbolicTable, _ fields: [FieldDefinition]) -> FilterTerm? {
        var term = FilterTerm(list: list)
        for (name, value) in table.named.sorted(by: { $0.key < $1.key }) {
            switch (name, value) {
            case ("within", .span(let span)):
                term.from = later(term.from, FilterTerm.Bound(day: span.before(program.asOf).number, followsRun: true))
                term.to = FilterTerm.Bound(day: program.asOf.number, followsRun: true)
            case ("from", .number(let date)) where date.isConstant && abs(date.constant) < 1e9:
                let bound = FilterTerm.Bound(day: Int(date.constant), followsRun: date.followsRun)
                guard term.from.map({ $0.followsRun == bound.followsRun }) ?? true else { return nil }
                term.from = later(term.from, bound)
            case ("to", .number(let date)) where date.isConstant && abs(date.constant) < 1e9 && table.named["within"] == nil:
                term.to = FilterTerm.Bound(day: Int(date.constant), followsRun: date.followsRun)
            default:
                let isBound = name.hasPrefix("min_") || name.hasPrefix("max_")
                let field = isBound ? String(name.dropFirst(4)) : name
                guard let known = fields.first(where: { $0.name == field || $0.luaAliases.contains(field) }) else { return nil }
                if isBound {
                    guard case .number(let bound) = value, bound.isConstant, !bound.followsRun else { return nil }
                    if name.hasPrefix("min_") { term.least[known.name] = bound.constant } else { term.most[known.name] = bound.constant }
                } else {
                    guard let values = constants(value) else { return nil }
                    term.allowed[known.name] = Set(values)
                }
            }
        }
        return table.items.isEmpty ? term : nil
    }

    private func later(_ a: FilterTerm.Bound?, _ b: FilterTerm.Bound) -> FilterTerm.Bound { a.map { $0.day > b.day ? $0 : b } ?? b }

    private func constants(_ value: SymbolicValue) -> [String]? {
        switch value {
        case .text(let text): return [text]
        case .number(let term) where term.isConstant && !term.followsRun && !term.isDate: return [shortestText(term.constant)]
        case .truth(let formula): return formula.constant.map { [$0 ? "true" : "false"] }
        case .set(.texts(let texts)): return texts
        case .set(.numbers(let numbers)): return numbers.map { shortestText($0) }
        case .table(let table) where table.named.isEmpty:
            let parts = table.items.map(constants)
            return parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
        default: return nil
        }
    }
}
