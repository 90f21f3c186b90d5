/// A form with a file in it, as browsers send it: `multipart/form-data`.
struct MultipartForm: Sendable {
    private(set) var fields = FormFields()
    /// What was chosen for each field that takes a file.
    private(set) var files: [String: [UInt8]] = [:]

    private static let mostParts = 32

    /// - Parameter contentType: the header, with the boundary in it.
    /// - Returns: nil where the text is not of that form.
    init?(_ bytes: [UInt8], contentType: String) {
        guard let boundary = MultipartForm.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else { return nil }
        let mark = Array("--\(boundary)".utf8)
        // What stands before the first mark belongs to nobody, so the first line is treated as any other that begins a part.
        var rest = bytes[...]
        guard rest.starts(with: mark) else { return nil }
        rest = rest.dropFirst(mark.count)
        var count = 0
        while !rest.starts(with: "--".utf8) {
            count += 1
            guard count <= MultipartForm.mostParts, rest.starts(with: "\r\n".utf8) else { return nil }
            rest = rest.dropFirst(2)
            guard let head = MultipartForm.range(of: Array("\r\n\r\n".utf8), in: rest), let end = MultipartForm.range(of: Array("\r\n".utf8) + mark, in: rest),
                head.upperBound <= end.lowerBound || head.upperBound == end.lowerBound + 2
            else { return nil }
            guard let headers = String(validating: rest[..<head.lowerBound], as: UTF8.self) else { return nil }
            let body = rest[head.upperBound..<max(head.upperBound, end.lowerBound)]
            guard add(headers, Array(body)) else { return nil }
            rest = rest[end.upperBound...]
        }
    }

    private mutating func add(_ headers: String, _ body: [UInt8]) -> Bool {
        let lines = headers.split(whereSeparator: \.isNewline)
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }), let name = MultipartForm.parameter("name", of: disposition) else { return false }
        if MultipartForm.parameter("filename", of: disposition) != nil {
            if files[name] == nil { files[name] = body }
            return true
        }
        guard let text = String(validating: body, as: UTF8.self) else { return false }
        fields.add(name, text)
        return true
    }

    /// `b` of `a; name="b"`
    private static func parameter(_ name: String, of header: some StringProtocol) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(\.trimmed)
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            let value = pair[1]
            return value.count >= 2 && value.hasPrefix("\"") && value.hasSuffix("\"") ? String(value.dropFirst().dropLast()) : value
        }
        return nil
    }

    private static func range(of needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        guard let first = needle.first, bytes.count >= needle.count else { return nil }
        var place = bytes.startIndex
        while let found = bytes[place...].firstIndex(of: first), found + needle.count <= bytes.endIndex {
            if bytes[found..<(found + needle.count)].elementsEqual(needle) { return found..<(found + needle.count) }
            place = found + 1
        }
        return nil
    }
}
