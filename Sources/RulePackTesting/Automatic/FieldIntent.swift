import LuaSyntax
import RulePacks

/// A place where a rule says outright what is to happen without a field: `n:has "gang"`, `n:get("ogrs2", 0)`, or a filter's
/// condition, which an item without the field does not meet.
struct FieldIntent {
    /// As it is written: `:has "gang"`, `filter { flags = … }`.
    var words: String
    /// The rule that it stands in; nil where it stands in a function beside the rules.
    var rule: String?
    var file: String
    var line: Int
    /// Of the file.
    var bytes: Range<Int>

    var place: String { "\(words) " + (rule.map { "of `\($0)` " } ?? "") + "(\(file):\(line))" }

    /// - Parameters:
    ///   - names: what Lua may call the field.
    ///   - isPart: whether it is a part of a list's items, which filters have conditions on.
    static func all(_ files: [WrittenFile], names: Set<String>, isPart: Bool) -> [FieldIntent] {
        files.flatMap { file -> [FieldIntent] in
            var found: [FieldIntent] = []
            func add(_ words: String, _ at: LuaExpression) {
                let holders = file.rules.filter { $0.bytes.contains(at.bytes.lowerBound) }
                let rule = holders.min { $0.bytes.count < $1.bytes.count }
                found.append(FieldIntent(words: words, rule: rule?.path, file: file.source.name, line: at.position.line, bytes: at.bytes))
            }
            LuaWalk { expression in
                switch expression.kind {
                case .method(_, let method, let arguments) where method.text == "has" || method.text == "get":
                    if case .string(let bytes)? = arguments.first?.kind {
                        let name = String(decoding: bytes, as: UTF8.self)
                        if names.contains(name) { add("`:\(method.text) \"\(name)\"`", expression) }
                    } else {
                        add("`:\(method.text)` of a field that is worked out", expression)
                    }
                case .method(_, _, let arguments) where isPart:
                    for argument in arguments { if let name = condition(argument, names) { add("the filter's condition on `\(name)`", argument) } }
                case .call(let callee, let arguments):
                    guard isPart, case .name("filter") = callee.kind else { break }
                    for argument in arguments { if let name = condition(argument, names) { add("the filter's condition on `\(name)`", argument) } }
                default: break
                }
                return true
            }.block(file.block)
            return found
        }
    }

    private static func condition(_ expression: LuaExpression, _ names: Set<String>) -> String? {
        guard case .table(let fields) = expression.kind else { return nil }
        for field in fields {
            guard case .name(let key) = field.key else { continue }
            if key.text == "where", let inner = condition(field.value, names) { return inner }
            if let name = names.first(where: { [$0, "min_" + $0, "max_" + $0].contains(key.text) }) { return name }
        }
        return nil
    }
}
