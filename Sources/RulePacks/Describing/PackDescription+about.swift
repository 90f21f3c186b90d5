import LuaRuntime
import Notation

extension PackDescription {
    func introduce(_ page: inout MarkdownText) {
        let manifest = pack.manifest
        page.heading(1, MarkdownText.plain(manifest.title))
        page.paragraph("Rule pack \(MarkdownText.code(manifest.id)), version \(manifest.version), \(MarkdownText.code(pack.digest)).")
        var rows = [
            ["Purpose", MarkdownText.plain(manifest.purpose)],
            ["Lawful basis", MarkdownText.plain(manifest.lawfulBasis)],
            ["Owner", "\(MarkdownText.plain(manifest.owner.borough)), \(MarkdownText.plain(manifest.owner.contact))"],
            ["Valid", "from \(manifest.valid.from.inWords) until \(manifest.valid.until.inWords)"],
            ["To be reviewed by", manifest.valid.reviewBy.inWords],
        ]
        if !pack.baselines.isEmpty {
            let bases = pack.baselines.map { "\(MarkdownText.plain($0.title)) (\(MarkdownText.code($0.id)) \($0.version))" }
            rows.append(["Extends", bases.joined(separator: ", which extends ")])
        }
        if !pack.uses.isEmpty { rows.append(["Shared modules", pack.uses.map(MarkdownText.code).joined(separator: ", ")]) }
        page.table(["About this pack", ""], rows)
        page.paragraph(
            """
            The rules recommend; people decide, and may decide otherwise with a reason. Where a rule needs something that is not \
            known of a person, it says neither yes nor no: the record names what is missing. Conditions are shown as they are \
            written: `n` is the person's record, `d` the decision so far, `param` a parameter of this pack.
            """)
    }

    func describeChanges(_ page: inout MarkdownText) {
        guard let changes, let base = pack.baselines.first else { return }
        page.heading(2, "What it changes")
        page.paragraph("Against \(MarkdownText.plain(base.title)) (\(MarkdownText.code(base.id)) \(base.version)):")
        page.table(
            ["Parameter", "There", "Here", "Allowed"],
            changes.parameters.map { now, before in
                [
                    MarkdownText.plain(now.title), before.map { MarkdownText.plain($0.valueInWords) } ?? "not there", MarkdownText.plain(now.valueInWords), bounds(now),
                ]
            })
        page.table(
            ["Rule", "Kind", "Change"],
            changes.rules.map { [MarkdownText.plain($0.title), $0.kind, $0.replaces ? "replaced" : "added"] })
        if !changes.reads.isEmpty { page.paragraph("It also reads \(changes.reads.map(MarkdownText.code).joined(separator: ", ")).") }
        if changes.parameters.isEmpty, changes.rules.isEmpty, changes.reads.isEmpty { page.paragraph("Nothing.") }
    }

    func describeParameters(_ page: inout MarkdownText) {
        if pack.parameters.isEmpty { return }
        page.heading(2, "Parameters")
        page.paragraph("Values that the board decides. A pack that extends this one may set another value within what is allowed.")
        page.table(
            ["Parameter", "Name", "Value", "Allowed", "Source and notes"],
            pack.parameters.map {
                [MarkdownText.plain($0.title), MarkdownText.code($0.name), MarkdownText.plain($0.valueInWords), bounds($0), sourceAndNote($0.source, $0.note)]
            })
    }

    private func bounds(_ parameter: Parameter) -> String {
        switch (parameter.min, parameter.max) {
        case (let min?, let max?): min == max ? "only \(shortestText(min))" : "\(shortestText(min)) to \(shortestText(max))"
        case (let min?, nil): "\(shortestText(min)) or more"
        case (nil, let max?): "up to \(shortestText(max))"
        case (nil, nil): "any"
        }
    }

    func describeLimits(_ page: inout MarkdownText) {
        let limits = pack.luaLimits
        page.heading(2, "Limits")
        page.paragraph(
            """
            For each person the rules may take \(Numbers.grouped(limits.instructions)) steps and \(limits.memory >> 20) MiB of memory. \
            A rule that takes more is stopped, and that person is referred to somebody who decides by hand.
            """)
    }
}
