import Cohorts
import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

extension Evaluator {
    func answerGroup(_ index: Int) -> LuaStatus {
        switch membership(index) {
        case .failed(let status): return status
        case .unknown(let why):
            groupFacts[index] = GroupFacts()
            groupAnswers[index].key = nil
            groupAnswers[index].size = nil
            groupAnswers[index].unknown = names(of: why)
            setUnknown(program.slots.sizes[index], why)
            setUnknown(program.slots.selected[index], why)
        case .facts(let facts, let mayShowKey):
            groupFacts[index] = facts
            groupAnswers[index].key = mayShowKey ? facts.key : nil
            groupAnswers[index].size = facts.size
            groupAnswers[index].unknown = []
            setKnown(program.slots.sizes[index], .number(Double(facts.size)))
            setKnown(program.slots.selected[index], .number(Double(facts.selected)))
        }
        return .ok
    }

    private enum Membership {
        case facts(GroupFacts, mayShowKey: Bool)
        /// It is not known to which group the person belongs.
        case unknown(Missing)
        case failed(LuaStatus)
    }

    private func membership(_ index: Int) -> Membership {
        switch rules.groups[index].members {
        case .key(let function):
            switch groupKey(index, function) {
            case .failed(let status): return .failed(status)
            case .unknown(let why): return .unknown(why)
            case .key(let key):
                let mayShowKey = !state.lastWithheld
                let facts = key.flatMap { groups?.facts(group: index, key: $0, nominal: nominalID) } ?? GroupFacts()
                return .facts(facts, mayShowKey: mayShowKey)
            }
        case .link(let kinds, let within):
            noteLinkReads(index, dated: within != nil)
            let facts = groups?.facts(group: index, key: nil, nominal: nominalID) ?? GroupFacts()
            // Somebody whose associates are left out may still be named by others.
            if facts.key == nil, row.flatMap({ associates($0, kinds: kinds, within: within) }) == nil {
                var why = Missing()
                if let list = program.layout.id(ofPath: "associates") { why.fields.insert(list) }
                return .unknown(why)
            }
            return .facts(facts, mayShowKey: true)
        }
    }

    /// The host follows links for the rules, so what it looks at counts as read by them.
    private func noteLinkReads(_ index: Int, dated: Bool) {
        var reads = LuaReads()
        for part in GroupRule.linkFields(dated: dated) {
            if let id = program.layout.id(ofPath: part) { reads.fields.insert(id) }
        }
        state.add(reads)
        if recordsReads { readsOfRule[name(of: .group(index)).path, default: LuaReads()].formUnion(reads) }
    }

    enum GroupKey {
        /// nil: in no such group.
        case key(String?)
        case unknown(Missing)
        case failed(LuaStatus)
    }

    /// The group that a person's key names. Where the key reads a record that is known not to be there, it names none.
    func groupKey(_ index: Int, _ function: LuaFunction) -> GroupKey {
        switch call(function, .answer(.group(index))) {
        case .failed(let status): return .failed(status)
        case .unknown(let why): return isKnownAbsent(why) ? .key(nil) : .unknown(why)
        case .value(.nothing), .value(.bool(false)): return .key(nil)
        case .value(.text(let text)): return .key(text)
        case .value(.number(let number)): return .key(DecisionWords.number(number))
        case .value: return .failed(fail("bad_key", "the group's `key` wants text or a number", name(of: .group(index))))
        }
    }

    private func isKnownAbsent(_ why: Missing) -> Bool {
        guard let row, why.answers.isEmpty else { return false }
        return why.fields.members.allSatisfy { id in
            guard id < program.layout.fields.count else { return false }
            let field = program.layout.fields[id]
            guard case .record = field.definition.type else { return false }
            return row.cells[field.cell] == 0
        }
    }

    /// Ids of associates of these kinds, dated within the span where one is given and never after the date of the run;
    /// nil where the list was left out.
    func associates(_ row: NominalRow, kinds: [String], within: Span?) -> [String]? { links(row, kinds: kinds, within: within)?.map(\.to) }

    func links(_ row: NominalRow, kinds: [String], within: Span?) -> [GroupMap.Link]? {
        let layout = program.layout
        guard let list = layout.id(ofPath: "associates"), let items = row.items(at: layout.fields[list].cell),
            let idField = layout.id(ofPath: "associates.id"), let kindField = layout.id(ofPath: "associates.kind"),
            let dateField = layout.id(ofPath: "associates.date"),
            case .enumeration(let values) = layout.fields[kindField].definition.type
        else { return nil }
        let wanted = Set(kinds.compactMap { values.values.firstIndex(of: $0) }.map(Int64.init))
        let start = within.map { Int64($0.before(program.asOf).number) }
        let today = Int64(program.asOf.number)
        return (0..<items.count).compactMap { place in
            let item = items.first + place * layout.fields[list].stride
            let date = row.cells[item + layout.fields[dateField].cell]
            guard wanted.contains(row.cells[item + layout.fields[kindField].cell]), date == NominalRow.none || date <= today else { return nil }
            if let start, date == NominalRow.none || date < start { return nil }
            return row.string(at: item + layout.fields[idField].cell).map { id in
                GroupMap.Link(to: id, kind: values.values[Int(row.cells[item + layout.fields[kindField].cell])])
            }
        }
    }

    func meanScore(group index: Int, matrix name: String) throws(LuaHostRefusal) -> LuaAnswer {
        guard let matrix = rules.matrices.firstIndex(where: { $0.name == name }) else {
            throw LuaHostRefusal("there is no matrix named `\(name)`")
        }
        if let start = inProgress.firstIndex(of: .matrix(matrix)) {
            let path = (inProgress[start...] + [.matrix(matrix)]).map { self.name(of: $0).path }.joined(separator: " → ")
            return .failed(fail("loop", "the rules read one another in a loop, through a mean over everybody: \(path)", self.name(of: .matrix(matrix))))
        }
        if case let status = answer(.group(index)), status != .ok { return .failed(status) }
        guard let groups, let key = groupFacts[index]?.key else { return unknownMean(index, name) }
        switch groups.meanScore(group: index, key: key, matrix: matrix) {
        case .known(let mean): return .number(mean)
        case .pending where isSurveying:
            metPendingMean = true
            return unknownMean(index, name)
        case .pending:
            return .failed(
                fail("loop", "the mean of matrix `\(name)` over a group needs that matrix's own score, so there is no beginning", self.name(of: .matrix(matrix))))
        case .unknown, .nobody: return unknownMean(index, name)
        }
    }

    private func unknownMean(_ index: Int, _ matrix: String) -> LuaAnswer {
        // The group's size is known; only this reader learns that the mean is not.
        let slot = program.slots.owners.count + index
        missing[slot] = Missing(answers: ["group.\(rules.groups[index].name).mean_score"])
        return .unknown(slot: slot)
    }
}
