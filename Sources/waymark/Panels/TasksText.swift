import DecisionStore
import Notation
import TaskingProcess

/// Taskings, in words and as JSON.
struct TasksText {
    let taskings: [KeptTasking]
    let today: Day

    var lines: [String] {
        if taskings.isEmpty { return ["there is no such work"] }
        let open = taskings.filter { $0.status == .open }
        let overdue = open.count { $0.due.map { $0 < today } ?? false }
        return ["\(Numbers.count(open.count, "tasking")) open" + (overdue > 0 ? ", \(Numbers.grouped(overdue)) overdue" : "")] + taskings.flatMap(lines)
    }

    private func lines(_ task: KeptTasking) -> [String] {
        var facts = "  for \(PanelWords.value(task.owner))"
        if let priority = task.priority { facts += ", \(priority) priority" }
        if let closed = task.closed {
            facts += ", \(task.status.rawValue) on \(closed.inWords)\(task.who.map { " by \($0)" } ?? "")"
        } else {
            facts += ", opened \(task.opened.inWords)\(task.due.map { ", \(TasksText.deadline($0, on: today))" } ?? "")"
        }
        return ["", "T\(task.id)  \(task.nominal): \(task.title)", facts] + [task.because.map { "  why: \($0)" }, task.words.map { "  said: \($0)" }].compactMap { $0 }
    }

    /// `due 6 November 2026`, `overdue by 5 days, since 6 November 2026`.
    static func deadline(_ due: Day, on today: Day) -> String { due < today ? PanelWords.deadline(due, on: today) : "due \(due.inWords)" }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(today.description)
        json.key("taskings"); json.array(taskings) { TasksText.write($0, today: today, to: &$1) }
        json.endObject()
    }

    static func write(_ task: KeptTasking, today: Day, to json: inout JSONWriter) {
        json.beginObject()
        json.key("id"); json.string("T\(task.id)")
        json.key("nominal"); json.string(task.nominal)
        json.key("borough"); json.string(task.borough)
        json.key("decision"); json.string(task.decision)
        json.key("kind"); json.string(task.kind)
        json.key("title"); json.string(task.title)
        json.key("owner"); json.string(task.owner)
        json.key("priority"); json.optional(task.priority)
        json.key("opened"); json.string(task.opened.description)
        json.key("due"); json.optional(task.due?.description)
        json.key("overdue_days"); json.int(task.status == .open ? max(0, task.due.map { today.number - $0.number } ?? 0) : 0)
        json.key("because"); json.optional(task.because)
        json.key("status"); json.string(task.status.rawValue)
        json.key("closed"); json.optional(task.closed?.description)
        json.key("by"); json.optional(task.who)
        json.key("words"); json.optional(task.words)
        json.endObject()
    }
}
