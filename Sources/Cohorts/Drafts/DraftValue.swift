package import Notation

/// A value of a nominal that is being made up, as a cohort file writes it.
package indirect enum DraftValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case number(Double)
    /// Also dates, which may be counted from the date of the run: see ``DraftDate``.
    case text(String)
    case list([DraftValue])
    case record(DraftRecord)

    package var record: DraftRecord? { if case .record(let record) = self { record } else { nil } }
    package var items: [DraftValue]? { if case .list(let items) = self { items } else { nil } }

    package func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let value): json.bool(value)
        case .int(let value): json.int(value)
        case .number(let value): json.number(value)
        case .text(let text): json.string(text)
        case .list(let items):
            json.beginArray()
            for item in items { item.write(to: &json) }
            json.endArray()
        case .record(let record):
            json.beginObject()
            for (name, value) in record.fields {
                json.key(name)
                value.write(to: &json)
            }
            json.endObject()
        }
    }
}

/// Named values in the order in which they were given.
package struct DraftRecord: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private struct Field: Hashable, Sendable {
        let name: String
        var value: DraftValue
    }

    // Few enough to be looked through.
    private var all: [Field] = []

    package init() {}
    package init(dictionaryLiteral elements: (String, DraftValue)...) {
        for (name, value) in elements { self[name] = value }
    }

    package var names: [String] { all.map(\.name) }
    package var fields: [(name: String, value: DraftValue)] { all.map { ($0.name, $0.value) } }

    /// nil for a field that is left out.
    package subscript(_ name: String) -> DraftValue? {
        get { all.first { $0.name == name }?.value }
        set {
            let place = all.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): all[place].value = value
            case (let place?, nil): all.remove(at: place)
            case (nil, let value?): all.append(Field(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    /// A dotted path of records, such as `needs.drugs`. Setting makes the records on the way.
    package subscript(path path: some Collection<String>) -> DraftValue? {
        get {
            guard let first = path.first else { return nil }
            return path.count == 1 ? self[first] : self[first]?.record?[path: path.dropFirst()]
        }
        set {
            guard let first = path.first else { return }
            if path.count == 1 {
                self[first] = newValue
                return
            }
            guard self[first]?.record != nil || newValue != nil else { return }
            var inner = self[first]?.record ?? DraftRecord()
            inner[path: path.dropFirst()] = newValue
            self[first] = .record(inner)
        }
    }
}
