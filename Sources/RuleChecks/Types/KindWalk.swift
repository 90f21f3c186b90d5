import Decisions
import LuaSyntax
import RulePacks

/// Follows what every expression of a pack can come to, without running it.
///
/// The files are walked as they load, functions where they stand, again and again until nothing more is learnt: a variable,
/// a parameter or a table's field can be whatever is put into it anywhere. Only then, on one more walk, are findings made.
final class KindWalk {
    struct File {
        let source: SourceFile
        /// nil where it could not be read as a tree.
        let block: LuaBlock?
        let isBaseline: Bool
        let isModule: Bool
    }

    /// Where something stands that keeps a number through all walks.
    struct Place: Hashable {
        enum Thing: Hashable {
            case variable, function, table, iterator
        }

        var thing: Thing
        var file: Int
        var byte: Int
    }

    struct Variable {
        /// What a local that is never used is called in a finding; nil for ordinary values.
        enum Held: String {
            case function, filter, module
        }

        let name: String
        let position: LuaPosition
        let file: Int
        /// Rules cannot change it.
        let isOfFile: Bool
        var kind = Kind()
        var isUsed = false
        var held: Held?
    }

    struct Function {
        let body: LuaFunctionBody
        let file: Int
        var parameters: [Int] = []
        var varargs = Kind()
        /// nil where no end of it has been reached yet.
        var results: KindList?
        /// Rules call it, so that it cannot change what the files keep.
        var isCalledByRules = false
        var roles: Set<RuleRole> = []
    }

    struct Table {
        struct Entry {
            var kind = Kind()
            var position: LuaPosition
            var file: Int
        }

        /// Made while the pack loads, so that no rule can change it.
        let isOfFile: Bool
        var named: [String: Entry] = [:]
        /// The first items of the list as it is written.
        var written: [Kind] = []
        var items = Kind()
        /// What stands under keys that could not be told.
        var others = Kind()
        var isHandedOver = false
    }

    struct Global {
        var kind = Kind()
        let file: Int
        let position: LuaPosition
        var isUsed = false
        var isFunction = false
    }

    /// Walks after which a pack that still brings something new is left alone.
    static let mostWalks = 14
    /// Expressions in all the walks together.
    static let mostSteps = 1_200_000

    let program: RuleProgram
    let fields: FieldNames
    let answers: AnswerNames
    private(set) var files: [File] = []
    private(set) var modules: [String: Int] = [:]

    var variables: [Variable] = []
    var functions: [Function] = []
    var tables: [Table] = []
    var iterators: [(key: Kind, value: Kind)] = []
    var globals: [String: Global] = [:]
    var moduleKinds: [String: Kind] = [:]
    var numbers: [Place: Int] = [:]

    var file = 0
    var function: Int?
    var module: String?
    var scope: [(name: String, variable: Int)] = []
    private var walkedModules: Set<String> = []

    var hasGrown = false
    var isReporting = false
    var steps = 0
    var isUnfinished = false

    /// Fields that some rule reads, by number.
    var readFields: Set<Int> = []
    var usedParameters: Set<String> = []
    var loadedModules: Set<String> = []
    /// Any parameter may be used, as a name is worked out.
    var usesAnyParameter = false
    var usesAnyModule = false

    private(set) var findings: [Finding] = []
    private var reported: Set<String> = []

    init(_ program: RuleProgram) {
        self.program = program
        fields = FieldNames(program.pack)
        answers = AnswerNames(program)
        let baselines = Set(program.pack.baselines.map(\.id))
        for source in program.pack.ruleFiles {
            let folder = source.name.split(separator: "/").first.map(String.init)
            files.append(
                File(
                    source: source, block: try? LuaParser.parse(source.bytes),
                    isBaseline: source.name.contains("/") && folder.map(baselines.contains) == true, isModule: false))
        }
        for (name, source) in program.pack.modules.sorted(by: { $0.key < $1.key }) {
            modules[name] = files.count
            files.append(File(source: source, block: try? LuaParser.parse(source.bytes), isBaseline: false, isModule: true))
        }
    }

    func run() {
        for _ in 0..<KindWalk.mostWalks where !isUnfinished {
            hasGrown = false
            walkFiles()
            if !hasGrown { break }
        }
        isUnfinished = isUnfinished || hasGrown
        if !isUnfinished {
            // One walk more costs no more than those before it.
            steps = 0
            isReporting = true
            walkFiles()
            reportFunctions()
            reportUnused()
            reportReads()
        }
        reportUnfollowed()
    }

    private func walkFiles() {
        walkedModules = []
        for place in files.indices where !files[place].isModule { walkFile(place) }
    }

    private func walkFile(_ place: Int) {
        guard let block = files[place].block else { return }
        file = place
        function = nil
        scope = []
        walk(block)
    }

    /// What `require` gives.
    func load(_ name: String) -> Kind {
        loadedModules.insert(name)
        guard let place = modules[name] else { return .anything }
        if files[place].block == nil { return .anything }
        if walkedModules.insert(name).inserted {
            let outer = (file, function, module, scope)
            module = name
            walkFile(place)
            (file, function, module, scope) = outer
        }
        return moduleKinds[name] ?? Kind()
    }

    // MARK: Learning

    func join(_ kind: Kind, into cell: inout Kind) {
        if cell.formUnion(kind) { hasGrown = true }
    }

    /// The number of a thing that stands at a place: a variable, function, table or iterator.
    func number(of thing: Place.Thing, at byte: Int, make: () -> Int) -> Int {
        let place = Place(thing: thing, file: file, byte: byte)
        if let number = numbers[place] { return number }
        let number = make()
        numbers[place] = number
        return number
    }

    var isInRule: Bool { function.map { functions[$0].isCalledByRules } ?? false }

    // MARK: Findings

    func report(
        _ code: FindingCode, _ message: String, at position: LuaPosition, severity: Finding.Severity = .error, hint: String? = nil,
        misspelt: Misspelling? = nil, file place: Int? = nil, onceFor key: String? = nil
    ) {
        guard isReporting else { return }
        let source = files[place ?? file].source
        let name = source.name
        guard reported.insert(key ?? "\(code.rawValue) \(name) \(position)").inserted else { return }
        findings.append(
            Finding(
                code, message, severity: severity, file: name, line: position.line, column: position.column, hint: misspelt?.hint ?? hint,
                fix: misspelt.flatMap { FindingFix(replacing: $0.name, among: $0.candidates, at: position, in: source) }))
    }

    /// A finding about the manifest.
    func report(_ code: FindingCode, _ message: String, manifest path: [LuaSourceMap.Key], severity: Finding.Severity, hint: String) {
        let source = program.pack.manifestFile
        let position = source.map.position(declaration: "return", name: nil, occurrence: 1, path: path)
        findings.append(
            Finding(code, message, severity: severity, file: source.name, line: position?.line, column: position?.column, hint: hint))
    }

    /// Says that something cannot be followed, and goes on.
    func note(_ what: String, at position: LuaPosition, hint: String) {
        report(.notFollowed, what, at: position, severity: .note, hint: hint)
    }

    private func reportUnfollowed() {
        if isUnfinished {
            findings.append(
                Finding(
                    .notFollowed, "what the pack's functions do could not be followed to the end: there are too many, or they are too entangled",
                    severity: .note, hint: "split the pack, or its functions"))
        }
        for place in files.indices where files[place].block == nil {
            findings.append(
                Finding(.notFollowed, "the file could not be followed", severity: .note,
                    file: files[place].source.name, hint: "make what is nested in it less deep"))
        }
    }
}
