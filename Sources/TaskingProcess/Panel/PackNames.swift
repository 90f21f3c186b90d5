import Cohorts
import Decisions
import DecisionStore
import FieldDefinitions
import Notation
import RulePacks

/// The names that a pack of the store gives to its matrices, rows, bands and fields.
struct PackNames: Sendable {
    let catalogue: FieldCatalogue
    private let matrices: [Matrix]
    private let criteria: [Criteria]
    /// Categories into which the pack selects or moves people.
    let categories: Set<String>

    /// - Returns: nil where the pack is not in the store as it was, or does not load: then ids have to do.
    init?(_ record: KeptRecord, in reader: StoreReader) throws {
        guard let approval = try reader.approval(record.approval) else { return nil }
        do throws(PackError) {
            let pack = try PackSource.load(PackFiles(id: record.packID, files: approval.files))
            guard pack.digest == record.pack else { return nil }
            catalogue = pack.catalogue
            let rules = try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: pack.manifest.valid.from).rules
            matrices = rules.matrices
            criteria = rules.criteria
            categories = Set((rules.selection + rules.deselection).compactMap(\.category))
        } catch {
            return nil
        }
    }

    func matrix(_ name: String) -> Matrix? { matrices.first { $0.name == name } }
    func criterion(_ name: String) -> Criteria? { criteria.first { $0.name == name } }
}
