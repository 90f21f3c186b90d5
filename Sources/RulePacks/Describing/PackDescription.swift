/// A pack in words, for the people who decide about it: what it is for, every rule, row and threshold, where each comes
/// from, and which fields of a person's record are read and why.
///
/// The same pack gives the same bytes, whoever asks and whenever.
package struct PackDescription {
    let program: RuleProgram
    let changes: PackChanges?
    private let files: [SourceFile]
    private let wordings: [String: RuleWording]

    /// - Parameter baseline: the pack that this one extends, loaded by itself; nil leaves out what the pack changes against it.
    package init(_ program: RuleProgram, baseline: RuleProgram? = nil) {
        self.program = program
        changes = baseline.map { PackChanges(of: program, against: $0) }
        files = program.pack.ruleFiles + program.pack.uses.compactMap { program.pack.modules[$0] }
        wordings = Dictionary(files.map { ($0.name, RuleWording($0)) }) { first, _ in first }
    }

    var pack: PackSource { program.pack }
    var rules: RuleSet { program.rules }

    package var markdown: String {
        var page = MarkdownText()
        introduce(&page)
        describeChanges(&page)
        describeRecommendations(&page)
        describeTaskings(&page)
        describeAllocation(&page)
        describeCriteria(&page)
        describeMatrices(&page)
        describeTables(&page)
        describeClassifications(&page)
        describeGroups(&page)
        describeDefinitions(&page)
        describeParameters(&page)
        describeFields(&page)
        describeLimits(&page)
        return page.text
    }

    /// What the conditions call by name, so that no threshold stays out of sight.
    private func describeDefinitions(_ page: inout MarkdownText) {
        let rows = files.flatMap { file in
            (wordings[file.name]?.definitions ?? []).map { definition in
                [definition.name, definition.text, file.name].map(MarkdownText.code)
            }
        }
        if rows.isEmpty { return }
        page.heading(2, "Words that the conditions use")
        page.table(["Word", "Stands for", "In"], rows)
    }

    // MARK: What several parts share

    func wording(_ heading: Heading) -> RuleWording? { wordings[heading.file] }

    /// `burglary`, `risk.lua` and a line, so that a reader finds the rule again.
    func place(_ name: String?, _ heading: Heading) -> String {
        let file = MarkdownText.code(heading.file) + (heading.line.map { ", line \($0)" } ?? "")
        return (name.map { MarkdownText.code($0) + " in " } ?? "In ") + file + "."
    }

    /// Where a rule comes from, and what is to be known of it; empty where neither is given.
    func sourceAndNote(_ source: String?, _ note: String?) -> String {
        [source, note.map { "Note: \($0)" }].compactMap { $0 }.map(sentence).joined(separator: " ")
    }

    func sourceAndNote(_ heading: Heading) -> String { sourceAndNote(heading.source, heading.note) }

    /// The title and place of a declaration, then its source and note.
    func open(_ page: inout MarkdownText, _ name: String?, _ heading: Heading) {
        page.heading(3, MarkdownText.plain(heading.title))
        page.paragraph(place(name, heading))
        let origin = sourceAndNote(heading)
        if !origin.isEmpty { page.paragraph((heading.source == nil ? "" : "Source: ") + origin) }
    }

    private func sentence(_ words: String) -> String {
        let text = MarkdownText.plain(words)
        return text.hasSuffix(".") || text.hasSuffix("?") || text.hasSuffix("\\!") ? text : text + "."
    }

    func code(_ text: String?) -> String { text.map(MarkdownText.code) ?? "" }
}
