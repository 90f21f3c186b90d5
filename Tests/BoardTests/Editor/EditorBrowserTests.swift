import Foundation
import TestSupport
import Testing

@Suite(
    "The editor in a browser", .serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)),
    .inBrowser { workshop in
        try workshop.layOutCamford()
        try workshop.submit()
        try workshop.approve()
        try workshop.importCohort()
        try workshop.run("run", "--store", "store")
    })
struct EditorBrowserTests {
    /// Opens a file of the draft of the pack in force, which the first test begins.
    private func open(_ file: String, _ site: ServedSite, _ browser: Browser) async throws {
        try await browser.signIn("j.ofori", site)
        try await browser.follow("Drafts")
        if try await browser.count(".cards a") == 0 { try await browser.send("main form button") } else { try await browser.follow("camford") }
        try await browser.follow(file)
        try await browser.wait("the editor") { try await browser.count("#bench.live .CodeMirror") == 1 }
        if try await browser.text(of: "#impact").contains("Say what for") {
            try await browser.follow("Say what for")
            try await browser.give(purpose: "the spring review")
            try await browser.wait("the editor") { try await browser.count("#bench.live .CodeMirror") == 1 }
        }
    }

    /// Selects a text in the editor, so that what is typed replaces it.
    private func select(_ text: String, _ browser: Browser) async throws {
        let found = try await browser.run(
            "const cm = document.querySelector('.CodeMirror').CodeMirror, c = cm.getSearchCursor(arguments[0]); if (!c.findNext()) return false;"
                + "cm.focus(); cm.setSelection(c.from(), c.to()); return true", [.string(text)])
        #expect(found == .bool(true), "\(text) is there")
    }

    private func text(_ browser: Browser) async throws -> String {
        if case .string(let text) = try await browser.run("return document.querySelector('.CodeMirror').CodeMirror.getValue()") { text } else { "" }
    }

    private func wait(_ pane: String, _ words: String, _ browser: Browser) async throws {
        try await browser.wait("\(words) in \(pane)") { try await browser.text(of: pane).contains(words) }
    }

    @Test("an analyst changes a threshold and sees whom it would move, misspells a field and sees it, completes another, and saves")
    func edits() async throws {
        try await InBrowser.here { site, browser in
            try await open("pack.lua", site, browser)
            try await wait("#impact", "Nothing changes for any of 60 people", browser)
            try await wait("#findings", "Nothing found.", browser)

            try await select("60, min = 50, max = 80", browser)
            try await browser.press("50, min = 50, max = 80")
            try await browser.wait("the impact of the edit") {
                let impact = try await browser.text(of: "#impact")
                return impact.contains("High from") && !impact.contains("Nothing: the two packs declare the same")
            }
            #expect(try await browser.text(of: "#impact").contains("60 points → 50 points"))
            #expect(try await browser.text(of: "#said") == "Nothing found.")
            try await browser.click("#edit button")
            try await wait("#said", "passed.", browser)
            #expect(try await browser.text(of: "#said").hasPrefix("Saved."))
            #expect(try fileText("\(site.place.path)/store/drafts/camford/camford/pack.lua").contains("50, min = 50, max = 80"))

            try await browser.follow("score.lua")
            try await browser.wait("the editor") { try await browser.count("#bench.live .CodeMirror") == 1 }
            try await select("n.ogrs2", browser)
            try await browser.press("n.ogsr2 ")
            try await browser.wait("the mark in the margin") { try await browser.count(".CodeMirror-lint-marker-error") > 0 }
            try await wait("#findings", "ogsr2", browser)
            #expect(try await browser.count(".CodeMirror-lint-mark-error") > 0)
            try await wait("#impact", "Rules fail", browser)

            try await select("n.ogsr2 ", browser)
            try await browser.press("n.ogrs")
            try await browser.wait("what the name can be") { try await browser.count(".CodeMirror-hint") > 0 }
            #expect(try await browser.text(of: ".CodeMirror-hints").contains("ogrs2"))
            #expect(try await browser.text(of: ".CodeMirror-hints .hint-about").contains("`ogrs2`"))
            try await browser.press(Browser.enter)
            try await browser.press(" ")
            #expect(try await text(browser).contains("n.ogrs2 "))
            try await wait("#findings", "Nothing found.", browser)
            try await browser.wait("no mark") { try await browser.count(".CodeMirror-lint-marker-error") == 0 }
            try await browser.run("const cm = document.querySelector('.CodeMirror').CodeMirror, c = cm.getSearchCursor('n.ogrs2'); c.findNext(); cm.setCursor(c.to())")
            try await browser.wait("what it means") { try await browser.run("return document.getElementById('about').textContent").description.contains("`ogrs2`") }
            try await browser.click("#edit button")
            try await wait("#said", "Saved. ", browser)
            try await wait("#said", "passed.", browser)
            #expect(try await browser.breaches == [])
        }
    }

    @Test("a test that fails is told beside the text, and leads to its line")
    func failing() async throws {
        try await InBrowser.here { site, browser in
            try await open("tests/scheme.lua", site, browser)
            try await browser.run("const cm = document.querySelector('.CodeMirror').CodeMirror; cm.setValue(cm.getValue() + '\\ndescribe(\"More\", function()\\n  it(\"fails\", function() expect(1).is(2) end)\\nend)\\n')")
            try await browser.click("#edit button")
            try await wait("#tests", "More > fails", browser)
            try await browser.run("[...document.querySelectorAll('#tests li')].find(item => item.textContent.includes('More > fails')).querySelector('a[data-line]').click()")
            #expect(try await browser.run("const cm = document.querySelector('.CodeMirror').CodeMirror; return cm.getLine(cm.getCursor().line)").description.contains("fails"))
            #expect(try await browser.breaches == [])
        }
    }

    @Test("the keyboard is not caught in the text, and F8 leads to what was found")
    func keyboard() async throws {
        try await InBrowser.here { site, browser in
            try await open("score.lua", site, browser)
            try await select("n.ogrs2", browser)
            try await browser.press("n.ogsr2 ")
            try await browser.wait("the mark in the margin") { try await browser.count(".CodeMirror-lint-marker-error") > 0 }
            try await browser.run("document.querySelector('.CodeMirror').CodeMirror.setCursor(0, 0)")
            try await browser.press("\u{E038}")
            #expect(try await browser.run("const cm = document.querySelector('.CodeMirror').CodeMirror; return cm.getLine(cm.getCursor().line)").description.contains("ogsr2"))
            #expect(try await browser.text(of: "#said").contains("ogsr2"))
            try await browser.press(Browser.tab)
            #expect(try await browser.focus == "Save")
        }
    }

    @Test("where two save the same file, the second sees both texts")
    func conflict() async throws {
        try await InBrowser.here { site, browser in
            try await open("README.md", site, browser)
            let path = "\(site.place.path)/store/drafts/camford/camford/README.md"
            try "theirs\n".write(toFile: path, atomically: true, encoding: .utf8)
            try await browser.run("document.querySelector('.CodeMirror').CodeMirror.setValue('mine\\n')")
            try await browser.send("#edit button")
            #expect(try await browser.text(of: ".problems").contains("Somebody else has saved this file"))
            try await browser.wait("the editor") { try await browser.count("#bench.live .CodeMirror") == 1 }
            #expect(try await text(browser) == "mine\n")
            #expect(try await browser.text(of: "[aria-labelledby=theirs]") == "theirs")
            #expect(try fileText(path) == "theirs\n")
        }
    }

    @Test("the pages are no wider than 320 pixels, and break no rule of WCAG 2.2 AA that a program can test", .enabled(if: Axe.isInstalled, Comment(rawValue: Axe.missing)))
    func accessible() async throws {
        let axe = try Axe.script
        try await InBrowser.here { site, browser in
            try await open("score.lua", site, browser)
            try await wait("#impact", "people", browser)
            let editor = try await browser.address
            for page in ["/drafts", "/drafts/camford", editor] {
                try await browser.open(page.hasPrefix("/") ? site.origin + page : page)
                if page == editor {
                    try await browser.wait("the editor") { try await browser.count("#bench.live .CodeMirror") == 1 }
                    try await select("n.ogrs2", browser)
                    try await browser.press("n.ogsr2 ")
                    try await browser.wait("the mark in the margin") { try await browser.count(".CodeMirror-lint-marker-error") > 0 }
                }
                try await browser.emulateWidth(320)
                #expect(try await browser.run("return innerWidth === 320 && document.documentElement.scrollWidth <= document.documentElement.clientWidth") == .bool(true), "\(page)")
                try await browser.emulateWidth(nil)
                try await browser.run(axe)
                for scheme in ["light", "dark"] {
                    try await browser.emulate("prefers-color-scheme", scheme)
                    let found = try await browser.runAsync(Axe.check)
                    #expect(found == .array([]), "\(page), \(scheme)")
                    guard page == editor else { continue }
                    // As the panes look while what they say is worked out.
                    try await browser.run("document.querySelectorAll('#findings, #tests, #impact').forEach(pane => pane.setAttribute('aria-busy', 'true'))")
                    let meanwhile = try await browser.runAsync(Axe.check)
                    #expect(meanwhile == .array([]), "\(page), \(scheme), busy")
                }
            }
            #expect(try await browser.breaches == [])
        }
    }
}
