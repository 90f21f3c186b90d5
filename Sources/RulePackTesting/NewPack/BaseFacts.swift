import Notation
import RulePacks

/// What a new pack says of the one that it extends.
struct BaseFacts {
    struct Change {
        let name: String
        let title: String
        let value: String
        let was: String
        let unit: String?
        /// `65 to 100`
        let bounds: String
    }

    let id: String
    let title: String
    /// The one parameter that differs; nil where none can.
    let changed: Change?

    init(_ pack: PackSource, changed: Change?) {
        id = pack.manifest.id
        title = pack.manifest.title
        self.changed = changed
    }

    /// Parameters that can be another number, each with a number near its own: points first, then by name.
    static func changes(of pack: PackSource) -> [Change] {
        let parameters = pack.parameters.filter { $0.unit == "points" } + pack.parameters.filter { $0.unit != "points" }
        return parameters.compactMap { parameter in
            guard case .number(let value) = parameter.value, let least = parameter.min, let most = parameter.max, least < most else { return nil }
            guard let next = [value + 5, value + 1, value - 1].first(where: { (least...most).contains($0) }) else { return nil }
            return Change(
                name: parameter.name, title: parameter.title, value: shortestText(next), was: shortestText(value), unit: parameter.unit,
                bounds: "\(shortestText(least)) to \(shortestText(most))")
        }
    }
}
