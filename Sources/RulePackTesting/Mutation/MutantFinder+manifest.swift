import LuaSyntax
import Notation
import RulePacks

extension MutantFinder {
    /// The values of the parameters and the lengths of `max_age` in a pack's own manifest. Bounds are no thresholds: they only
    /// limit what an overlay may set.
    static func mutants(ofManifest source: SourceFile) -> [Mutant] {
        guard let file = try? WrittenFile(source), case .return(let values)? = file.block.statements.last?.kind,
            case .table(let manifest)? = values.first?.kind
        else { return [] }
        var finder = MutantFinder(file)
        for (name, value) in named(manifest) {
            guard case .table(let entries) = value.kind else { continue }
            for (_, entry) in named(entries) {
                switch name {
                case "parameters": finder.parameter(entry)
                case "max_age": finder.span(entry)
                default: break
                }
            }
        }
        return finder.mutants
    }

    private static func named(_ fields: [LuaTableField]) -> [(name: String, value: LuaExpression)] {
        fields.compactMap { field in
            switch field.key {
            case .name(let name): (name.text, field.value)
            case .expression(let key):
                if case .string(let bytes) = key.kind { (String(decoding: bytes, as: UTF8.self), field.value) } else { nil }
            case .none: nil
            }
        }
    }

    private mutating func parameter(_ entry: LuaExpression) {
        guard case .table(let fields) = entry.kind, let first = fields.first, case .none = first.key else { return }
        var values = [first.value]
        if case .table(let list) = first.value.kind { values = list.map(\.value) }
        for value in values {
            switch value.kind {
            case .integer(let number): change(value, to: [String(number &+ 1), String(number &- 1)])
            case .float(let number): change(value, to: [shortestText(number + 1), shortestText(number - 1)])
            case .bool(let isTrue): change(value, to: [isTrue ? "false" : "true"])
            default: break
            }
        }
    }

    private mutating func change(_ value: LuaExpression, to others: [String]) {
        for other in others { add(.number, at: value.position, value.bytes, other, was: text(value), now: other) }
    }

    private func text(_ value: LuaExpression) -> String { String(decoding: file.source.bytes[value.bytes], as: UTF8.self) }

    /// `"12 months"`
    private mutating func span(_ entry: LuaExpression) {
        guard case .string(let content) = entry.kind, entry.bytes.count == content.count + 2 else { return }
        let words = String(decoding: content, as: UTF8.self).split(separator: " ")
        guard words.count == 2, let count = Int(words[0]) else { return }
        for changed in [count + 1, count - 1] {
            let now = "\"\(changed) \(words[1])\""
            add(.number, at: entry.position, entry.bytes, now, was: text(entry), now: now)
        }
    }
}
