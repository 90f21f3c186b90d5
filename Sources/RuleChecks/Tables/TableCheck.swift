import Cohorts
import Decisions
import LuaSyntax
import RulePacks

/// Looks at one decision table: what no row takes, what several take, and rows that are never taken.
struct TableCheck {
    /// Findings of one kind about one table.
    static let mostFindings = 3

    let program: RuleProgram
    let rule: TableRule
    let file: WrittenFile?
    let finder: WitnessFinder
    let inputs: [Input]
    let space: TableSpace
    var words: TableWords { TableWords(space: space) }

    struct Input {
        let followed: FollowedInput
        /// Of an input that gives no field as it is: what it rests on.
        let fields: [(path: String, values: [DraftValue])]
    }

    /// - Parameter rule: a table of the program whose cells the budget holds.
    init(_ program: RuleProgram, _ rule: TableRule, files: [WrittenFile], finder: WitnessFinder) {
        self.program = program
        self.rule = rule
        self.finder = finder
        let file = files.first { $0.source.name == rule.heading.file }
        self.file = file
        let inputs = rule.inputs.map { input in
            guard let file, let body = file.function(file.rule("table.\(rule.name).input.\(input.id)")?["of"]) else {
                return Input(followed: .unknown, fields: [])
            }
            let followed = InputFollower(program, file).follow(body)
            let candidates = InputCandidates(program, files, neutral: finder.neutralValue)
            return Input(followed: followed, fields: followed.field == nil ? candidates.fields(of: body, in: file) : [])
        }
        self.inputs = inputs
        space = TableSpace(rule, inputs: inputs.map(\.followed))
    }

    /// Overlaps come first, as they are errors and the budget is one for all.
    var findings: [Finding] { emptyCells + overlaps + masked + gaps }

    // MARK: What checks share

    /// - Parameter row: counted from 0; nil for the table as a whole.
    func finding(
        _ code: FindingCode, _ message: String, _ severity: Finding.Severity, row: Int? = nil, hint: String? = nil, witness: NominalDraft? = nil) -> Finding {
        TableCheck.finding(code, message, severity, rule, file, row: row, hint: hint, witness: witness.map(finder.text))
    }

    static func finding(
        _ code: FindingCode, _ message: String, _ severity: Finding.Severity, _ rule: TableRule, _ file: WrittenFile?, row: Int? = nil, hint: String? = nil,
        witness: String? = nil
    ) -> Finding {
        let path = row.map { "table.\(rule.name).\($0 + 1)" } ?? "table.\(rule.name)"
        let written = file?.rule(path) ?? file?.rule("table.\(rule.name)")
        return Finding(
            code, "\(message) (decision table `\(rule.name)`)", severity: severity, file: rule.heading.file,
            line: written?.position.line ?? rule.heading.line, column: written?.position.column, hint: hint, witness: witness)
    }

    func tooMuch(_ what: String) -> Finding { TableCheck.tooMuch(what, rule, file) }

    static func tooMuch(_ what: String, _ rule: TableRule, _ file: WrittenFile?) -> Finding {
        finding(.tableNotAnalysed, "the table has too many rows and inputs to tell \(what)", .note, rule, file, hint: "split it into two tables")
    }

    /// A nominal that lies in the box and that the engine decides as `holds` says.
    func witness(_ box: TableBox, where holds: (Decision) -> Bool) -> NominalDraft? {
        var choices: [String: [DraftValue]] = [:]
        for (place, input) in inputs.enumerated() {
            let isNarrow = box.sides[place] != space.whole.sides[place]
            if let field = input.followed.field {
                choices[field] = values(of: field, box.sides[place], space.columns[place])
            } else if isNarrow {
                for (path, values) in input.fields where choices[path] == nil { choices[path] = values }
            }
        }
        return finder.find(choices.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, where: holds)
    }

    /// Values of a field that lie in a side of a box; one is enough.
    private func values(of field: String, _ side: TableBits, _ column: TableColumn) -> [DraftValue] {
        let pieces = side.members.filter { !column.stray.contains($0) }.map { column.pieces[$0] }
        if let neutral = finder.neutralValue(field), pieces.contains(where: { $0.contains(neutral) }) { return [DraftValue(neutral)] }
        let texts = ["Elsewhere", "elsewhere", "none"] + pieces.flatMap { piece -> [String] in
            guard case .texts(let after, _) = piece else { return [] }
            return [(after ?? "") + "a", (after ?? "") + " ", "A", "0"]
        }
        for text in texts where pieces.contains(where: { if case .texts = $0 { $0.contains(.string(text)) } else { false } }) { return [.text(text)] }
        for piece in pieces {
            if case .texts = piece { continue }
            if let sample = piece.sample { return [DraftValue(sample)] }
        }
        return []
    }

    /// Why a box was not shown by a nominal, for a hint.
    func reason(_ box: TableBox) -> String {
        let narrow = inputs.indices.filter { inputs[$0].followed.field == nil && box.sides[$0] != space.whole.sides[$0] }
        guard let place = narrow.first else { return "no nominal was found that shows it: other rules of the pack, or other fields, may rule it out" }
        return "whether this can happen could not be told, as `\(rule.inputs[place].id)` is worked out from other data"
            + " and no nominal was found that gives it such a value"
    }
}
