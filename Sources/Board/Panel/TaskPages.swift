import DecisionStore
import Governance
import HTTPTypes
import Notation
import TaskingProcess

/// Work that runs have given to people.
enum TaskPages {
    static func list(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        let words = visit.words, query = visit.query
        let owner = query["owner"].isEmpty ? nil : query["owner"]
        let which = query["which"]
        let pages = ListPart(query)
        let (tasks, total) = try Tasks(site.store, people: visit.people).list(
            by: visit.who, why: purpose, owner: owner, borough: nil, overdueOnly: which == "overdue", includesClosed: which == "all", places: pages.range)
        let shown: HTML = tasks.isEmpty ? "<p>\(words[.taskNone])</p>" : "<ul class=\"cards\">\(tasks.map { card($0, visit) })</ul>"
        let owners = try site.store.read { try $0.taskingOwners() }
        return .html(
            Layout.page(
                words[.tasks], visit,
                """
                \(Purpose.line(purpose, visit))
                <form class="row" method="get" action="/tasks">
                \(Forms.choice("owner", words[.taskOwner], [("", words[.taskOwnerAll])] + owners.map { ($0, PanelWords.value($0)) }, chosen: owner ?? ""))
                \(Forms.choice("which", words[.taskWhich], [("", words[.taskOpen]), ("overdue", words[.taskOverdue]), ("all", words[.taskAll])], chosen: which))
                <button>\(words[.show])</button>
                </form>
                <h2>\(words.count(total, .taskOne, .taskMany))</h2>
                \(shown)
                \(pages.links("/tasks", ["owner": owner ?? "", "which": which], total: total, words))
                """))
    }

    static func card(_ task: KeptTasking, _ visit: Visit) -> HTML {
        let words = visit.words
        return """
            <li>
            <h3><a href="/tasks/T\(task.id)">\(task.title)</a></h3>
            <p>\(words(.taskAbout, ["nominal": task.nominal, "owner": PanelWords.value(task.owner)]))\(task.priority.map { " · \(words(.taskPriority, ["priority": $0]))" } ?? "")</p>
            <p>\(state(task, visit)) <span class="why">· T\(task.id)</span></p>
            </li>

            """
    }

    private static func state(_ task: KeptTasking, _ visit: Visit) -> HTML {
        let words = visit.words
        if let closed = task.closed {
            return .text(words(task.status == .done ? .taskDoneOn : .taskCancelledOn, ["day": closed.inWords, "who": task.who ?? ""]))
        }
        guard let due = task.due else { return .text(capital(words[.taskNoDay])) }
        return due < visit.today ? "<span class=\"state waits\">\(PanelWords.deadline(due, on: visit.today))</span>" : .text(capital(words(.taskDue, ["day": due.inWords])))
    }

    static func show(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer { try page(site, visit, purpose) }

    private static func page(_ site: Site, _ visit: Visit, _ purpose: String, problems: [Problem] = [], status: HTTPResponse.Status = .ok) throws -> Answer {
        guard let number = Panel.number(visit["task"], after: "T") else { throw Missing() }
        let words = visit.words
        let task = try Tasks(site.store, people: visit.people).show(number, by: visit.who, why: purpose)
        let nominal: HTML = visit.has(.panel) ? "<a href=\"/nominals/\(percentEncoded(task.nominal))\">\(task.nominal)</a>" : .text(task.nominal)
        let forms: HTML =
            task.status != .open
            ? .empty
            : """
            <section class="decide">
            <h2>\(words[.taskFinish])</h2>
            <form method="post" action="/tasks/T\(task.id)/done" novalidate>
            \(Forms.token(visit))
            \(Forms.field("came", words[.taskWords], .lines, value: visit.form["came"], problems: problems, isRequired: false))
            <button>\(words[.taskDone])</button>
            </form>
            <h2>\(words[.taskCancelTitle])</h2>
            <form method="post" action="/tasks/T\(task.id)/cancel" novalidate>
            \(Forms.token(visit))
            \(Forms.field("why", words[.taskCancelWhy], .lines, value: visit.form["why"], problems: problems))
            <button class="second">\(words[.taskCancel])</button>
            </form>
            </section>
            """
        return .html(
            Layout.page(
                task.title, visit, problems: problems, isNarrow: true,
                """
                \(Purpose.line(purpose, visit))
                <p>\(state(task, visit))</p>
                <dl class="facts">
                <div><dt>\(words[.auditSubject])</dt><dd>\(nominal)</dd></div>
                <div><dt>\(words[.taskOwner])</dt><dd>\(PanelWords.value(task.owner))</dd></div>
                <div><dt>\(words[.taskOpened])</dt><dd>\(task.opened.inWords)</dd></div>
                \(task.because.map { "<div><dt>\(words[.why])</dt><dd>\($0)</dd></div>" } ?? .empty)
                \(task.words.map { "<div><dt>\(words[.inWords])</dt><dd>\($0)</dd></div>" } ?? .empty)
                <div><dt>\(words[.factNumber])</dt><dd>T\(task.id)</dd></div>
                <div><dt>\(words[.factDecision])</dt><dd>\(task.decision)</dd></div>
                </dl>
                \(forms)
                """), status: status)
    }

    static func finish(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        guard let number = Panel.number(visit["task"], after: "T") else { throw Missing() }
        let task = try Tasks(site.store, people: visit.people).finish(number, words: visit.form["came"], by: visit.who)
        site.notice(visit.words(.taskIsDone, ["task": task.title]), visit)
        return .see("/tasks")
    }

    static func cancel(_ site: Site, _ visit: Visit, _ purpose: String) throws -> Answer {
        guard let number = Panel.number(visit["task"], after: "T") else { throw Missing() }
        if visit.form["why"].isEmpty {
            return try page(site, visit, purpose, problems: [Problem("why", visit.words[.taskCancelMissing])], status: .unprocessableContent)
        }
        let task = try Tasks(site.store, people: visit.people).cancel(number, words: visit.form["why"], by: visit.who)
        site.notice(visit.words(.taskIsCancelled, ["task": task.title]), visit)
        return .see("/tasks")
    }
}
