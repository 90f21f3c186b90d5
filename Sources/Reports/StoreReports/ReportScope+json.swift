import Evidence
import Notation

extension ReportScope {
    /// As keys of the object that is being written.
    func writeKeys(to json: inout JSONWriter) {
        json.key("from"); json.string(from.description)
        json.key("to"); json.string(to.description)
        source.writeKeys(to: &json)
        json.key("people"); json.int(people)
        json.key("rejected"); json.int(rejected)
    }

    /// As rows of CSV, in the columns part, name, month, count and note.
    var csvRows: [ReportTable.Row] {
        [
            .init(["period", "from", "", "", from.description]), .init(["period", "to", "", "", to.description]), .init(["store", "borough", "", "", source.borough ?? ""]),
            .init(["store", "people", "", String(people), ""]), .init(["store", "restricted", "", String(source.restricted), ""]),
            .init(["store", "rejected", "", String(rejected), ""]),
        ]
    }
}

extension StoreSource {
    /// As keys of the object that is being written.
    func writeKeys(to json: inout JSONWriter) {
        json.key("borough"); json.optional(borough)
        json.key("restricted"); json.int(restricted)
    }
}

extension JSONWriter {
    /// How long things took: how many there were, the middle one, and nine of ten.
    mutating func days(_ days: DayCounts) {
        beginObject()
        key("count"); int(days.count)
        key("median"); optional(days.twiceMedian.map { Double($0) / 2 })
        key("nine_of_ten"); optional(days.nineOfTen)
        endObject()
    }
}
