import HTTPTypes
import Notation

/// A file of a draft, with what is found in it, its tests, and what the edit would do. It works without a script; with one it says all
/// that while somebody writes.
enum EditorPage {
    static func show(_ site: Site, _ visit: Visit) throws -> Answer {
        let draft = try site.drafts.draft(visit["draft"])
        let file = DraftPages.file(visit)
        guard let text = draft.files[file] else { throw Missing() }
        return try page(site, visit, draft, file, text: text, mark: Draft.mark(text))
    }

    /// - Parameters:
    ///   - text: what stands in the box.
    ///   - mark: of the text that saving it replaces.
    ///   - theirs: what somebody else has saved meanwhile; nil where nobody has.
    static func page(_ site: Site, _ visit: Visit, _ draft: Draft, _ file: String, text: [UInt8], mark: String, theirs: [UInt8]? = nil) throws -> Answer {
        let words = visit.words
        let title = words(.editing, ["file": String(file.drop { $0 != "/" }.dropFirst()), "pack": draft.name])
        guard text.count <= Drafts.mostBytes, let content = String(validating: text, as: UTF8.self) else {
            let refusal = words(.draftFileTooLarge, ["n": String(Drafts.mostBytes >> 10)])
            return .html(Layout.page(title, visit, "\(DraftPages.files(draft, current: file, words))<p>\(refusal)</p>"))
        }
        let conflict: HTML =
            theirs.map { theirs in
                """
                <h2 id="theirs">\(words[.editTheirs])</h2>
                <pre tabindex="0" aria-labelledby="theirs"><code>\(String(decoding: theirs, as: UTF8.self))</code></pre>
                """
            } ?? .empty
        let problems = theirs == nil ? [] : [Problem("text", words[.editConflict])]
        let page = Layout.page(
            title, visit, problems: problems, files: SiteFiles.editor,
            """
            \(DraftPages.files(draft, current: file, words))
            <div class="bench" id="bench" data-draft="\(DraftPages.path(draft.name))" data-file="\(file)" data-line="\(visit.query["line"])"
            data-unsaved="\(words[.editUnsaved])" data-failed="\(words[.editFailed])" data-unknown="\(words[.editEmpty])" data-label="\(words(.editText, ["file": file]))">
            <form id="edit" method="post" action="\(DraftPages.path(draft.name))/save" enctype="multipart/form-data">
            \(Forms.token(visit))
            <input type="hidden" name="file" value="\(file)">
            <input type="hidden" name="mark" value="\(mark)">
            <div class="field">
            <label for="text">\(words(.editText, ["file": file]))</label>
            <p class="hint" id="text-hint">\(words[.editHelp])</p>
            <textarea id="text" name="text" rows="30" wrap="off" spellcheck="false" autocapitalize="none" autocomplete="off" aria-describedby="text-hint">
            \(content)</textarea>
            </div>
            <p id="about" class="about" hidden></p>
            <p class="actions"><button>\(words[.editSave])</button><span id="said" role="status"></span></p>
            </form>
            <div class="panes">
            \(try panes(site, visit, draft, file))
            </div>
            </div>
            \(conflict)\(DraftPages.next(draft, site, visit))
            """)
        return .html(page, status: theirs == nil ? .ok : .conflict, scripts: true)
    }

    /// Findings are there at once; the tests and the impact are worked out when somebody asks for them, or a script does.
    private static func panes(_ site: Site, _ visit: Visit, _ draft: Draft, _ file: String) throws -> HTML {
        let words = visit.words
        let here = DraftPages.path(file, of: draft.name)
        let findings = try? EditorAnswers.findings(site, visit, draft)
        let tests = visit.query["show"] == "tests" ? EditorAnswers.tests(site, visit, draft).html : "<p>\(words[.testsLater])</p>"
        let impact = visit.query["show"] == "impact" ? EditorAnswers.impact(site, visit, draft, then: here).html : .empty
        return """
            <section aria-labelledby="findings-title"><h2 id="findings-title">\(words[.checks])</h2>
            <div id="findings">\(findings.map { FindingsPart.list($0, draft, file, words) } ?? "<p>\(words[.workBusy])</p>")</div></section>
            <section aria-labelledby="tests-title"><h2 id="tests-title">\(words[.tests])</h2>
            <div id="tests" aria-live="off">\(tests)</div><p><a class="button second" id="run-tests" href="\(here)?show=tests#tests-title">\(words[.testsRun])</a></p></section>
            <section aria-labelledby="impact-title"><h2 id="impact-title">\(words[.impact])</h2>
            <div id="impact" aria-live="off">\(impact)</div><p><a class="button second" id="run-impact" href="\(here)?show=impact#impact-title">\(words[.impactRun])</a></p></section>
            """
    }
}
