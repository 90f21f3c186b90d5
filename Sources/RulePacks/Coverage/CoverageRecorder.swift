import Decisions
import LuaRuntime

/// Notes what an evaluator touches, once it is the evaluator's `coverage`. It belongs to one evaluator.
package final class CoverageRecorder {
    package let map: CoverageMap
    private var hits: CoverageHits
    private var state: LuaState?
    private var numbers: CoverageNumbers?
    /// Places of lines in the map, by chunk and line.
    private let lines: [String: [Int: Int]]

    package init(_ map: CoverageMap) {
        self.map = map
        hits = map.noHits
        var lines: [String: [Int: Int]] = [:]
        for (place, item) in map.items.enumerated() where item.kind == .lines {
            if let line = item.line { lines[item.file, default: [:]][line] = place }
        }
        self.lines = lines
    }

    /// What was touched since the last time; the record starts afresh.
    package func take() -> CoverageHits {
        for chunk in state?.takeLines() ?? [] {
            let places = lines[chunk.chunk] ?? [:]
            for line in chunk.lines { hits.insert(places[line] ?? -1) }
        }
        defer { hits = map.noHits }
        return hits
    }

    func attach(_ program: RuleProgram) {
        numbers = CoverageNumbers(map, program.rules)
        state = program.state
        // Where the lines cannot be told, the map has none either.
        try? state?.startRecordingLines()
    }

    func detach() {
        state?.stopRecordingLines()
        state = nil
    }

    // MARK: What the evaluator tells

    func criterion(_ rule: Int, _ row: Int, _ met: Met) { note(numbers?.criteria[rule].branches[row], met) }

    func condition(_ matrix: Int, row: Int, _ met: Met) { note(numbers?.matrices[matrix].rows[row].branch, met) }

    func began(_ matrix: Int, row: Int) { insert(numbers?.matrices[matrix].rows[row].branch.rule) }

    func gave(_ points: Double, _ matrix: Int, row: Int) {
        guard let row = numbers?.matrices[matrix].rows[row] else { return }
        if row.isConstant || points != row.nothing { hits.insert(row.item) }
    }

    func reached(step: Int, _ matrix: Int, row: Int) { insert(numbers?.matrices[matrix].rows[row].steps[step]) }

    func gave(band: Int, _ matrix: Int) { insert(numbers?.matrices[matrix].bands[band]) }

    func asked(input: Int, _ table: Int) { insert(numbers?.tables[table].inputs[input]) }

    /// - Parameter rows: counted from 1.
    func matched(_ rows: [Int], _ table: Int) {
        for row in rows { insert(numbers?.tables[table].rows[row - 1]) }
    }

    func condition(_ classification: Int, class place: Int, _ met: Met) { note(numbers?.classifications[classification].branches[place], met) }

    func gave(classes: [String], _ classification: Int) {
        for id in classes { insert(numbers?.classifications[classification].given[id]) }
    }

    func asked(_ answer: Answer) {
        switch answer {
        case .criteria(let index): insert(numbers?.criteria[index].rule)
        case .matrix(let index): insert(numbers?.matrices[index].rule)
        case .table(let index): insert(numbers?.tables[index].rule)
        case .classification(let index): insert(numbers?.classifications[index].rule)
        case .group(let index): insert(numbers?.groups[index])
        }
    }

    func asked(deselection: Bool) { insert(deselection ? numbers?.deselection.rule : numbers?.selection.rule) }

    /// - Parameter met: nil for a rule without a condition.
    func rule(_ place: Int, deselection: Bool, _ met: Met?) {
        note(deselection ? numbers?.deselection.branches[place] : numbers?.selection.branches[place], met)
    }

    /// - Parameter met: nil for a rule without a condition.
    func tasking(_ place: Int, _ met: Met?) {
        insert(numbers?.taskings.rule)
        note(numbers?.taskings.branches[place], met)
    }

    /// A rule that fails was come to, though nothing came out of it.
    func failed(_ path: String) { insert(map.rule(holding: path).flatMap(map.place(ofRule:))) }

    func askedAllocation() { insert(numbers?.allocation) }

    func keep(_ met: Met) { note(numbers?.keep, met) }

    private func insert(_ place: Int?) { hits.insert(place ?? -1) }

    private func note(_ branch: CoverageNumbers.Branch?, _ met: Met?) {
        guard let branch else { return }
        hits.insert(branch.rule)
        switch met {
        case .yes: hits.insert(branch.yes)
        case .no: hits.insert(branch.no)
        case .unknown: hits.countUnknown(branch.rule)
        case nil: break
        }
    }
}
