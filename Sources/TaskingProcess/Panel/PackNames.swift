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
        guard let pack = try reader.pack(record.packID, digest: record.pack, approval: record.approval) else { return nil }
        do throws(PackError) {
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

extension StoreReader {
    /// A pack of the store; nil where it is not in the store as it was, or does not load any more.
    func pack(_ id: String, digest: String, approval: String) throws -> PackSource? {
        guard let stored = try self.approval(approval) else { return nil }
        do throws(PackError) {
            let pack = try PackSource.load(PackFiles(id: id, files: stored.files))
            return pack.digest == digest ? pack : nil
        } catch {
            return nil
        }
    }

    /// The pack with which a run was made.
    func pack(of run: StoredRun) throws -> PackSource? { try pack(run.packID, digest: run.pack, approval: run.approval) }
}
