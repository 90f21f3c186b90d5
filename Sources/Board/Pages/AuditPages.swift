import DecisionStore
import Governance
import Notation

/// The log, for auditors.
enum AuditPages {
    private static let mostRows = 1000

    static func list(_ site: Site, _ visit: Visit) throws -> Answer {
        let words = visit.words, query = visit.query
        let kind = AuditKind(rawValue: query["kind"])
        let last = min(max(1, Int(query["last"]) ?? 50), mostRows)
        func given(_ name: String) -> String? { query[name].isEmpty ? nil : query[name] }
        var rows: [AuditRow] = []
        try site.store.read { reader in
            // One more than is shown tells whether there is one.
            try reader.auditRows(kind: kind, who: given("who"), nominal: given("nominal"), last: last + 1, before: Int(query["before"])) { rows.append($0) }
        }
        let hasEarlier = rows.count > last
        rows = Array(rows.suffix(last))
        var faults: [String] = []
        var count = 0
        do {
            count = try site.book(visit.people, visit.today).head.seq
        } catch let refusals as Refusals {
            faults = refusals.all.map(\.message)
        }
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
                \(table(rows.reversed().map { row($0, words) }, words))
                \(links(query, earliest: hasEarlier ? rows.first?.seq : nil, words))
                <h2>\(words[.auditExport])</h2>
                <p><a href="/audit/log.ndjson">\(words[.auditExport])</a>: \(words[.auditExportMore])</p>
                """))
    }

    /// On small screens its rows are laid out as blocks: the roles keep it a table for those who hear it.
    private static func table(_ rows: [HTML], _ words: Words) -> HTML {
        if rows.isEmpty { return "<p>\(words[.auditNone])</p>" }
        return """
            <div class="scroll" role="group" tabindex="0" aria-labelledby="rows">
            <table class="log" role="table">
            <caption id="rows">\(words[.auditRows])</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader" class="number">\(words[.auditRow])</th><th scope="col" role="columnheader">\(words[.auditAt])</th>\
            <th scope="col" role="columnheader">\(words[.auditWho])</th><th scope="col" role="columnheader">\(words[.auditWhat])</th></tr></thead>
            <tbody role="rowgroup">
            \(rows)
            </tbody>
            </table>
            </div>
            """
    }

    /// - Parameter earliest: of the rows shown; nil where none is before them.
    private static func links(_ query: FormFields, earliest: Int?, _ words: Words) -> HTML {
        func link(_ phrase: Phrase, before: Int?) -> HTML {
            let values = ["kind", "who", "nominal", "last"].compactMap { query[$0].isEmpty ? nil : "\($0)=\(percentEncoded(query[$0]))" }
            return "<a class=\"button second\" href=\"/audit?\((values + (before.map { ["before=\($0)"] } ?? [])).joined(separator: "&"))\">\(words[phrase])</a>"
        }
        let links: HTML = (query["before"].isEmpty ? .empty : link(.auditNewest, before: nil)) + (earliest.map { link(.auditEarlier, before: $0) } ?? .empty)
        return links.isEmpty ? .empty : "<nav aria-label=\"\(words[.pages])\"><p class=\"actions\">\(links)</p></nav>\n"
    }

    private static func row(_ row: AuditRow, _ words: Words) -> HTML {
        let about = row.subject.map { " " + words(.auditAbout, ["subject": $0.prefix(12) + "…"]) } ?? ""
        return """
            <tr role="row"><th scope="row" role="rowheader" class="number">\(row.seq)</th><td role="cell"><time datetime="\(row.at)">\(String(row.at.prefix(10))) \(String(row.at.dropFirst(11).prefix(8)))</time></td><td role="cell">\(row.who)</td><td role="cell"><strong>\(row.kind)</strong>\(about): \(Inline.text(row.what)) <span class="why">(\(row.why))</span></td></tr>

            """
    }

    static func export(_ site: Site, _ visit: Visit) throws -> Answer {
        var bytes: [UInt8] = []
        try site.store.read { reader in try reader.exportAudit { bytes += $0.bytes } }
        return .file("log.ndjson", type: "application/x-ndjson", body: bytes)
    }
}
