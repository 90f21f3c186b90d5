import Cohorts
import DecisionStore
import FieldDefinitions

/// A cohort from memory, which may break off.
final class Lines: CohortSource {
    var pendingRejects: [Reject] = []
    private let lines: [String]
    private let breaksAfter: Int?
    private var place = 0

    init(_ lines: [String], breaksAfter: Int? = nil) {
        self.lines = lines
        self.breaksAfter = breaksAfter
    }

    func next(_ body: (UnsafeRawBufferPointer, Int) -> Void) throws(CohortError) -> Bool {
        if place == breaksAfter { throw CohortError(message: "cannot read `cohort.ndjson`: input/output error") }
        guard place < lines.count else { return false }
        let bytes = Array(lines[place].utf8)
        place += 1
        bytes.withUnsafeBytes { body($0, place) }
        return true
    }

    func rewind() { place = 0 }
    func locate(_ reject: Reject) -> Reject { reject }

    static func nominal(_ id: String, arrests: Int = 3) -> String {
        #"{"id":"\#(id)","borough":"Camford","date_of_birth":"1990-02-03","convictions_total":2,"arrests_total":\#(arrests),"custody_status":"none","statutory":false}"#
    }
}

extension StorePlace {
    @discardableResult
    func take(_ lines: [String], breaksAfter: Int? = nil, rejects: inout [Reject]) throws -> CohortImport {
        var found: [Reject] = []
        defer { rejects = found }
        return try store.take(
            Lines(lines, breaksAfter: breaksAfter), layout: RowLayout(.standard), name: "cohort.ndjson", who: "a.khan", why: "nightly extract"
        ) { found.append($0) }
    }

    @discardableResult
    func take(_ lines: [String], breaksAfter: Int? = nil) throws -> CohortImport {
        var rejects: [Reject] = []
        return try take(lines, breaksAfter: breaksAfter, rejects: &rejects)
    }

    var nominals: [String] {
        get throws {
            var text: [UInt8] = []
            _ = try store.disclose(borough: nil, who: "a.khan", why: "test") { text += $0 }
            return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }
}
