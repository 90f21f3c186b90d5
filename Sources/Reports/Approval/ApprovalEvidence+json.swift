import Decisions
package import Evidence
package import Notation

extension ApprovalEvidence {
    /// One object. It names nobody: what is signed can never be altered.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("waymark_evidence"); json.int(1)
        json.key("pack"); pack.write(to: &json)
        json.key("comes_after"); if let previous { previous.write(to: &json) } else { json.null() }
        json.key("about"); about.write(to: &json)
        json.key("as_of"); json.string(cohort.asOf.description)
        json.key("cohort")
        json.beginObject()
        json.key("digest"); json.string(cohortDigest)
        json.key("people"); json.int(cohort.people)
        json.key("rejected"); json.int(cohort.rejected)
        json.endObject()
        json.key("changes")
        json.array(impact.rules) { $0.write(to: &$1) }
        json.key("impact"); impact.writeWithoutNames(to: &json)
        json.key("equality")
        json.beginObject()
        json.key("old"); json.beginObject()
        json.key("selected"); json.int(impact.equality.before.selected)
        json.key("told"); json.bool(tellsBefore)
        if tellsBefore { (before ?? impact.equality.before).writeGroups(to: &json) } else { json.key("by"); json.strings([String]()) }
        json.endObject()
        json.key("new"); equality.write(to: &json)
        json.endObject()
        json.key("assurance"); assurance.write(to: &json)
        json.key("fields")
        json.array(fields) { $0.write(to: &$1) }
        json.key("record")
        json.array(record) { $0.write(to: &$1) }
        json.key("assessments")
        json.array([equalityAssessment, dataAssessment]) { $0.write(to: &$1) }
        json.key("description"); json.string(markdown)
        json.key("in_force"); json.bool(false)
        json.endObject()
    }
}

extension PackAbout {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("purpose"); json.string(purpose)
        json.key("lawful_basis"); json.string(lawfulBasis)
        json.key("borough"); json.string(borough)
        json.key("contact"); json.string(contact)
        json.key("from"); json.string(from.description)
        json.key("review_by"); json.string(reviewBy.description)
        json.key("until"); json.string(until.description)
        json.key("baselines"); json.strings(baselines)
        json.endObject()
    }
}

extension ImpactReport {
    /// What changes for people, without saying for whom.
    func writeWithoutNames(to json: inout JSONWriter) {
        json.beginObject()
        json.key("actions"); json.beginObject()
        json.key("old"); json.actions(actions.before)
        json.key("new"); json.actions(actions.now)
        json.endObject()
        json.key("errors"); json.beginObject()
        json.key("old"); json.int(errors.before)
        json.key("new"); json.int(errors.now)
        json.endObject()
        json.key("joiners"); json.int(joiners.count)
        json.key("leavers"); json.int(leavers.count)
        json.key("moved"); json.int(moved.count)
        json.key("unchanged"); json.int(unchanged)
        json.key("ways")
        json.array(ApprovalWay.all(self)) { $0.write(to: &$1) }
        json.key("causes")
        json.array(causes) { $0.write(to: &$1) }
        json.key("bands")
        json.array(bands) { $0.write(to: &$1) }
        json.key("near")
        json.array(near) { $0.write(to: &$1) }
        json.key("unknown")
        json.array(unknown) { $0.write(to: &$1) }
        json.key("taskings")
        json.array(taskings) { $0.write(to: &$1) }
        json.key("capacity"); json.beginObject()
        json.key("old"); capacity.before.writeWithoutNames(to: &json)
        json.key("new"); capacity.now.writeWithoutNames(to: &json)
        json.endObject()
        json.endObject()
    }
}

extension ImpactReport.Capacity {
    func writeWithoutNames(to json: inout JSONWriter) {
        json.beginObject()
        json.key("places"); json.optional(places)
        json.key("wanted"); json.int(wanted)
        json.key("displaced"); json.int(displaced.count)
        json.endObject()
    }
}

extension FieldUse {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("field"); json.string(path)
        json.key("title"); json.string(title)
        json.key("care"); json.optional(care)
        json.key("reason"); json.optional(reason)
        json.key("max_age"); json.optional(oldest)
        json.key("read_by"); json.strings(readBy)
        json.key("change"); json.optional(change?.rawValue)
        json.endObject()
    }
}

extension RecordEntry {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("ref"); json.string(field.number)
        json.key("attribute"); json.string(field.rawValue)
        json.key("name"); json.string(field.title)
        json.key("category"); json.string(field.category)
        json.key("required"); json.bool(field.isRequired)
        json.key("text"); json.optional(text)
        json.key("to_write"); json.optional(toWrite)
        json.key("blank"); json.bool(text == nil)
        json.endObject()
    }
}

extension Assessment {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("title"); json.string(title)
        json.key("lead"); json.string(lead)
        json.key("items")
        json.array(items) { item, json in
            json.beginObject()
            json.key("question"); json.string(item.question)
            json.key("found"); json.strings(item.found)
            json.key("to_write"); json.optional(item.toWrite)
            json.endObject()
        }
        json.endObject()
    }
}
