import Cohorts
import Decisions
import FieldDefinitions
import Notation
import RulePacks

/// Looks for a nominal that the engine decides as a finding says.
final class WitnessFinder {
    /// Nominals that are decided for one question.
    static let mostTries = 300
    /// Nominals that are decided for all questions of a pack.
    static let mostTriesOfAll = 3_000

    private let program: RuleProgram
    private let row: NominalRow
    private var decoder: NominalDecoder
    private var tries = 0
    private lazy var evaluator = Evaluator(program)

    init(_ program: RuleProgram) {
        self.program = program
        row = NominalRow(layout: program.layout)
        decoder = NominalDecoder(layout: program.layout)
    }

    var neutral: NominalDraft { .neutral(program.pack.catalogue, borough: program.pack.manifest.owner.borough) }

    func text(_ draft: NominalDraft) -> String {
        draft.lua(program.pack.catalogue, borough: program.pack.manifest.owner.borough, width: .max)
    }

    /// The value of a field of the neutral nominal; nil where it has none, or none that a table can test.
    func neutralValue(_ path: String) -> TableValue? {
        switch neutral[path] {
        case .bool(let value)?: .bool(value)
        case .int(let value)?: .number(Double(value))
        case .number(let value)?: .number(value)
        case .text(let text)?: DraftDate.day(text, asOf: program.asOf).map { .date($0) } ?? .string(text)
        default: path == "age" ? .number(30) : nil
        }
    }

    /// nil where the draft is no valid nominal, or enough have been decided already.
    func decide(_ draft: NominalDraft) -> Decision? {
        guard tries < Self.mostTriesOfAll else { return nil }
        tries += 1
        let row = row
        let reject = draft.line(program.pack.catalogue, asOf: program.asOf).withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) }
        guard reject == nil else { return nil }
        evaluator.evaluate(row, input: "")
        return evaluator.decision
    }

    /// The first of the combinations of `choices`, put into the neutral nominal, that the engine decides as `holds` says. Fields with
    /// one choice are set whatever else is tried.
    func find(
        _ choices: [(path: String, values: [DraftValue])], where holds: (Decision) -> Bool
    ) -> NominalDraft? {
        let sizes = choices.map(\.values.count)
        guard !sizes.contains(0) else { return nil }
        let count = sizes.reduce(1) { product, size in min(product * size, 1 << 40) }
        var random: UInt64 = 0x9E37_79B9_7F4A_7C15
        for round in 0..<min(count, Self.mostTries) {
            var place = round
            if count > Self.mostTries, round > 0 {
                // Too many to try in turn, so some are drawn, the same in every run.
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                place = Int((random >> 20) % UInt64(count))
            }
            var draft = neutral
            for (field, size) in zip(choices, sizes) {
                set(field.path, field.values[place % size], in: &draft)
                place /= size
            }
            if let decision = decide(draft), holds(decision) { return draft }
        }
        return nil
    }

    private func set(_ path: String, _ value: DraftValue, in draft: inout NominalDraft) {
        guard neutralValue(path).map(DraftValue.init) != value else { return }
        draft.put(value, at: path, program.pack.catalogue)
    }
}

extension NominalDraft {
    /// Sets a field, and where it is a part of a record that is not there, the rest of what that must have.
    mutating func put(_ value: DraftValue, at path: String, _ catalogue: FieldCatalogue) {
        let parts = path.split(separator: ".").map(String.init)
        if parts.count > 1, self[parts[0]]?.record == nil, let record = catalogue.field(at: parts[0]) {
            self[parts[0]] = .record(NominalDraft.neutralItem(record.type.parts))
        }
        self[path] = value
    }
}
