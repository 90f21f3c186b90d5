/// Bytes that are not JSON.
package struct JSONSyntaxError: Error, CustomStringConvertible {
    /// How many bytes were read before the fault.
    package let offset: Int
    package let expected: String

    package var description: String { "expected \(expected) after \(offset) bytes" }
}
