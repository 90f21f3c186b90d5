import LuaSyntax
import RulePacks

/// What a pack sets otherwise than the pack that it extends, and which code goes by it.
final class MovedValues {
    /// Parameters with another value than the baseline's.
    private let parameters: Set<String>
    /// Fields whose values count as missing sooner or later than in the baseline.
    private let fields: Set<String>
    private let files: [String: WrittenFile]
    private let modules: [String: SourceFile]
    private var locals: [String: Bool] = [:]

    init(_ pack: PackSource) {
        parameters = Set(pack.manifest.parameters.filter { own in
            let base = pack.baselines.lazy.compactMap { $0.parameters.first { $0.name == own.name } }.first
            return base.map { $0.value != own.value } ?? false
        }.map(\.name))
        fields = Set(pack.manifest.maxAge.filter { path, age in
            pack.baselines.lazy.compactMap { $0.maxAge[path] }.first != age
        }.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
        files = Dictionary(pack.writtenFiles.map { ($0.source.name, $0) }) { first, _ in first }
        modules = pack.modules
    }

    /// Keys of a declaration that say nothing of how it decides, or hold what has a path of its own.
    private static let passedOver: Set<String> = ["title", "source", "note", "all", "any", "classes", "rows", "bands"]

    /// Whether what decides about an item goes by a value that was moved.
    func decide(_ item: CoverageItem) -> Bool {
        guard let file = files[item.file], !parameters.isEmpty || !fields.isEmpty else { return false }
        let parts = item.rule.split(separator: ".").map(String.init)
        let isListed = ["selection", "deselection", "tasking", "allocation"].contains(parts[0])
        let whole = isListed ? parts[0] : (parts[0] == "band" ? "matrix" : parts[0]) + "." + parts.dropFirst().prefix(1).joined()
        // Rows that code makes are told by all of their declaration.
        guard let rule = file.rule(item.rule) else { return file.rule(whole).map { touches($0.fields, file) } ?? false }
        if touches(rule.fields, file) { return true }
        if rule.part == .step, let row = file.rule(parts.dropLast(2).joined(separator: ".")), touches(row.fields, file, but: ["steps"]) { return true }
        if isListed { return false }
        return file.rule(whole).map { touches($0.fields.filter { if case .name = $0.key { true } else { false } }, file, but: MovedValues.passedOver) } ?? false
    }

    private func touches(_ fields: [LuaTableField], _ file: WrittenFile, but passedOver: Set<String> = []) -> Bool {
        fields.contains { field in
            if case .name(let key) = field.key, passedOver.contains(key.text) { return false }
            return touches(file) { $0.expression(field.value) }
        }
    }

    private func touches(_ file: WrittenFile, _ walk: (LuaWalk) -> Void) -> Bool {
        var found = false
        walk(LuaWalk { [self] expression in
            if found { return false }
            switch expression.kind {
            case .index(let object, let key):
                guard case .string(let bytes) = key.kind else { break }
                let name = String(decoding: bytes, as: UTF8.self)
                if case .name("param") = object.kind {
                    found = parameters.contains(name)
                    return false
                }
                found = fields.contains(name)
            case .method(_, _, let arguments):
                if case .string(let bytes)? = arguments.first?.kind { found = fields.contains(String(decoding: bytes, as: UTF8.self)) }
            case .name("param"): found = !parameters.isEmpty
            case .name(let name): found = touches(local: name, file)
            default: break
            }
            return true
        })
        return found
    }

    /// Whether a local of the file holds something that goes by a moved value.
    private func touches(local name: String, _ file: WrittenFile) -> Bool {
        let place = "\(file.source.name) \(name)"
        if let known = locals[place] { return known }
        // A function that calls itself adds nothing.
        locals[place] = false
        var found = false
        if let body = file.functions[name] {
            found = touches(file) { $0.block(body.block) }
        } else if let value = file.values[name] {
            if case .call(let callee, let arguments) = value.kind, case .name("require") = callee.kind, case .string(let bytes)? = arguments.first?.kind {
                let module = modules[String(decoding: bytes, as: UTF8.self)].flatMap { files[$0.name] }
                found = module.map { module in touches(module) { $0.block(module.block) } } ?? false
            } else {
                found = touches(file) { $0.expression(value) }
            }
        }
        locals[place] = found
        return found
    }
}
