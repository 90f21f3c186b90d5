package import Cohorts
import FieldDefinitions
package import RulePacks

/// One layout for several packs, with the local fields of each.
package enum SharedFields {
    /// - Throws: `GovernanceError` where the packs declare one local field with different values.
    package static func layout(_ packs: [PackSource]) throws(GovernanceError) -> RowLayout {
        var local: [FieldDefinition] = []
        var owners: [String: String] = [:]
        for pack in packs {
            for field in pack.catalogue.field(at: "local")?.type.parts ?? [] {
                guard let known = local.first(where: { $0.name == field.name }) else {
                    local.append(field)
                    owners[field.name] = pack.manifest.id
                    continue
                }
                guard shape(known.type) == shape(field.type) else {
                    throw GovernanceError(
                        "`local.\(field.name)` is \(known.type.inWords) in `\(owners[field.name] ?? "")` and \(field.type.inWords) in "
                            + "`\(pack.manifest.id)`: one cohort cannot serve both; rename one of them")
                }
            }
        }
        guard let first = packs.first, !local.isEmpty else { return RowLayout(packs.first?.catalogue ?? .standard) }
        return RowLayout(first.catalogue.adding(local: local))
    }

    /// What has to be the same for a cell to mean the same.
    private static func shape(_ type: FieldType) -> [String] {
        [type.inWords] + type.parts.flatMap { ["\($0.name):"] + shape($0.type) }
    }
}
