package import Cohorts
package import Decisions
import FieldDefinitions
import LuaRuntime
import LuaSyntax
package import Notation

/// A pack loaded into a Lua state of its own, ready to evaluate. It belongs to one thread at a time.
package final class RuleProgram {
    package let pack: PackSource
    package let layout: RowLayout
    package let rules: RuleSet
    /// What loading found that is not an error.
    package let findings: [Finding]
    let state: LuaState
    let host: RuleHost
    let binding: NominalBinding
    let slots: AnswerSlots
    private(set) package var asOf: Day
    /// Some file used `as_of` while it loaded, so that another date needs a program of its own.
    package let isTiedToDate: Bool

    /// Loads every file of the pack and reads its declarations.
    /// - Throws: `PackError` with every error found.
    package init(_ pack: PackSource, layout: RowLayout, asOf: Day) throws(PackError) {
        self.pack = pack
        self.layout = layout
        self.asOf = asOf
        let list = FindingList()
        let names = NameBook(catalogue: pack.catalogue, reads: pack.reads, protected: pack.protected)
        let reader = DeclarationReader(
            files: pack.ruleFiles + Array(pack.modules.values), packOfFile: RuleProgram.packs(of: pack), findings: list)
        host = RuleHost(pack: pack, names: names, reader: reader)
        do throws(LuaFault) {
            state = try LuaState(limits: pack.luaLimits, host: host)
            for kind in DeclarationReader.named { state.addDeclaration(kind, named: true) }
            for kind in DeclarationReader.lists { state.addDeclaration(kind, named: false) }
            binding = NominalBinding(pack, layout: layout, state: state, names: names)
            binding.setDate(asOf, state)
            try state.defineGlobal("param", .namespace(RuleProgram.addParameters(of: pack, to: state, names: names)))
        } catch {
            throw PackError(findings: [RuleProgram.finding(error)])
        }
        RuleProgram.run(pack.ruleFiles, modules: Array(pack.modules.values), state, host, list)
        rules = reader.rules
        slots = AnswerSlots(rules, state: state, names: names)
        isTiedToDate = state.loadingReadDate
        RuleProgram.check(rules, pack, slots, layout, list)
        let files = pack.ruleFiles + Array(pack.modules.values)
        do throws(LuaFault) {
            try state.seal(assigned: files.reduce(into: Set()) { $0.formUnion($1.map.assignedNames) })
        } catch {
            list.add(RuleProgram.finding(error))
        }
        findings = list.all
        if list.hasErrors { throw PackError(findings: list.all) }
    }

    /// Evaluates as of another day from now on.
    /// - Returns: false where the program is tied to its date.
    package func move(to day: Day) -> Bool {
        if day == asOf { return true }
        guard !isTiedToDate else { return false }
        asOf = day
        binding.setDate(day, state)
        return true
    }

    /// Runs one file after another, also where one fails, as long as they do not take too long together.
    private static func run(_ files: [SourceFile], modules: [SourceFile], _ state: LuaState, _ host: RuleHost, _ list: FindingList) {
        var budget = LoadingBudget()
        for file in files {
            do throws(LuaFault) {
                try state.loadRules(file.program, chunk: file.name)
            } catch {
                list.add(host.placed(finding(error, in: [file] + modules), error, in: [file] + modules))
                // What the clock ends has counted next to nothing.
                if error.code == .time { return }
            }
            do throws(Finding) {
                try budget.spend(instructions: state.instructions, file: file.name)
            } catch {
                return list.add(error)
            }
        }
    }

    /// What can be told only of the whole: how much there is, and what the host reads for a rule.
    private static func check(_ rules: RuleSet, _ pack: PackSource, _ slots: AnswerSlots, _ layout: RowLayout, _ list: FindingList) {
        if slots.owners.count + rules.groups.count > LuaBits.capacity {
            list.add(
                Finding(
                    .limit, "the pack declares \(slots.owners.count) answers that rules can read, rows of matrices included; at most \(LuaBits.capacity) can be followed",
                    hint: "split the pack"))
        }
        if layout.fields.count > LuaBits.capacity {
            list.add(Finding(.limit, "there are \(layout.fields.count) fields with those of `fields.lua`; at most \(LuaBits.capacity) can be followed", file: "fields.lua"))
        }
        for group in rules.groups {
            guard case .link(_, let within) = group.members else { continue }
            for path in GroupRule.linkFields(dated: within != nil) {
                if !FieldAccess.covers(pack.reads, path) {
                    list.add(
                        Finding(
                            .undeclaredField, "group `\(group.name)` follows `\(path)`, which is not in the manifest's `reads`", file: group.heading.file,
                            line: group.heading.line, hint: "add `associates` to `reads`, and say why in `protected`"))
                    break
                }
                if !FieldAccess.isJustified(path, catalogue: pack.catalogue, protected: pack.protected) {
                    list.add(
                        Finding(
                            .unjustifiedField, "group `\(group.name)` follows `associates`, which is sensitive, and `protected` does not say why",
                            file: group.heading.file, line: group.heading.line, hint: "add `associates = \"…\"` to `protected`"))
                    break
                }
            }
        }
    }

    /// Baseline packs by number, so that a rule may replace one of another pack but not of its own.
    private static func packs(of pack: PackSource) -> [String: Int] {
        let ids = [pack.manifest.id] + pack.baselines.map(\.id)
        var numbers: [String: Int] = [:]
        for file in pack.ruleFiles {
            let folder = file.name.split(separator: "/").first.map(String.init) ?? ""
            numbers[file.name] = file.name.contains("/") ? ids.firstIndex(of: folder) ?? 0 : 0
        }
        return numbers
    }

    /// - Parameter files: those that may hold the place of the fault. Where one of them is not Lua, our own parser says so in
    ///   plainer words than Lua's, and knows the column.
    static func finding(_ fault: LuaFault, in files: [SourceFile] = []) -> Finding {
        if fault.code == .syntax, !fault.message.contains("nests too deeply"), let file = files.first(where: { $0.name == fault.file }) {
            do {
                _ = try LuaParser.parse(file.bytes)
            } catch {
                return Finding(.syntax, error.message, file: file.name, line: error.line, column: error.column)
            }
        }
        let code: FindingCode =
            switch fault.code {
            case .syntax: .syntax
            case .undefinedName: .undefinedName
            case .unknownField: .unknownField
            case .undeclaredField: .undeclaredField
            case .module: .missingModule
            case .instructions, .memory, .time, .depth, .reasons: .limit
            default: .loadFailed
            }
        return Finding(code, fault.message, file: fault.file, line: fault.line)
    }
}
