import LuaSyntax
import RulePacks

/// Which answers go by a place where a rule says outright what is to happen without a field: by the code of their rules, of the
/// functions that it calls, and of the answers that it reads. What cannot be followed counts as going by it.
final class IntentReach {
    private let nominals: MadeUpNominals
    private let names: Set<String>
    private let isPart: Bool
    private lazy var files = nominals.writtenFiles
    private lazy var intents = FieldIntent.all(files, names: names, isPart: isPart)
    /// Places of intents, by answer.
    private var known: [String: Set<Int>] = [:]

    /// - Parameters:
    ///   - names: what Lua may call the field.
    ///   - isPart: whether it is a part of a list's items.
    init(_ nominals: MadeUpNominals, names: Set<String>, isPart: Bool) {
        self.nominals = nominals
        self.names = names
        self.isPart = isPart
    }

    /// The places that an answer goes by; none where it is decided without a word about the field.
    /// - Parameter faults: other answers that are not the same: a tasking follows the recommendation.
    func reached(by answer: String, besides faults: [DecisionDifference]) -> [FieldIntent] {
        if intents.isEmpty { return [] }
        var found = reach(answer)
        if found.isEmpty, answer.hasPrefix("tasking."), faults.contains(where: { $0.answer == "recommendation" }) { found = reach("recommendation") }
        return found.sorted().map { intents[$0] }
    }

    private func reach(_ answer: String) -> Set<Int> {
        if let places = known[answer] { return places }
        var walk = Walk(self)
        walk.add(answer: answer)
        let places = walk.isLost ? Set(intents.indices) : walk.found.union(loose)
        known[answer] = places
        return places
    }

    /// Those in code that no rule and no local holds, such as functions for all files.
    private lazy var loose: Set<Int> = {
        let modules = Set(nominals.pack.modules.values.map(\.name))
        return Set(intents.indices.filter { place in
            let intent = intents[place]
            guard !modules.contains(intent.file), let file = files.first(where: { $0.source.name == intent.file }) else { return false }
            let held = file.rules.map(\.bytes) + file.functions.values.map(\.bytes) + file.values.values.map(\.bytes)
            return !held.contains { $0.contains(intent.bytes.lowerBound) }
        })
    }()

    /// One way through the code, from an answer to all that it goes by.
    private struct Walk {
        let reach: IntentReach
        var found: Set<Int> = []
        /// Something on the way could not be followed.
        var isLost = false
        private var seen: Set<String> = []

        init(_ reach: IntentReach) { self.reach = reach }

        private static let kinds = ["met": "criteria", "score": "matrix", "band": "matrix", "row": "matrix", "class": "class", "table": "table"]

        /// - Parameter answer: `criteria.scope.adult`, `band.sac`, `recommendation`.
        mutating func add(answer: String) {
            guard seen.insert(answer).inserted else { return }
            if answer == "recommendation" {
                for file in reach.files { for rule in file.rules where rule.path == "selection" || rule.path == "deselection" { add(rule, file) } }
                return
            }
            let path = answer.hasPrefix("band.") ? "matrix." + answer.dropFirst("band.".count) : answer
            let whole = path.split(separator: ".").prefix(2).joined(separator: ".")
            let written = reach.files.flatMap { file in file.rules.filter { $0.path == path }.map { (file, $0) } }
            let wholes = written.isEmpty ? reach.files.flatMap { file in file.rules.filter { $0.path == whole }.map { (file, $0) } } : []
            if written.isEmpty, wholes.isEmpty { isLost = true }
            for (file, rule) in written + wholes { add(rule, file) }
        }

        private mutating func add(_ rule: WrittenRule, _ file: WrittenFile) {
            note(rule.bytes, file)
            for field in rule.fields { add(file) { $0.expression(field.value) } }
        }

        private mutating func note(_ bytes: Range<Int>, _ file: WrittenFile) {
            for (place, intent) in reach.intents.enumerated() where intent.file == file.source.name && bytes.contains(intent.bytes.lowerBound) {
                found.insert(place)
            }
        }

        private mutating func add(_ file: WrittenFile, _ walk: (LuaWalk) -> Void) {
            var locals: [String] = []
            var answers: [String] = []
            var computed = false
            walk(LuaWalk { expression in
                switch expression.kind {
                case .name(let name): locals.append(name)
                case .index(let object, let key):
                    guard case .index(_, let group) = object.kind, case .string(let bytes) = group.kind,
                        let kind = Walk.kinds[String(decoding: bytes, as: UTF8.self)]
                    else { break }
                    if case .string(let name) = key.kind { answers.append("\(kind).\(String(decoding: name, as: UTF8.self))") } else { computed = true }
                default: break
                }
                return true
            })
            if computed { isLost = true }
            for name in locals { add(local: name, file) }
            for answer in answers { add(answer: answer) }
        }

        private mutating func add(local name: String, _ file: WrittenFile) {
            guard seen.insert("\(file.source.name) \(name)").inserted else { return }
            if let body = file.functions[name] {
                note(body.bytes, file)
                add(file) { $0.block(body.block) }
            } else if let value = file.values[name] {
                note(value.bytes, file)
                if case .call(let callee, let arguments) = value.kind, case .name("require") = callee.kind, case .string(let bytes)? = arguments.first?.kind {
                    add(module: String(decoding: bytes, as: UTF8.self))
                } else {
                    add(file) { $0.expression(value) }
                }
            }
        }

        private mutating func add(module name: String) {
            guard seen.insert("module \(name)").inserted, let source = reach.nominals.pack.modules[name],
                let file = reach.files.first(where: { $0.source.name == source.name })
            else { return }
            note(0..<source.bytes.count, file)
            add(file) { $0.block(file.block) }
        }
    }
}
