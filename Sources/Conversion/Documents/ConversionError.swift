/// Why a file cannot be converted, in words for the person who gave it.
package struct ConversionError: Error, Hashable, Sendable {
    /// One lower-case sentence that says what is wrong and what to do.
    package let message: String
    /// As the person knows it; nil where no file is meant.
    package var file: String?
    /// Counted from 1; nil where the file as a whole is meant.
    package var line: Int?
    /// In XML letters from the start of the line, in CSV cells, both counted from 1.
    package var column: Int?

    package init(_ message: String, file: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.message = message
        self.file = file
        self.line = line
        self.column = column
    }

    /// `tier.dmn:12:7: …`
    package var text: String {
        guard let file else { return message }
        return file + [line, column].compactMap { $0 }.map { ":\($0)" }.joined() + ": " + message
    }

    /// The same with a file and a place, where it has none of its own.
    func placed(_ file: String?, _ line: Int?, _ column: Int? = nil) -> ConversionError {
        ConversionError(message, file: self.file ?? file, line: self.line ?? line, column: self.line == nil ? column : self.column)
    }
}
