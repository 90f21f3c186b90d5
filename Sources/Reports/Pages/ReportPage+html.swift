extension ReportPage {
    /// The page, ready to be saved or served.
    package var html: String {
        var view = parts
        view["title"] = Markup(title)
        view["style"] = Markup(html: PageStyle.css)
        return PageTemplates.render("page", view)
    }

    /// All of the page but its title, for a page of the web application, which has a title and ``PageStyle`` of its own.
    package var fragment: String { fragment(hasContents: true) }

    /// - Parameter hasContents: whether it begins with a list of its parts, where there are more than a few.
    package func fragment(hasContents: Bool) -> String {
        var view = parts
        if !hasContents { view["contents"] = nil }
        return PageTemplates.render("fragment", view)
    }

    private var parts: [String: Any] {
        var writer = PageWriter()
        let sections = sections.map { writer.section($0, level: 2) }.joined()
        let contents: [String: Any] = [
            "items": writer.headings.map { ["anchor": Markup(html: $0.anchor), "heading": Markup(inline: $0.text)] }
        ]
        var view: [String: Any] = [
            "lead": lead.map { Markup(inline: $0) }, "facts": Markup(html: facts.isEmpty ? "" : writer.block(.facts(facts))),
            "sections": Markup(html: sections), "hasFooter": !footer.isEmpty, "footer": footer.map { Markup(inline: $0) },
        ]
        if writer.headings.count > 3 { view["contents"] = contents }
        return view
    }
}

/// Writes the parts of one page, and gives each heading, table and chart an anchor of its own.
struct PageWriter {
    /// Headings of the second level, for the list of contents.
    private(set) var headings: [(anchor: String, text: String)] = []
    private var anchors = 0

    mutating func anchor(_ kind: String) -> String {
        anchors += 1
        return "\(kind)-\(anchors)"
    }

    mutating func section(_ section: ReportSection, level: Int) -> String {
        let anchor = anchor("part")
        if level == 2 { headings.append((anchor, section.heading)) }
        let blocks = section.blocks.map { block($0) + "\n" }
        let parts = section.parts.map { self.section($0, level: level + 1) }
        // Only the parts of a page are landmarks: what stands within one may well be called the same in each.
        let (element, name) = level == 2 ? ("section", " aria-labelledby=\"\(anchor)\"") : ("div", "")
        return PageTemplates.render(
            "section",
            [
                "part": Markup(html: element + (section.startsPage ? " class=\"page\"" : "") + name), "partEnd": Markup(html: element), "anchor": Markup(html: anchor),
                "tag": Markup(html: "h\(min(level, 6))"), "heading": Markup(inline: section.heading),
                "blocks": Markup(html: (blocks + parts).joined()),
            ])
    }

    mutating func block(_ block: ReportBlock) -> String {
        switch block {
        case .text(let text): "<p>\(Markup(inline: text).html)</p>"
        case .list(let items): PageTemplates.render("list", ["items": items.map { Markup(inline: $0) }])
        case .code(let text): "<pre tabindex=\"0\"><code>\(Markup(text).html)</code></pre>"
        case .facts(let facts):
            PageTemplates.render("facts", ["items": facts.map { ["name": Markup(inline: $0.name), "value": Markup(inline: $0.value)] }])
        case .figures(let figures): PageTemplates.render("figures", ["items": figures.map(view)])
        case .note(let note): self.note(note)
        case .table(let table): self.table(table)
        case .bars(let chart): self.bars(chart)
        case .lines(let chart): self.lines(chart)
        }
    }

    private func view(_ figure: ReportFigure) -> [String: Any] {
        ["name": Markup(inline: figure.name), "value": Markup(inline: figure.value), "note": Markup(inline: figure.note ?? "")]
    }

    private mutating func note(_ note: ReportNote) -> String {
        let body = note.lines.count == 1 ? block(.text(note.lines[0])) : block(.list(note.lines))
        return PageTemplates.render(
            "note",
            [
                "kind": Markup(html: note.kind == .caution ? "caution" : "remark"), "title": Markup(inline: note.title), "body": Markup(html: body),
            ])
    }

    private mutating func table(_ table: ReportTable) -> String {
        let attributes = table.columns.map { $0.kind == .number ? " class=\"number\"" : "" }
        let rows = table.rows.map { row -> [String: Any] in
            let cells = zip(row.cells, attributes).enumerated().map { place, cell in
                let text = Markup(inline: cell.0).html
                return place == 0 ? "<th scope=\"row\"\(cell.1)>\(text)</th>" : "<td\(cell.1)>\(text)</td>"
            }
            return ["attributes": Markup(html: row.isTotal ? " class=\"total\"" : ""), "cells": Markup(html: cells.joined())]
        }
        let empty: [String: Any] = [
            "attributes": Markup(html: ""), "cells": Markup(html: "<td colspan=\"\(table.columns.count)\">\(Markup(inline: table.emptyText).html)</td>"),
        ]
        return PageTemplates.render(
            "table",
            [
                "anchor": Markup(html: anchor("table")), "caption": Markup(inline: table.caption),
                "columns": zip(table.columns, attributes).map { ["title": Markup(inline: $0.title), "attributes": Markup(html: $1)] },
                "rows": rows.isEmpty ? [empty] : rows, "notes": table.notes.map { Markup(inline: $0) },
            ])
    }
}
