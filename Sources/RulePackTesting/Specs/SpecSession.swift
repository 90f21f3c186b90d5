import Decisions
import FieldDefinitions
package import LuaRuntime
import Notation
import RulePacks

/// What one file of specs asks of its host: its tests while it loads, then what each test does.
final class SpecSession: LuaHost {
    /// A test that the file declares.
    struct Written {
        var name: String
        var line: Int
        var body: LuaFunction
    }

    /// Something that a test gave to `expect`.
    struct Expectation {
        var subject: SpecValue
        var decision: DecisionView?
        var origin: SpecOrigin?
        var file: String
        var line: Int
        var isMet = false
    }

    /// An expectation that did not hold, kept whole, as an error of Lua's has room for one line only.
    struct Failure {
        var message: String
        var details: [String]
        var file: String
        var line: Int
    }

    /// More than any honest test makes.
    private static let mostObjects = 50_000

    let pack: PackSource
    let fileName: String
    /// Set once the state is there; it holds this session unowned.
    weak var state: LuaState?
    private(set) var tests: [Written] = []
    private(set) var properties: [SpecProperty] = []
    /// `describe` calls of which the function failed: the test that stands in for them, and why.
    private(set) var brokenGroups: [(name: String, fault: LuaFault)] = []
    private var groups: [String] = []
    var objects: [SpecObject] = []
    /// How many objects there were once the file had loaded.
    private var settled = 0

    /// Those of the running test; the decider is nil while the file loads.
    var decider: PackDecider?
    var expectations: [Expectation] = []
    var views: [DecisionView] = []
    var failure: Failure?
    /// The plain value that Lua was given last, to tell where the value in `expect` comes from.
    var lastRead: (value: SpecValue, origin: SpecOrigin, tick: Int)?
    var tick = 0

    init(pack: PackSource, fileName: String) {
        self.pack = pack
        self.fileName = fileName
    }

    var defaultDay: Day { pack.manifest.valid.from }

    /// Adds the object and gives its number.
    func add(_ object: SpecObject) throws(LuaHostRefusal) -> Int {
        guard objects.count < SpecSession.mostObjects else {
            throw LuaHostRefusal("the test holds too many results: at most \(SpecSession.mostObjects); make several tests of it")
        }
        objects.append(object)
        return objects.count - 1
    }

    func endLoading() { settled = objects.count }

    /// Forgets the test before.
    func beginTest(_ decider: PackDecider) {
        objects.removeLast(objects.count - settled)
        self.decider = decider
        expectations = []
        views = []
        failure = nil
        lastRead = nil
        tick = 0
    }

    var reader: DraftReader {
        DraftReader(catalogue: pack.catalogue, borough: pack.manifest.owner.borough) { self.isUnknown($0) }
    }

    /// Whether a value is the global `unknown`.
    func isUnknown(_ data: LuaData) -> Bool {
        guard case .object(let number) = data, objects.indices.contains(number), case .unknown = objects[number] else { return false }
        return true
    }

    // MARK: Collecting

    func describe(_ name: String, _ body: LuaFunction) {
        groups.append(name)
        defer { groups.removeLast() }
        guard let state, state.call(body) != .ok else { return }
        brokenGroups.append((groups.joined(separator: " > "), state.fault))
    }

    func it(_ name: String, _ body: LuaFunction, line: Int) throws(LuaHostRefusal) {
        let full = (groups + [name]).joined(separator: " > ")
        if let other = tests.first(where: { $0.name == full }) {
            throw LuaHostRefusal("there is a test of this name in line \(other.line) already: give each a name of its own")
        }
        tests.append(Written(name: full, line: line, body: body))
    }

    // MARK: LuaHost

    func declare(kind: String, name: String?, file: String, line: Int, table: LuaTable) throws(LuaHostRefusal) {
        properties.append(SpecProperty(name: name ?? "", file: file, line: line, table: table))
    }

    func compute(slot: Int) -> LuaStatus { .fault }
    func callMethod(type: Int, argument: String) throws(LuaHostRefusal) -> LuaAnswer { .failed(.fault) }

    func module(named name: String) throws(LuaHostRefusal) -> (source: [UInt8], chunk: String) {
        if let file = pack.modules[name] { return (file.program, file.name) }
        let near = nearestName(to: name, in: pack.modules.keys)
        throw LuaHostRefusal("the module `\(name)` is not in the manifest's `uses`" + (near.map { ": did you mean `\($0)`?" } ?? ""))
    }

    func explain(_ problem: LuaNameProblem, name: String) -> String {
        switch problem {
        case .undefinedGlobal:
            if ["criteria", "matrix", "decision_table", "classification", "group", "selection", "deselection", "tasking", "allocation"].contains(name) {
                return "`\(name)` declares rules, which belong in the pack's own files: a test only asks them"
            }
            let near = nearestName(to: name, in: SpecSession.globals)
            return "`\(name)` is not defined"
                + (near.map { ": did you mean `\($0)`?" } ?? ": give it a value with `local \(name) = …`, or put it in quotes if it is text")
        case .unknownField:
            let near = nearestName(to: name, in: pack.parameters.map(\.name))
            return "there is no parameter `\(name)`" + (near.map { ": did you mean `\($0)`?" } ?? "")
        default: return "`\(name)` cannot be set: what a test is given stays as it is"
        }
    }

    static let globals = SpecObject.Function.allCases.map(\.rawValue) + [
        "unknown", "property", "param", "as_of", "date", "days", "months", "years", "require", "print", "assert", "error", "ipairs", "next",
        "pairs", "pcall", "select", "tonumber", "tostring", "type", "string", "table", "math", "utf8", "filter",
    ]
}

/// A property that a file of specs declares, for the host to try on many nominals.
package struct SpecProperty: Sendable {
    package let name: String
    package let file: String
    package let line: Int
    /// What stands in its braces.
    package let table: LuaTable

    package init(name: String, file: String, line: Int, table: LuaTable) {
        self.name = name
        self.file = file
        self.line = line
        self.table = table
    }
}
