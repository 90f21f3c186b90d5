@testable import DecisionStore
import GRDB
import Notation
import Testing

/// A list that is read a page at a time.
struct PlannedList: Sendable, CustomTestStringConvertible {
    let name: String
    /// Of the tables; nil where their own order will do.
    let index: String?
    let read: @Sendable (StoreReader) throws -> Void

    var testDescription: String { name }

    init(_ name: String, _ index: String?, _ read: @escaping @Sendable (StoreReader) throws -> Void) {
        self.name = name
        self.index = index
        self.read = read
    }
}

extension PlannedList {
    private static let day = Day(iso: "2026-11-21")
    private static let part = 50..<75

    static let pages = [
        PlannedList("the queue", "recommendation_order") { _ = try $0.waiting(places: part) },
        PlannedList("the queue of a borough", "recommendation_queue") { _ = try $0.waiting(borough: "Camford", places: part) },
        PlannedList("what is overdue", "recommendation_order") { _ = try $0.waiting(overdueOn: day, places: part) },
        PlannedList("work", "tasking_order") { _ = try $0.taskings(TaskingFilter(), places: part) },
        PlannedList("work with what is closed", "tasking_order") { _ = try $0.taskings(TaskingFilter(includesClosed: true), places: part) },
        PlannedList("work of an owner", "tasking_owner") { _ = try $0.taskings(TaskingFilter(owner: "hub"), places: part) },
        PlannedList("work about a nominal", "tasking_nominal") { _ = try $0.taskings(TaskingFilter(nominal: "N-1")) },
        PlannedList("work that is overdue", "tasking_order") { _ = try $0.taskings(TaskingFilter(overdueOn: day), places: part) },
        PlannedList("recommendations for a program", nil) { _ = try $0.recommendations(ExchangeFilter(boroughs: ["Camford"], after: 7, most: 25), state: .open) },
        PlannedList("work for a program", nil) { _ = try $0.taskings(ExchangeFilter(boroughs: ["Camford"], after: 7, most: 25), status: .open, owner: "hub", overdueOn: day) },
        PlannedList("the log", nil) { try $0.auditRows(last: 50, before: 1000) { _ in } },
        PlannedList("the log of a person", "audit_who") { try $0.auditRows(who: "a.khan", last: 50) { _ in } },
        PlannedList("the log of a kind", "audit_kind") { try $0.auditRows(kind: .approval, last: 50) { _ in } },
        PlannedList("the log about a nominal", "audit_subject") { try $0.auditRows(nominal: "N-1", last: 50) { _ in } },
    ]

    static let counts = [
        PlannedList("the queue", "recommendation_count") { _ = try $0.waitingCounts(on: day ?? .earliest) },
        PlannedList("the queue of a borough", "recommendation_count") { _ = try $0.waitingCounts(borough: "Camford", on: day ?? .earliest) },
        PlannedList("work", "tasking_open") { _ = try $0.taskingCount(TaskingFilter()) },
        PlannedList("work of an owner", "tasking_open") { _ = try $0.taskingCount(TaskingFilter(owner: "hub")) },
    ]

    static let different = [PlannedList("boroughs", "nominal_order") { _ = try $0.boroughs() }, PlannedList("owners", "tasking_owner") { _ = try $0.taskingOwners() }]
}

@Suite("One page of a long list")
struct ListPlanTests {
    /// What SQLite does for each statement of a reading, a line a step.
    private func plans(_ read: (StoreReader) throws -> Void) throws -> [String] {
        let place = try StorePlace()
        return try withExtendedLifetime(place) {
            try place.store.read { reader in
                var statements: [String] = []
                reader.db.trace { statements.append($0.expandedDescription) }
                try read(reader)
                reader.db.trace(options: [])
                return try statements.flatMap { try Row.fetchAll(reader.db, sql: "EXPLAIN QUERY PLAN " + $0).map { $0.text("detail") } }
            }
        }
    }

    @Test("is read along an index, and nothing is sorted but the page", arguments: PlannedList.pages)
    func page(list: PlannedList) throws {
        let plan = try plans(list.read).joined(separator: "\n")
        if let index = list.index { #expect(plan.contains("INDEX \(index)"), "\(plan)") }
        #expect(!plan.contains("SCAN nominal") && !plan.contains("AUTOMATIC"), "\(plan)")
        // One nominal's work is sorted, and so is the page of the log that was read.
        if list.index != "tasking_nominal" { #expect(!plan.split(separator: "SCAN (subquery")[0].contains("TEMP B-TREE"), "\(plan)") }
    }

    @Test("counts what there is along an index that has all that it needs", arguments: PlannedList.counts)
    func count(list: PlannedList) throws {
        let plan = try plans(list.read).joined(separator: "\n")
        #expect(plan.contains("COVERING INDEX \(list.index ?? "")"), "\(plan)")
        #expect(!plan.split(separator: "\n").contains("SCAN nominal"), "\(plan)")
    }

    @Test("boroughs and owners are looked up one by one, not gathered from all rows", arguments: PlannedList.different)
    func different(list: PlannedList) throws {
        let plan = try plans(list.read).joined(separator: "\n")
        #expect(plan.contains("INDEX \(list.index ?? "")"), "\(plan)")
        #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }
}
