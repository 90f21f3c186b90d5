import Evidence
import Notation

extension ImpactPerson {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("id"); json.string(id)
        json.key("rule"); json.optional(rule)
        json.key("title"); json.optional(title)
        json.key("because"); json.strings(because)
        json.key("from"); json.string(from)
        json.key("to"); json.string(to)
        json.key("differs"); json.strings(differs)
        json.key("cause")
        json.beginObject()
        cause.writeKeys(to: &json)
        json.endObject()
        json.endObject()
    }
}

extension ImpactCause {
    func writeKeys(to json: inout JSONWriter) {
        json.key("how"); json.string(certainty.rawValue)
        json.key("changes"); json.strings(changes)
        json.key("words"); json.strings(words)
    }
}

extension ImpactReport.CauseCount {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        cause.writeKeys(to: &json)
        json.key("joiners"); json.int(joiners)
        json.key("leavers"); json.int(leavers)
        json.key("moved"); json.int(moved)
        json.endObject()
    }
}

extension ImpactReport.BandMove {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("matrix"); json.string(matrix)
        json.key("from"); json.optional(from)
        json.key("to"); json.optional(to)
        json.key("count"); json.int(count)
        json.endObject()
    }
}

extension ImpactReport.Near {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("at"); json.string(at)
        json.key("within"); json.number(within)
        json.key("count"); json.int(count)
        json.key("title"); json.string(title)
        json.key("threshold"); json.number(threshold)
        json.key("below"); json.int(below)
        json.key("above"); json.int(above)
        json.key("undecided"); json.int(undecided)
        json.endObject()
    }
}

extension ImpactReport.Unknown {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("field"); json.string(field)
        json.key("count"); json.int(count)
        json.key("alone"); json.int(alone)
        json.key("before"); json.int(before)
        json.endObject()
    }
}

extension ImpactReport.FieldChange {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("field"); json.string(field)
        json.key("care"); json.optional(care)
        json.key("reason"); json.optional(reason)
        json.endObject()
    }
}

extension RuleChange {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("rule"); json.string(rule)
        json.key("what"); json.string(what)
        json.key("title"); json.string(title)
        json.key("change"); json.string(change.rawValue)
        json.key("part"); json.optional(part)
        json.key("was"); json.optional(was)
        json.key("now"); json.optional(now)
        json.key("follows"); json.bool(follows)
        json.endObject()
    }
}

extension ImpactReport.TaskingCount {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("kind"); json.string(kind)
        json.key("title"); json.string(title)
        json.key("owner"); json.string(owner)
        json.key("old"); json.int(before)
        json.key("new"); json.int(now)
        json.key("gained"); json.int(gained)
        json.key("lost"); json.int(lost)
        json.endObject()
    }
}

extension ImpactReport.Capacity {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("places"); json.optional(places)
        json.key("wanted"); json.int(wanted)
        json.key("displaced"); json.strings(displaced)
        json.endObject()
    }
}
