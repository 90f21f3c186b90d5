package import Notation

/// A nominal's line taken apart into the members of its object, to put others in their place. What is not replaced keeps its
/// bytes and its place.
package struct LineMembers {
    /// An item of a list: its bytes, and those of its members that are text.
    package struct Item {
        package let bytes: ArraySlice<UInt8>
        package let texts: [String: String]
    }

    private let line: [UInt8]
    private let places: [String: Range<Int>]

    /// - Throws: `JSONScan.Fault` where the line is no object.
    package init(_ line: [UInt8]) throws(JSONScan.Fault) {
        self.line = line
        var places: [String: Range<Int>] = [:]
        try LineMembers.scan(line[...]) { scan throws(JSONScan.Fault) in
            try scan.object { key, scan throws(JSONScan.Fault) in places[key] = try scan.span() }
        }
        self.places = places
    }

    /// In the order in which they stand.
    package var names: [String] { places.sorted { $0.value.lowerBound < $1.value.lowerBound }.map(\.key) }

    /// The value of a member as it stands; nil where there is none.
    package func bytes(of name: String) -> ArraySlice<UInt8>? { places[name].map { line[$0] } }

    private static func scan<T>(_ bytes: ArraySlice<UInt8>, _ body: (inout JSONScan) throws(JSONScan.Fault) -> T) throws(JSONScan.Fault) -> T {
        // A closure that throws a type of its own gets through `withUnsafeBytes` only as a result.
        let result = bytes.withUnsafeBytes { buffer -> Result<T, JSONScan.Fault> in
            var scan = JSONScan(buffer)
            do throws(JSONScan.Fault) { return .success(try body(&scan)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    /// The texts among the members of an object; nil where it is not there or null.
    package func texts(of name: String) throws(JSONScan.Fault) -> [String: String]? {
        guard let place = places[name] else { return nil }
        return try LineMembers.scan(line[place]) { scan throws(JSONScan.Fault) in
            if try scan.null() { return nil }
            return try LineMembers.texts(&scan)
        }
    }

    private static func texts(_ scan: inout JSONScan) throws(JSONScan.Fault) -> [String: String] {
        var texts: [String: String] = [:]
        try scan.object { key, scan throws(JSONScan.Fault) in
            if let text = try scan.text() { texts[key] = text }
        }
        return texts
    }

    /// The items of a list; nothing where it is not there or null.
    package func items(of name: String) throws(JSONScan.Fault) -> [Item] {
        guard let place = places[name] else { return [] }
        let list = line[place]
        let spans = try LineMembers.scan(list) { scan throws(JSONScan.Fault) -> [Range<Int>] in
            if try scan.null() { return [] }
            var spans: [Range<Int>] = []
            try scan.array { scan throws(JSONScan.Fault) in spans.append(try scan.span()) }
            return spans
        }
        var items: [Item] = []
        for span in spans {
            let bytes = list[(list.startIndex + span.lowerBound)..<(list.startIndex + span.upperBound)]
            items.append(
                Item(bytes: bytes, texts: try LineMembers.scan(bytes) { scan throws(JSONScan.Fault) in try LineMembers.texts(&scan) }))
        }
        return items
    }

    /// The line with other values: each in the place of the one that it had, or behind all others where it had none.
    /// - Parameter values: JSON by name.
    package func replacing(_ values: [(name: String, json: [UInt8])]) -> [UInt8] {
        var new = line
        let there = values.compactMap { value in places[value.name].map { (place: $0, json: value.json) } }
        for (place, json) in there.sorted(by: { $0.place.lowerBound > $1.place.lowerBound }) { new.replaceSubrange(place, with: json) }
        for value in values where places[value.name] == nil {
            guard let end = new.lastIndex(of: 0x7D) else { continue }
            var json = JSONWriter()
            json.key(value.name)
            json.raw(value.json)
            new.replaceSubrange(end..<end, with: [0x2C] + json.bytes)
        }
        return new
    }
}
