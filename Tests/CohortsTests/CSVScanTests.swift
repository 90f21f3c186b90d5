@testable import Cohorts
import Testing

@Suite("Records of CSV")
struct CSVScanTests {
    @Test("values are found as RFC 4180 has them", arguments: [
        ("a,b,c\n", ["a", "b", "c"]),
        ("a,b,c", ["a", "b", "c"]),
        ("a,b,c\r\n", ["a", "b", "c"]),
        (",,\n", ["", "", ""]),
        ("a,\n", ["a", ""]),
        (#""a","b","c""#, ["a", "b", "c"]),
        (#""a,b",c"#, ["a,b", "c"]),
        ("\"a\nb\",c\n", ["a\nb", "c"]),
        ("\"a\r\nb\"\r\nnext", ["a\r\nb"]),
        (#""say ""yes""",c"#, [#"say "yes""#, "c"]),
        (#""""""",c"#, [#""""#, "c"]),
        (#""",c"#, ["", "c"]),
        (#","""#, ["", ""]),
        (" a , b \n", [" a ", " b "]),
        ("é,ü\n", ["é", "ü"]),
        ("a\rb,c\n", ["a\rb", "c"]),
    ])
    func values(text: String, expected: [String]) {
        #expect(scan(text) == .success(expected))
    }

    @Test("what is not CSV is said to be so", arguments: [
        ("a\"b,c\n", "inside a value"), ("\"a\"b,c\n", "follows a closing quote"), ("\"a,b\n", "never closed"),
        ("\"", "never closed"), ("a,\"\"\"", "never closed"),
    ])
    func faults(text: String, message: String) throws {
        guard case .failure(let fault) = scan(text) else {
            Issue.record("`\(text)` was read")
            return
        }
        #expect(fault.what.contains(message))
    }

    @Test("a record is unfinished until the bytes that end it are there", arguments: [
        "a,b\n", "a,b\r\n", "\"a\",b\n", "a,\"b\"\"c\"\r\n", "\"a\nb\"\n",
    ])
    func unfinished(text: String) {
        let bytes = Array(text.utf8)
        var values: [CSVValue] = []
        for length in 0..<bytes.count {
            let outcome = bytes[..<length].withUnsafeBufferPointer {
                CSVScan.record($0, isLast: false, values: &values)
            }
            guard case .unfinished = outcome else {
                Issue.record("the first \(length) bytes of `\(text)` were taken for a record")
                return
            }
        }
        let outcome = bytes.withUnsafeBufferPointer { CSVScan.record($0, isLast: false, values: &values) }
        guard case .record(_, let next) = outcome else {
            Issue.record("`\(text)` was not taken for a record")
            return
        }
        #expect(next == bytes.count)
    }

    private struct Fault: Error, Equatable { var what: String }

    private func scan(_ text: String) -> Result<[String], Fault> {
        var values: [CSVValue] = []
        return Array(text.utf8).withUnsafeBufferPointer { bytes in
            switch CSVScan.record(bytes, isLast: true, values: &values) {
            case .fault(let what): return .failure(Fault(what: what))
            case .unfinished: return .failure(Fault(what: "unfinished"))
            case .record:
                let cells = CSVWriting(bytes: bytes, values: values)
                return .success(values.indices.map { cells.text($0) })
            }
        }
    }
}
