package import Evidence
package import Notation

extension SimulationReport {
    /// One object.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("pack"); pack.write(to: &json)
        cohort.writeKeys(to: &json)
        json.key("usual"); usual.write(axes, to: &json)
        json.key("runs")
        json.beginArray()
        for run in runs { run.write(axes, to: &json) }
        json.endArray()
        json.key("in_force"); json.bool(false)
        json.endObject()
    }
}

extension SimulationReport.Run {
    func write(_ axes: [SimulationReport.Axis], to json: inout JSONWriter) {
        json.beginObject()
        json.key("set")
        json.beginObject()
        for (axis, value) in zip(axes, values) {
            json.key(axis.name)
            json.number(value)
        }
        json.endObject()
        json.key("actions"); json.actions(actions)
        json.key("joiners"); json.int(joiners)
        json.key("leavers"); json.int(leavers)
        json.key("displaced"); json.optional(displaced)
        json.key("taskings"); json.int(taskings)
        json.key("errors"); json.int(errors)
        json.endObject()
    }
}
