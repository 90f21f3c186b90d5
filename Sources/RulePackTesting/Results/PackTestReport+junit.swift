import Decisions

extension PackTestReport {
    /// The XML that build servers read: a suite for each file of each pack.
    package static func junit(_ reports: [PackTestReport]) -> String {
        let all = reports.flatMap(\.results)
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites\(counts(all)) time=\"\(time(reports.reduce(0) { $0 + $1.seconds }))\">\n"
        for report in reports {
            for (file, results) in report.files {
                let name = "\(report.pack.id) \(file)"
                xml += "  <testsuite name=\"\(escaped(name))\"\(counts(results)) time=\"\(time(results.reduce(0) { $0 + $1.seconds }))\">\n"
                for result in results { xml += testcase(result, in: name) }
                xml += "  </testsuite>\n"
            }
        }
        return xml + "</testsuites>\n"
    }

    private static func testcase(_ result: PackTestResult, in suite: String) -> String {
        var tag = "    <testcase name=\"\(escaped(result.test.name))\" classname=\"\(escaped(suite))\" time=\"\(time(result.seconds))\""
        if let file = result.test.file { tag += " file=\"\(escaped(file))\"" }
        if let line = result.test.line { tag += " line=\"\(line)\"" }
        switch result.status {
        case .passed: return tag + "/>\n"
        case .skipped: return tag + "><skipped/></testcase>\n"
        case .failed:
            let message = result.message ?? ""
            let body = ([message] + result.details).joined(separator: "\n")
            return tag + "><failure message=\"\(escaped(message))\">\(escaped(body))</failure></testcase>\n"
        }
    }

    private static func counts(_ results: [PackTestResult]) -> String {
        " tests=\"\(results.count)\" failures=\"\(results.count { $0.status == .failed })\" skipped=\"\(results.count { $0.status == .skipped })\""
    }

    /// Seconds to a thousandth, never in the form with an exponent.
    private static func time(_ seconds: Double) -> String {
        let thousandths = Int((seconds * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }

    /// Also without what XML 1.0 cannot hold at all.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            default: result.unicodeScalars.append(isWritable(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return result
    }

    private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
}
