import FieldDefinitions
import RulePacks

extension RuleReader {
    /// A field of a record by the name that Lua code uses.
    func field(_ record: String, _ name: String) -> SymbolicValue {
        let parts = record.isEmpty ? program.pack.catalogue.fields : program.pack.catalogue.field(at: record)?.type.parts ?? []
        guard let field = parts.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { return .unknown(key: nil, reason: nil) }
        let path = record.isEmpty ? field.name : "\(record).\(field.name)"
        switch field.type {
        case .record: return .record(path)
        case .list: return .list(path)
        default: return scalar(field, key: path, paths: pathAndAbove(path), source: .field(path))
        }
    }

    private func pathAndAbove(_ path: String) -> [String] {
        guard let dot = path.lastIndex(of: ".") else { return [path] }
        return pathAndAbove(String(path[..<dot])) + [path]
    }

    func itemField(_ filter: FilterTerm, _ isLatest: Bool, _ name: String) -> SymbolicValue {
        let parts = program.pack.catalogue.field(at: filter.list)?.type.parts ?? []
        guard let field = parts.first(where: { $0.name == name || $0.luaAliases.contains(name) }) else { return .unknown(key: nil, reason: nil) }
        return scalar(
            field, key: "\(isLatest ? "latest" : "earliest") \(filter.key).\(field.name)", paths: pathAndAbove(filter.list),
            source: .item(filter, field: field.name))
    }

    private func scalar(_ field: FieldDefinition, key: String, paths: [String], source: Variable.Source) -> SymbolicValue {
        let words = "\(field.title) is \(field.type.inWords)"
        func variable(_ domain: Variable.Domain) -> Int {
            book.place(key) { Variable(key: key, domain: domain, paths: paths, source: source, words: words) }
        }
        func number(_ low: Double, _ high: Double, isWhole: Bool) -> SymbolicValue {
            .number(LinearTerm(variable: variable(.number(low: low, high: high, isWhole: isWhole))))
        }
        switch field.type {
        case .bool: return .truth(.atom(Atom(variable: variable(.bool), test: .isTrue)))
        case .int(let range):
            let low = range.flatMap { $0.lowerBound > .min ? Double($0.lowerBound) : nil } ?? -.infinity
            return number(low, range.flatMap { $0.upperBound < .max ? Double($0.upperBound) : nil } ?? .infinity, isWhole: true)
        case .number(let range): return number(range?.lowerBound ?? -.infinity, range?.upperBound ?? .infinity, isWhole: false)
        case .percent: return number(0, 100, isWhole: false)
        case .yearsSince: return number(0, .infinity, isWhole: true)
        case .string, .words: return .textVariable(variable(.text(nil)))
        case .enumeration(let enumeration): return .textVariable(variable(.text(enumeration.values)))
        case .date:
            return .number(LinearTerm(variable: variable(.number(low: -.infinity, high: .infinity, isWhole: true)), isDate: true))
        case .record, .list: return .unknown(key: nil, reason: nil)
        }
    }

    /// The same date, counted from the date of the run; nil where it is not a field of the nominal itself.
    func daysAfterRun(_ place: Int) -> Int? {
        let date = book[place]
        guard case .field(let path) = date.source else { return nil }
        return book.place("\(date.key), from the run") {
            Variable(key: "\(date.key), from the run", domain: date.domain, paths: date.paths, source: .daysAfterRun(path))
        }
    }

    // MARK: Lists

    func countVariable(_ filter: FilterTerm) -> Int {
        book.place("count \(filter.key)") {
            Variable(
                key: "count \(filter.key)", domain: .number(low: 0, high: filter.isEmpty ? 0 : .infinity, isWhole: true),
                paths: pathAndAbove(filter.list), source: .count(filter), words: filter.isEmpty ? "no item can match the filter" : nil)
        }
    }

    func count(_ filter: FilterTerm) -> LinearTerm { LinearTerm(variable: countVariable(filter)) }

    // MARK: Answers

    /// A part of the decision so far, by its names: `["band", "sac"]`.
    func answer(_ parts: [String]) -> SymbolicValue {
        let rules = program.rules
        let key = "d." + parts.joined(separator: ".")
        switch (parts[0], parts.count) {
        case ("met", 2): return rules.criteria.first { $0.name == parts[1] }.map { .truth(criteria($0)) } ?? .unknown(key: nil, reason: nil)
        case ("score", 2):
            guard let place = rules.matrices.firstIndex(where: { $0.name == parts[1] }) else { return .unknown(key: nil, reason: nil) }
            return .number(score(place))
        case ("row", 3):
            guard let matrix = rules.matrices.first(where: { $0.name == parts[1] }), matrix.rows.contains(where: { $0.id == parts[2] }) else {
                return .unknown(key: nil, reason: nil)
            }
            return .number(book.freeNumber(key: key))
        case ("class", 2):
            return .decision(parts)
        case ("class", 3):
            guard let rule = rules.classifications.first(where: { $0.name == parts[1] }), rule.pick == .any else { return .unknown(key: nil, reason: nil) }
            return .truth(isClass(rule, parts[2]))
        case ("table", 2...): return tableAnswer(parts, key)
        case ("group", 3) where parts[2] == "size" || parts[2] == "selected":
            return .number(book.freeNumber(key: key, domain: .number(low: 0, high: .infinity, isWhole: true)))
        case ("band", 2), ("met", 1), ("score", 1), ("band", 1), ("row", 1), ("row", 2), ("class", 1), ("table", 1), ("group", 1), ("group", 2):
            return .decision(parts)
        default: return .unknown(key: nil, reason: nil)
        }
    }

    /// Texts only: what a table gives otherwise is as good as anything here.
    private func tableAnswer(_ parts: [String], _ key: String) -> SymbolicValue {
        guard let rule = program.rules.tables.first(where: { $0.name == parts[1] }) else { return .unknown(key: nil, reason: nil) }
        let table = rule.table
        let column: Int
        if table.outputNames.count == 1, parts.count == 2 {
            column = 0
        } else if parts.count == 2 {
            return .decision(parts)
        } else if parts.count == 3, let place = table.outputNames.firstIndex(of: parts[2]) {
            column = place
        } else {
            return .unknown(key: key, reason: nil)
        }
        var texts: [String] = []
        for row in table.outputs {
            guard case .string(let text) = row[column] else { return .unknown(key: key, reason: nil) }
            if !texts.contains(text) { texts.append(text) }
        }
        guard [.unique, .any, .first, .priority].contains(table.hitPolicy) else { return .unknown(key: key, reason: nil) }
        return .textVariable(book.place(key) { Variable(key: key, domain: .text(texts), paths: [], source: .other) })
    }
}
