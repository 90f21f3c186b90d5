@testable import DecisionStore
import GRDB
import Notation
import Testing

@Suite("One page of a long list")
struct ListPlanTests {
    struct List: Sendable, CustomTestStringConvertible {
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

    private static let day = Day(iso: "2026-11-21")
    private static let page = 50..<75

    static let lists = [
        List("the queue", "recommendation_order") { _ = try $0.waiting(places: page) },
        List("the queue of a borough", "recommendation_queue") { _ = try $0.waiting(borough: "Camford", places: page) },
        List("what is overdue", "recommendation_order") { _ = try $0.waiting(overdueOn: day, places: page) },
        List("work", "tasking_order") { _ = try $0.taskings(TaskingFilter(), places: page) },
        List("work with what is closed", "tasking_order") { _ = try $0.taskings(TaskingFilter(includesClosed: true), places: page) },
        List("work of an owner", "tasking_owner") { _ = try $0.taskings(TaskingFilter(owner: "hub"), places: page) },
        List("work that is overdue", "tasking_order") { _ = try $0.taskings(TaskingFilter(overdueOn: day), places: page) },
        List("the log", nil) { try $0.auditRows(last: 50, before: 1000) { _ in } },
        List("the log of a person", "audit_who") { try $0.auditRows(who: "a.khan", last: 50) { _ in } },
        List("the log of a kind", "audit_kind") { try $0.auditRows(kind: .approval, last: 50) { _ in } },
        List("the log about a nominal", "audit_subject") { try $0.auditRows(nominal: "N-1", last: 50) { _ in } },
    ]

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

    @Test("is read along an index, and nothing is sorted but the page", arguments: lists)
    func page(list: List) throws {
        let plan = try plans(list.read).joined(separator: "\n")
        if let index = list.index { #expect(plan.contains("INDEX \(index)"), "\(plan)") }
        #expect(!plan.contains("SCAN nominal"), "\(plan)")
        #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }

    @Test("counts what there is along an index that has all that it needs", arguments: [
        List("the queue", "recommendation_") { _ = try $0.waitingCounts(on: day ?? .earliest) },
        List("the queue of a borough", "recommendation_queue") { _ = try $0.waitingCounts(borough: "Camford", on: day ?? .earliest) },
        List("work", "tasking_open") { _ = try $0.taskingCount(TaskingFilter()) },
        List("work of an owner", "tasking_") { _ = try $0.taskingCount(TaskingFilter(owner: "hub")) },
    ])
    func count(list: List) throws {
        let plan = try plans(list.read).joined(separator: "\n")
        #expect(plan.contains("INDEX \(list.index ?? "")"), "\(plan)")
        #expect(!plan.contains("SCAN nominal\n"), "\(plan)")
    }

    @Test("boroughs and owners are looked up one by one, not gathered from all rows", arguments: [
        List("boroughs", "nominal_order") { _ = try $0.boroughs() }, List("owners", "tasking_owner") { _ = try $0.taskingOwners() },
    ])
    func different(list: List) throws {
        let plan = try plans(list.read).joined(separator: "\n")
        #expect(plan.contains("INDEX \(list.index ?? "")"), "\(plan)")
        #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }
}
