import DecisionStore
import Governance
import Notation
import Reports

/// The log, for auditors.
enum AuditPages {
    private static let mostRows = 1000

    static func list(_ site: Site, _ visit: Visit) throws -> Answer {
        let words = visit.words, query = visit.query
        let kind = AuditKind(rawValue: query["kind"])
        let last = min(max(1, Int(query["last"]) ?? 50), mostRows)
        func given(_ name: String) -> String? { query[name].isEmpty ? nil : query[name] }
        var rows: [ReportTable.Row] = []
        let count = try site.store.read { reader in
            try reader.auditRows(kind: kind, who: given("who"), nominal: given("nominal"), last: last) { row in
                rows.append(.init([String(row.seq), String(row.at.prefix(19)).replacing("T", with: " "), row.who, row.kind, row.subject.map { $0.prefix(12) + "…" } ?? "–", row.what, row.why]))
            }
            return try reader.auditHead().seq
        }
        var faults: [String] = []
        do {
            _ = try site.book(visit.people, visit.today)
        } catch let refusals as Refusals {
            faults = refusals.all.map(\.message)
        }
        let table = ReportTable(
            words[.auditRows],
            columns: [
                .number(words[.auditRow]), .text(words[.auditAt]), .text(words[.auditWho]), .text(words[.auditKind]), .text(words[.auditSubject]), .text(words[.auditWhat]),
                .text(words[.auditWhy]),
            ], rows: rows.reversed(), emptyText: words[.auditNone])
        let whole: HTML =
            !faults.isEmpty
            ? "<div class=\"problems\" role=\"alert\"><h2>\(words[.auditBroken])</h2><ul>\(faults.map { "<li>\($0)</li>" })</ul></div>"
            : "<p><span class=\"state good\">\(words(.auditWhole, ["n": Numbers.grouped(count)]))</span></p>"
        let kinds = [("", words[.auditKindAll])] + AuditKind.allCases.map { ($0.rawValue, $0.rawValue) }
        return .html(
            Layout.page(
                words[.audit], visit,
                """
                <p>\(words[.auditLead])</p>
                \(whole)
                <form class="row" method="get" action="/audit" role="search">
                \(Forms.choice("kind", words[.auditKind], kinds, chosen: kind?.rawValue ?? ""))
                \(Forms.field("who", words[.auditWho], value: query["who"], isRequired: false))
                \(Forms.field("nominal", words[.auditNominal], value: query["nominal"], hint: words[.auditNominalHint], isRequired: false))
                \(Forms.field("last", words[.auditLast], value: String(last), isRequired: false))
                <button>\(words[.auditShow])</button>
                </form>
                \(HTML.written(ReportPage(title: "", sections: [ReportSection(words[.auditRows], [.table(table)])]).fragment))
                <h2>\(words[.auditExport])</h2>
                <p><a href="/audit/log.ndjson">\(words[.auditExport])</a>: \(words[.auditExportMore])</p>
                """))
    }

    static func export(_ site: Site, _ visit: Visit) throws -> Answer {
        var bytes: [UInt8] = []
        try site.store.read { reader in try reader.exportAudit { bytes += $0.bytes } }
        return .file("log.ndjson", type: "application/x-ndjson", body: bytes)
    }
}
