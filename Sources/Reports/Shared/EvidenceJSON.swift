import Decisions
import Evidence
import Notation

extension PackLabel {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("pack"); json.string(identity.id)
        json.key("version"); json.string(identity.version)
        json.key("digest"); json.string(identity.digest)
        json.key("title"); json.string(title)
        json.endObject()
    }
}

extension CohortLabel {
    /// As keys of the object that is being written.
    func writeKeys(to json: inout JSONWriter) {
        json.key("as_of"); json.string(asOf.description)
        json.key("people"); json.int(people)
        json.key("rejected"); json.int(rejected)
    }
}

extension JSONWriter {
    /// A share with four digits behind its point; null where there is none.
    mutating func rate(_ value: Double?) {
        guard let value else { return null() }
        number((value * 10_000).rounded() / 10_000)
    }

    /// A probability with four digits that count, so that none becomes nothing.
    mutating func chance(_ value: Double) {
        guard value > 0, value < 1 else { return number(value) }
        var scale = 10_000.0
        while value * scale < 1_000, scale < 1e300 { scale *= 10 }
        number((value * scale).rounded() / scale)
    }

    mutating func actions(_ actions: [Recommendation.Action: Int]) {
        beginObject()
        for action in Recommendation.Action.allCases {
            key(action.rawValue)
            int(actions[action, default: 0])
        }
        endObject()
    }

    /// An object for each item.
    mutating func objects<Item>(_ items: [Item], _ members: (Item, inout JSONWriter) -> Void) {
        array(items) { item, json in
            json.beginObject()
            members(item, &json)
            json.endObject()
        }
    }

    /// Keys with whole numbers.
    mutating func counts(_ counts: [(String, Int)]) {
        for (name, count) in counts {
            key(name)
            int(count)
        }
    }
}
