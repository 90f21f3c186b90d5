package import Evidence
import Notation
package import RulePacks

extension PackInWords {
    /// Reads a pack out. The same pack gives the same words, whoever asks and whenever.
    package init(_ program: RuleProgram) {
        let reader = PackReader(program)
        self.init(pack: PackLabel(program.pack), about: PackAbout(program.pack))
        selection = reader.list("selection", program.rules.selection) { reader.recommendation($0) }
        deselection = reader.list("deselection", program.rules.deselection) { reader.leaving($0) }
        taskings = reader.taskings
        places = reader.places
        criteria = program.rules.criteria.map(reader.criteria)
        matrices = program.rules.matrices.map(reader.matrix)
        tables = program.rules.tables.map(reader.table)
        classifications = program.rules.classifications.map(reader.classification)
        groups = program.rules.groups.map(reader.group)
        thresholds = reader.thresholds
        fields = FieldUses(program.pack, readBy: reader.readBy).all
    }
}

extension PackAbout {
    package init(_ pack: PackSource) {
        let manifest = pack.manifest
        self.init(
            purpose: manifest.purpose, lawfulBasis: manifest.lawfulBasis, borough: manifest.owner.borough, contact: manifest.owner.contact,
            from: manifest.valid.from, reviewBy: manifest.valid.reviewBy, until: manifest.valid.until,
            baselines: pack.baselines.map { "\($0.id) \($0.version)" })
    }
}
