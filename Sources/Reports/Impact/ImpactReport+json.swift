package import Evidence
package import Notation

extension ImpactReport {
    /// One object.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("old"); old.write(to: &json)
        json.key("new"); new.write(to: &json)
        cohort.writeKeys(to: &json)
        json.key("actions"); json.beforeAndNow { $0.actions(actions.before) } now: { $0.actions(actions.now) }
        json.key("errors"); json.beforeAndNow { $0.int(errors.before) } now: { $0.int(errors.now) }
        for (name, people) in [("joiners", joiners), ("leavers", leavers), ("moved", moved)] {
            json.key(name)
            json.array(people) { $0.write(to: &$1) }
        }
        json.key("unchanged"); json.int(unchanged)
        json.key("causes")
        json.array(causes) { $0.write(to: &$1) }
        json.key("bands")
        json.array(bands) { $0.write(to: &$1) }
        json.key("near")
        json.array(near) { $0.write(to: &$1) }
        json.key("unknown")
        json.array(unknown) { $0.write(to: &$1) }
        json.key("fields")
        json.beginObject()
        json.key("added"); json.strings(fields.added.map(\.field))
        json.key("removed"); json.strings(fields.removed.map(\.field))
        json.key("why")
        json.array(fields.added) { $0.write(to: &$1) }
        json.endObject()
        json.key("rules")
        json.array(rules) { $0.write(to: &$1) }
        json.key("taskings")
        json.array(taskings) { $0.write(to: &$1) }
        json.key("capacity"); json.beforeAndNow { capacity.before.write(to: &$0) } now: { capacity.now.write(to: &$0) }
        json.key("equality")
        json.beforeAndNow { write(equality.before, to: &$0) } now: { write(equality.now, to: &$0) }
        json.key("in_force"); json.bool(false)
        json.endObject()
    }

    private func write(_ equality: EqualityReport, to json: inout JSONWriter) {
        json.beginObject()
        json.key("selected"); json.int(equality.selected)
        equality.writeGroups(to: &json)
        json.key("comparisons"); json.int(equality.comparisons)
        json.key("findings"); json.strings(equality.findings)
        json.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func beforeAndNow(_ before: (inout JSONWriter) -> Void, now: (inout JSONWriter) -> Void) {
        beginObject()
        key("old")
        before(&self)
        key("new")
        now(&self)
        endObject()
    }
}
