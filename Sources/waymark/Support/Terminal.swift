import Glibc
import Notation

/// Standard output and standard error.
enum Terminal {
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }
    static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static func output(_ text: String) { line(text, STDOUT_FILENO) }
    static func error(_ text: String) { line(text, STDERR_FILENO) }

    /// Shows how far long work is, over what was shown before. For a terminal only.
    static func progress(_ text: String) { _ = write(Array("\r\u{1B}[K\(text)".utf8)[...], to: STDERR_FILENO) }

    private static func line(_ text: String, _ descriptor: Int32) {
        let ended = harmless(text.hasSuffix("\n") ? text : text + "\n")
        // What cannot be said on a closed terminal is lost; results go through `ResultFile`, which reports it.
        _ = write(Array(ended.utf8)[...], to: descriptor)
    }

    /// 0, or the error number of the write that failed.
    static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { write($0, to: descriptor) }
    }

    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return errno }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return 0
    }

    /// Each line of a text cut as by `wrapped`.
    /// - Parameter hanging: further lines get four spaces more than their first, rather than four.
    static func wrappedLines(_ text: String, hanging: Bool = false) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            wrapped(String(line), indent: 4 + (hanging ? line.prefix { $0 == " " }.count : 0))
        }.joined(separator: "\n")
    }

    /// Words cut to lines of at most 80 columns.
    static func wrapped(_ text: String, indent: Int = 0, width: Int = 80) -> String { wrappedText(text, indent: indent, width: width) }
}
