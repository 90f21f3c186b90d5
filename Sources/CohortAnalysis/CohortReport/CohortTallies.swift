import Cohorts
import Decisions
import Evidence
import FieldDefinitions
import Notation

/// Counts of one field's values among those managed.
struct FieldTally {
    static let unknown = ""

    var counts: [String: Int] = [:]

    mutating func add(_ value: String?) { counts[value ?? FieldTally.unknown, default: 0] += 1 }

    /// The values in the order given with their titles, then others by name, then those not known. Values without anybody are left out.
    func breakdown(_ field: String, _ title: String, order: [(value: String, title: String)]) -> Breakdown {
        let others = Set(counts.keys).subtracting(order.map(\.value)).subtracting([FieldTally.unknown]).sorted()
        let all = order + others.map { ($0, $0) } + [(FieldTally.unknown, "not known")]
        return Breakdown(
            field: field, title: title,
            groups: all.compactMap { value, title in
                counts[value].map { Breakdown.Group(value: value == FieldTally.unknown ? "unknown" : value, title: title, count: $0) }
            })
    }
}

/// Counts of one need among those managed: none, some, marked, not known.
struct NeedTally {
    var counts = [0, 0, 0, 0]

    mutating func add(_ value: Int?) { counts[value.map { min(max($0, 0), 2) } ?? 3] += 1 }
}

/// Groups in which a report shows people.
enum CohortGroups {
    static let ages = ["under 18", "18–25", "26–34", "35–49", "50 and over"]

    static func age(_ years: Int) -> String {
        switch years {
        case ..<18: ages[0]
        case ...25: ages[1]
        case ...34: ages[2]
        case ...49: ages[3]
        default: ages[4]
        }
    }

    /// The broad group of each code of ethnicity, such as `Mixed` for `M1`.
    static let ethnicities: [String: String] = {
        guard case .enumeration(let codes)? = FieldCatalogue.standard.field(at: "ethnicity")?.type else { return [:] }
        return codes.meanings.mapValues { String($0.prefix { $0 != ":" }) }
    }()

    /// In the order of the codes, each once.
    static let ethnicGroups: [String] = {
        var seen: Set<String> = []
        return ethnicities.sorted { $0.key < $1.key }.map(\.value).filter { seen.insert($0).inserted }
    }()

    /// Needs in the catalogue's order, with the marks of the sensitive ones.
    static let needs: [FieldDefinition] = FieldCatalogue.standard.field(at: "needs")?.type.parts ?? []

    static func order(_ values: [String]) -> [(value: String, title: String)] { values.map { ($0, $0.replacing("_", with: " ")) } }
}
