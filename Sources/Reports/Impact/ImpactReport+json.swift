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
            json.list(people) { $0.write(to: &$1) }
        }
        json.key("unchanged"); json.int(unchanged)
        json.key("causes")
        json.list(causes) { count, json in
            json.beginObject()
            count.cause.writeKeys(to: &json)
            json.key("joiners"); json.int(count.joiners)
            json.key("leavers"); json.int(count.leavers)
            json.key("moved"); json.int(count.moved)
            json.endObject()
        }
        json.key("bands")
        json.list(bands) { $0.write(to: &$1) }
        json.key("near")
        json.list(near) { $0.write(to: &$1) }
        json.key("unknown")
        json.list(unknown) { $0.write(to: &$1) }
        json.key("fields")
        json.beginObject()
        json.key("added"); json.strings(fields.added.map(\.field))
        json.key("removed"); json.strings(fields.removed.map(\.field))
        json.key("why")
        json.list(fields.added) { $0.write(to: &$1) }
        json.endObject()
        json.key("rules")
        json.list(rules) { $0.write(to: &$1) }
        json.key("taskings")
        json.list(taskings) { $0.write(to: &$1) }
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

    fileprivate mutating func list<Item>(_ items: [Item], _ write: (Item, inout JSONWriter) -> Void) {
        beginArray()
        for item in items { write(item, &self) }
        endArray()
    }
}
