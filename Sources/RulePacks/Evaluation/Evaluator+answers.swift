import Decisions
import LuaRuntime

extension Evaluator {
    /// Called when a rule reads a slot that has not been worked out.
    func compute(slot: Int) -> LuaStatus {
        let outer = state.takeReads()
        let status = answer(program.slots.owners[slot])
        state.restoreReads(outer)
        return status
    }

    /// Works out an answer unless that was done already.
    func answer(_ answer: Answer) -> LuaStatus {
        if done.contains(answer) { return .ok }
        if let start = inProgress.firstIndex(of: answer) {
            let path = (inProgress[start...] + [answer]).map { name(of: $0).path }.joined(separator: " → ")
            return fail("loop", "the rules read one another in a loop: \(path)", name(of: answer))
        }
        inProgress.append(answer)
        let status: LuaStatus =
            switch answer {
            case .criteria(let index): answerCriteria(index)
            case .matrix(let index): answerMatrix(index)
            case .table(let index): answerTable(index)
            case .classification(let index): answerClassification(index)
            case .group(let index): answerGroup(index)
            }
        inProgress.removeLast()
        if status == .ok { done.insert(answer) }
        return status
    }

    func name(of answer: Answer) -> RuleName {
        switch answer {
        case .criteria(let index): RuleName(path: "criteria.\(rules.criteria[index].name)", heading: rules.criteria[index].heading)
        case .matrix(let index): RuleName(path: "matrix.\(rules.matrices[index].name)", heading: rules.matrices[index].heading)
        case .table(let index): RuleName(path: "table.\(rules.tables[index].name)", heading: rules.tables[index].heading)
        case .classification(let index):
            RuleName(path: "class.\(rules.classifications[index].name)", heading: rules.classifications[index].heading)
        case .group(let index): RuleName(path: "group.\(rules.groups[index].name)", heading: rules.groups[index].heading)
        }
    }

    func setKnown(_ slot: Int, _ value: LuaConstant) { state.setMemo(slot, value) }

    func setUnknown(_ slot: Int, _ why: Missing) {
        missing[slot] = why
        state.setMemo(slot, nil)
    }

    // MARK: Criteria

    private func answerCriteria(_ index: Int) -> LuaStatus {
        let rule = rules.criteria[index]
        var whys: [Missing?] = Array(repeating: nil, count: rule.rows.count)
        for (place, row) in rule.rows.enumerated() {
            switch condition(row.test, RuleName(path: "criteria.\(rule.name).\(row.id)", heading: row.heading)) {
            case .failed(let status): return status
            case .yes: set(.yes)
            case .no: set(.no)
            case .unknown(let why):
                set(.unknown)
                whys[place] = why
                criteria[index].rows[place].unknown = names(of: why)
            }
            func set(_ met: Met) {
                criteria[index].rows[place].met = met
                criteria[index].rows[place].unknown.removeAll()
            }
        }
        let met = met(rule.root, criteria[index].rows)
        criteria[index].met = met
        if met == .unknown {
            var why = Missing()
            collect(rule.root, criteria[index].rows, whys, into: &why)
            setUnknown(program.slots.met[index], why)
        } else {
            setKnown(program.slots.met[index], .bool(met == .yes))
        }
        return .ok
    }

    /// `all`: one not met decides, else one unknown leaves it unknown; `any`: one met decides.
    private func met(_ node: Criteria.Node, _ rows: [CriterionAnswer.Row]) -> Met {
        switch node {
        case .row(let place): return rows[place].met
        case .all(let parts):
            var result = Met.yes
            for part in parts {
                switch met(part, rows) {
                case .no: return .no
                case .unknown: result = .unknown
                case .yes: break
                }
            }
            return result
        case .any(let parts):
            var result = Met.no
            for part in parts {
                switch met(part, rows) {
                case .yes: return .yes
                case .unknown: result = .unknown
                case .no: break
                }
            }
            return result
        }
    }

    /// For want of what a node is unknown: of its rows, only those on which its answer still depends.
    private func collect(_ node: Criteria.Node, _ rows: [CriterionAnswer.Row], _ whys: [Missing?], into why: inout Missing) {
        guard met(node, rows) == .unknown else { return }
        switch node {
        case .row(let place): if let missing = whys[place] { why.formUnion(missing) }
        case .all(let parts), .any(let parts): for part in parts { collect(part, rows, whys, into: &why) }
        }
    }

    // MARK: Classifications

    private func answerClassification(_ index: Int) -> LuaStatus {
        let rule = rules.classifications[index]
        let slot = program.slots.classes[index]
        var matching: [String] = []
        var why = Missing()
        for entry in rule.classes {
            guard let when = entry.when else { continue }
            switch condition(when, RuleName(path: "class.\(rule.name).\(entry.id)", heading: entry.heading)) {
            case .failed(let status): return status
            case .no: continue
            case .yes: matching.append(entry.id)
            case .unknown(let missing): why.formUnion(missing)
            }
            if rule.pick == .first { break }
        }
        let otherwise = rule.classes.first { $0.when == nil }
        classes[index].unknown = []
        if rule.pick == .one, matching.count > 1 {
            return fail(
                "ambiguous_class", "\(matching.map { "`\($0)`" }.joined(separator: " and ")) both match, where exactly one class may",
                name(of: .classification(index)))
        }
        if !why.isEmpty {
            classes[index].classes = nil
            classes[index].unknown = names(of: why)
            setUnknown(slot, why)
            return .ok
        }
        if matching.isEmpty, let otherwise { matching = [otherwise.id] }
        if matching.isEmpty, rule.pick == .one {
            return fail("no_class", "no class matches, where exactly one must", name(of: .classification(index)))
        }
        classes[index].classes = matching
        if let set = program.slots.classSets[index] {
            state.assign(matching.map { .pooled(pooled($0)) }, toSet: set)
            setKnown(slot, .set(set))
        } else if let first = matching.first {
            setKnown(slot, .pooled(pooled(first)))
        } else {
            setUnknown(slot, Missing(answers: ["class.\(rule.name)"]))
        }
        return .ok
    }

    // MARK: Groups

    private func answerGroup(_ index: Int) -> LuaStatus {
        let rule = rules.groups[index]
        var key: String?
        var isWithheld = false
        if case .key(let function) = rule.members {
            switch groupKey(index, function) {
            case .failed(let status): return status
            case .key(let text): key = text
            }
            isWithheld = lastReads.withheld
        }
        let facts = groups?.facts(group: index, key: key, nominal: decision.nominal) ?? GroupFacts()
        groupFacts[index] = facts
        groupAnswers[index].key = isWithheld ? nil : facts.key
        groupAnswers[index].size = facts.size
        setKnown(program.slots.sizes[index], .number(Double(facts.size)))
        setKnown(program.slots.selected[index], .number(Double(facts.selected)))
        return .ok
    }

    enum GroupKey {
        case key(String?)
        case failed(LuaStatus)
    }

    /// The group that a person's key names; nil where there is no value for it.
    func groupKey(_ index: Int, _ function: LuaFunction) -> GroupKey {
        let name = name(of: .group(index))
        switch call(function, name) {
        case .failed(let status): return .failed(status)
        case .unknown, .value(.nothing): return .key(nil)
        case .value(.text(let text)): return .key(text)
        case .value(.number(let number)): return .key(DecisionWords.number(number))
        case .value(.bool(let value)): return .key(value ? "true" : "false")
        case .value: return .failed(fail("bad_key", "the group's `key` wants text or a number", name))
        }
    }

    func meanScore(group index: Int, matrix name: String) throws(LuaHostRefusal) -> LuaAnswer {
        guard let matrix = rules.matrices.firstIndex(where: { $0.name == name }) else {
            throw LuaHostRefusal("there is no matrix named `\(name)`")
        }
        let outer = state.takeReads()
        defer { state.restoreReads(outer) }
        if case let status = answer(.group(index)), status != .ok { return .failed(status) }
        guard let groups, let key = groupFacts[index]?.key else { return unknownMean(index, name) }
        switch groups.meanScore(group: index, key: key, matrix: matrix) {
        case .known(let mean): return .number(mean)
        case .unknown, .nobody: return unknownMean(index, name)
        }
    }

    private func unknownMean(_ index: Int, _ matrix: String) -> LuaAnswer {
        // The group's size is known; only this reader learns that the mean is not.
        let slot = program.slots.owners.count + index
        missing[slot] = Missing(answers: ["group.\(rules.groups[index].name).mean_score"])
        return .unknown(slot: slot)
    }

    /// The state's own copy of a text that rules may see.
    func pooled(_ text: String) -> Int32 {
        if let index = pool[text] { return index }
        let index = state.intern(text)
        pool[text] = index
        return index
    }
}
