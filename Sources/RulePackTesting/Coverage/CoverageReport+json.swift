package import Notation
import RulePacks

extension CoverageReport {
    /// An object with `rows`, `branches`, `bands`, `classes` and `lines`, each with `hit`, `of`, `percent` and `missed`,
    /// `total`, and of a pack that extends another `inherited`. A percentage is null where there is nothing to cover.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        for kind in CoverageKind.allCases {
            json.key(kind.rawValue)
            json.beginObject()
            write(self[kind], to: &json)
            json.key("missed"); json.strings(self[kind].missed.map(\.id))
            json.endObject()
        }
        json.key("total")
        json.beginObject()
        write(total, to: &json)
        json.endObject()
        if let inherited {
            json.key("inherited")
            json.beginObject()
            json.key("from"); json.string(inherited.from)
            write(inherited.tally, to: &json)
            json.key("missed"); json.strings(inherited.tally.missed.map(\.id))
            json.endObject()
        }
        json.endObject()
    }

    private func write(_ tally: CoverageTally, to json: inout JSONWriter) {
        json.key("hit"); json.int(tally.hit)
        json.key("of"); json.int(tally.of)
        json.key("percent")
        json.optional(tally.percent)
    }
}
