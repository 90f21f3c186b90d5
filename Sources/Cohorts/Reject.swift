package import Notation

/// A line of a cohort that could not be used, and why. The rest of the cohort is not affected.
package struct Reject: Error, Hashable, Sendable {
    /// Counted from 1.
    package var line: Int
    /// The nominal's id; nil where it could not be read.
    package var id: String?
    /// `offences[3].date`, places counted from 0 as the input has them; empty where the line as a whole is wrong.
    package var path: String
    /// The value found, shortened where it is long.
    package var got: String
    /// The kind of value that belongs there.
    package var expected: String
    /// One sentence that says what is wrong and what to do.
    package var message: String

    package init(line: Int, id: String?, path: String, got: String, expected: String, message: String) {
        self.line = line
        self.id = id
        self.path = path
        self.got = got
        self.expected = expected
        self.message = message
    }

    /// For a nominal whose id another line of the same cohort has already.
    package static func duplicate(id: String, line: Int) -> Reject {
        let id = RawJSON.shortened(id)
        return Reject(
            line: line, id: id, path: "id", got: id, expected: "an id of its own",
            message: "the id `\(id)` stands on an earlier line already: give each nominal one line")
    }

    /// For a line of more bytes than one may have.
    static func tooLong(_ length: Int, line: Int) -> Reject {
        let most = NominalDecoder.longestLine
        return Reject(
            line: line, id: nil, path: "", got: "\(length) bytes", expected: "at most \(most) bytes",
            message: "the line is \(length) bytes long, and \(most) are the most: put each nominal on a line of its own")
    }

    /// One JSON object, with no newline.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("line")
        json.int(line)
        json.key("id")
        json.optional(id)
        json.key("path")
        json.string(path)
        json.key("got")
        json.string(got)
        json.key("expected")
        json.string(expected)
        json.key("message")
        json.string(message)
        json.endObject()
    }
}
