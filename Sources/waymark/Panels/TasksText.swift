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
        json.key("taskings"); json.array(taskings) { $1.tasking($0, today: today) }
        json.endObject()
    }
}
