package import Notation

/// A change to one file of a pack that settles a finding.
package struct FindingFix: Sendable, Hashable {
    /// As findings name it.
    package let file: String
    /// What is replaced, in bytes from the start of the file; empty where something is only put in.
    package let bytes: Range<Int>
    /// What stands there now.
    package let was: String
    package let replacement: String
    /// Where people see the change, counted from 1; the column in bytes.
    package let line: Int
    package let column: Int

    package init(file: String, bytes: Range<Int>, was: String, replacement: String, line: Int, column: Int) {
        self.file = file
        self.bytes = bytes
        self.was = was
        self.replacement = replacement
        self.line = line
        self.column = column
    }

    /// ``scoring.lua:12:7: `ogsr2` → `ogrs2` ``
    package var text: String {
        let (old, new) = (FindingFix.shown(was), FindingFix.shown(replacement))
        let change =
            if old.isEmpty { "put in `\(new)`" } else if new.isEmpty { "took out `\(old)`" } else { "`\(old)` → `\(new)`" }
        return "\(file):\(line):\(column): \(change)"
    }

    /// Without the blanks and commas at its ends, on one line.
    private static func shown(_ text: String) -> String {
        let isEdge: (Character) -> Bool = { $0.isWhitespace || $0 == "," || $0 == ";" }
        var rest = text.drop(while: isEdge)
        while let last = rest.last, isEdge(last) { rest.removeLast() }
        return rest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("file"); json.string(file)
        json.key("start"); json.int(bytes.lowerBound)
        json.key("length"); json.int(bytes.count)
        json.key("was"); json.string(was)
        json.key("replacement"); json.string(replacement)
        json.endObject()
    }
}
