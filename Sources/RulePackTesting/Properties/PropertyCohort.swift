import Cohorts
import FieldDefinitions

/// The nominals of a property as lines of a cohort file, made when first asked for: a mutation run tries them on every mutant.
final class PropertyCohort {
    struct Nominals {
        /// The nominal, then what the property's change may make of it.
        var drafts: [NominalDraft]
        /// The line of each.
        var lines: [[UInt8]]
    }

    private let property: PackProperty
    private let catalogue: FieldCatalogue
    private var made: [Int: Nominals?] = [:]

    init(_ property: PackProperty, _ catalogue: FieldCatalogue) {
        self.property = property
        self.catalogue = catalogue
    }

    /// nil where the property cannot be tried on the nominal at that place of its cohort.
    subscript(place: Int) -> Nominals? {
        if let nominals = made[place] { return nominals }
        let nominals = property.nominals(property.cohort[place]).map { drafts in
            Nominals(drafts: drafts, lines: drafts.map { $0.line(catalogue, asOf: property.cohort.asOf) })
        }
        made[place] = nominals
        return nominals
    }
}
