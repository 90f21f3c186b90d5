/// What is wrong with a row of CSV as a row, whatever its values are.
struct RowFault {
    var got: String
    var expected: String
    var message: String

    init(got: String, expected: String, message: String) {
        self.got = got
        self.expected = expected
        self.message = message
    }

    /// nil where the row is CSV in UTF-8 and has as many values as the heading has names.
    init?(_ fault: String?, _ bytes: UnsafeBufferPointer<UInt8>, values: Int, columns: Int) {
        let text = LineText(bytes)
        expected = RowFault.counted(columns)
        if let place = text.firstBadByte {
            (got, expected) = (RawJSON(bytes).excerpt(from: place), "UTF-8 text")
            message = "the row is not valid UTF-8 from byte \(place + 1) on: save the file as UTF-8"
        } else if let place = text.firstNUL {
            (got, expected) = (RawJSON(bytes).excerpt(from: place), "text")
            message = "a NUL byte stands at byte \(place + 1) of the row: the file is damaged, or is not text"
        } else if let fault {
            got = "a row that cannot be read"
            message = "the row cannot be read: \(fault)"
        } else if values != columns {
            got = RowFault.counted(values)
            message =
                "the row has \(got), and the heading names \(columns): add or take out commas, or quote a value that has one"
        } else {
            return nil
        }
    }

    private static func counted(_ values: Int) -> String { values == 1 ? "1 value" : "\(values) values" }

    /// The same, with the place put in front of its message.
    func at(_ place: String) -> RowFault {
        RowFault(got: got, expected: expected, message: "\(place): \(message)")
    }

    func reject(line: Int, id: String, path: String) -> Reject {
        Reject(
            line: line, id: id.isEmpty ? nil : RawJSON.shortened(id), path: path, got: RawJSON.shortened(got),
            expected: expected, message: message)
    }
}
