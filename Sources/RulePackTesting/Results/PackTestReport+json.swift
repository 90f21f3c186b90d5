import Decisions
package import Notation

extension PackTestReport {
    /// One JSON object, with no newline.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("pack"); json.string(pack.id)
        json.key("version"); json.string(pack.version)
        json.key("digest"); json.string(pack.digest)
        json.key("passed"); json.int(count(.passed))
        json.key("failed"); json.int(count(.failed))
        json.key("skipped"); json.int(count(.skipped))
        json.key("tests")
        json.beginArray()
        for result in results { result.write(to: &json) }
        json.endArray()
        if let coverage {
            json.key("coverage")
            coverage.write(to: &json)
        }
        if let mutation {
            json.key("mutation")
            mutation.write(to: &json)
        }
        json.key("seconds"); json.number(PackTestResult.rounded(seconds))
        json.endObject()
    }
}

extension PackTestResult {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("name"); json.string(test.name)
        json.key("kind"); json.string(test.kind.rawValue)
        json.key("status"); json.string(status.rawValue)
        json.key("file"); json.optional(test.file)
        json.key("line"); json.optional(test.line)
        if let message { json.key("message"); json.string(message) }
        if !details.isEmpty { json.key("details"); json.strings(details) }
        json.key("seconds"); json.number(PackTestResult.rounded(seconds))
        json.endObject()
    }

    /// To a thousandth: more would only be noise.
    static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
}
