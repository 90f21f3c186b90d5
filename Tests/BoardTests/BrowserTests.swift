import Foundation
import TestSupport
import Testing

/// With a real browser on the real program.
@Suite("In a browser", .serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)))
struct BrowserTests {
    private func withSite(_ body: (ServedSite, Browser) async throws -> Void) async throws {
        let site = try await ServedSite { workshop in
            try workshop.run("new", "camford", "--valid-from", BrowserTests.today)
            try workshop.run("cohort", "synth", "--count", "60", "--seed", "5", "--as-of", BrowserTests.today, "-o", "cohort.ndjson")
            try workshop.move("cohort.ndjson", to: "Camford")
            try workshop.run(
                "board", "submit", "rules/camford", "--cohort", "cohort.ndjson", "--skip-mutation", "--store", "store", "--by", "j.ofori", "--key", "j.ofori.key", "--passphrase-file",
                "passphrase.txt")
        }
        let browser: Browser
        do { browser = try await Browser() } catch {
            site.stop()
            throw error
        }
        do {
            try await body(site, browser)
        } catch {
            // What could be seen when it failed.
            let seen = try? await browser.text
            Issue.record("at \((try? await browser.address) ?? "?"): \(seen?.prefix(600) ?? "")")
            await browser.quit()
            site.stop()
            throw error
        }
        await browser.quit()
        site.stop()
    }

    private static var today: String {
        let parts = Calendar(identifier: .gregorian).dateComponents(in: TimeZone(identifier: "UTC") ?? .current, from: Date())
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    private func signIn(_ id: String, _ site: ServedSite, _ browser: Browser) async throws {
        try await browser.clearCookies()
        try await browser.open(site.origin + "/sign-in")
        try await browser.type(id, into: "#id")
        try await browser.type(try SitePlace.passphrase(), into: "#password")
        try await browser.click("main button")
    }

    @Test("a board reads an approval pack and signs it to quorum, and it is in force")
    func approval() async throws {
        try await withSite { site, browser in
            for (count, id) in ["a.khan", "b.ash", "c.day"].enumerated() {
                try await signIn(id, site, browser)
                #expect(try await browser.text.contains("Packs that wait for your signature"))
                try await browser.follow("camford 0.1.0")
                #expect(try await browser.text.contains("\(count) of 3 signatures"))
                if count == 0 {
                    try await browser.follow("The approval pack")
                    #expect(try await browser.text.contains("Is it fair?"))
                    #expect(try await browser.run("return getComputedStyle(document.body).maxWidth").description.contains("px"), "its own stylesheet is applied")
                    try await browser.run("history.back()")
                    try await browser.follow("The whole pack in words")
                    #expect(try await browser.text.contains("Who joins"))
                    try await browser.run("history.back()")
                }
                try await browser.follow("Sign it")
                try await browser.click("#read")
                try await browser.type("\(site.place.path)/\(id).key", into: "#key")
                try await browser.type(try SitePlace.passphrase(), into: "#passphrase")
                try await browser.click("main button")
                #expect(try await browser.text.contains("You have signed camford 0.1.0"))
            }
            #expect(try await browser.text.contains("In force now"))
            #expect(try await browser.complaints == [])
        }
    }

    @Test("a night's run, a decision of the panel and a piece of work that is done")
    func panel() async throws {
        try await withSite { site, browser in
            for id in ["a.khan", "b.ash", "c.day"] {
                _ = try site.run("board", "approve", "camford", "--store", "store", "--by", id, "--key", "\(id).key", "--passphrase-file", "passphrase.txt")
            }
            _ = try site.run("cohort", "import", "cohort.ndjson", "--by", "j.ofori", "--why", "a test", "--store", "store")
            _ = try site.run("run", "--store", "store")
            try await signIn("p.lee", site, browser)
            try await browser.follow("Panel")
            #expect(try await browser.text(of: "h1") == "Why are you looking at nominals?")
            try await browser.type("weekly panel", into: "#purpose")
            try await browser.click("main button")
            let waiting = try await browser.text(of: "main h2")
            let first = try await browser.text(of: ".cards h3")
            try await browser.click(".cards h3 a")
            #expect(try await browser.count(".bar") > 0)
            try await browser.click("details:nth-of-type(2) summary")
            try await browser.type("There is no place", into: "#reason")
            try await browser.type("Full until the spring.", into: "#why")
            try await browser.click("details:nth-of-type(2) button")
            #expect(try await browser.text.contains("is decided"))
            #expect(try await browser.text(of: "main h2") != waiting)
            #expect(try await browser.text(of: ".cards h3") != first)
            try await browser.follow("Tasks")
            try await browser.click(".cards h3 a")
            let task = try await browser.text(of: "h1").prefix { $0 != ":" }
            try await browser.type("They met.", into: "#came")
            try await browser.click("form[action$=done] button")
            #expect(try await browser.text.contains("\(task) is done."))
            #expect(try await browser.complaints == [])
        }
    }

    @Test("with the keyboard alone somebody signs in, reads and signs a pack")
    func keyboard() async throws {
        try await withSite { site, browser in
            func focus() async throws -> String { try await browser.run("const e = document.activeElement; return e.id || e.textContent.trim()").description }
            func tab(to wanted: String) async throws {
                for _ in 0..<40 {
                    if try await focus() == "\"\(wanted)\"" { return }
                    try await browser.press(Browser.tab)
                }
                Issue.record("the keyboard does not lead to \(wanted)")
            }
            try await browser.open(site.origin + "/packs")
            try await browser.press(Browser.tab)
            #expect(try await focus() == "\"Skip to the content\"")
            try await tab(to: "id")
            try await browser.press("a.khan")
            try await tab(to: "password")
            try await browser.press(try SitePlace.passphrase() + Browser.enter)
            #expect(try await browser.address == site.origin + "/packs")
            try await tab(to: "camford 0.1.0")
            try await browser.press(Browser.enter)
            try await tab(to: "Sign it")
            try await browser.press(Browser.enter)
            try await tab(to: "read")
            try await browser.press(" ")
            // The one thing that no page can do by itself: the browser's own window for files.
            try await browser.type("\(site.place.path)/a.khan.key", into: "#key")
            try await tab(to: "passphrase")
            try await browser.press(try SitePlace.passphrase() + Browser.enter)
            #expect(try await browser.text.contains("You have signed camford 0.1.0"))
        }
    }

    @Test("a wrong role, a session that is over and a form that was kept are refused")
    func refused() async throws {
        try await withSite { site, browser in
            try await signIn("p.lee", site, browser)
            try await browser.open(site.origin + "/audit")
            #expect(try await browser.text(of: "h1") == "You may not see this page")
            try await signIn("a.khan", site, browser)
            try await browser.run("document.querySelector('[name=token]').value = ''")
            try await browser.click(".who button")
            #expect(try await browser.text(of: "h1") == "The form was not accepted")
            try await browser.open(site.origin + "/packs")
            try await browser.clearCookies()
            try await browser.click(".who button")
            #expect(try await browser.text(of: "h1") == "Your session has ended")
            try await browser.open(site.origin + "/packs")
            #expect(try await browser.text(of: "h1") == "Sign in")
        }
    }

    /// Every kind of page, by who opens it; `PACK` stands for the page of the pack that waits.
    private static let pages = [
        ("a.khan", ["/", "/packs", "PACK", "PACK/words", "PACK/page", "PACK/sign", "PACK/reject", "/nowhere", "/audit"]), ("r.bell", ["/audit"]), ("", ["/sign-in"]),
    ]

    private func onEveryPage(_ body: (Browser, _ path: String) async throws -> Void) async throws {
        try await withSite { site, browser in
            try await signIn("a.khan", site, browser)
            try await browser.follow("camford 0.1.0")
            let pack = try await browser.address
            for (id, paths) in BrowserTests.pages {
                try await browser.clearCookies()
                if !id.isEmpty { try await signIn(id, site, browser) }
                for path in paths {
                    try await browser.open(path.hasPrefix("PACK") ? pack + path.dropFirst(4) : site.origin + path)
                    try await body(browser, path)
                }
            }
        }
    }

    @Test("no page is wider than a screen of 320 pixels, and none asks for anything that its policy forbids")
    func narrow() async throws {
        try await onEveryPage { browser, path in
            try await browser.emulateWidth(320)
            #expect(try await browser.run("return document.documentElement.scrollWidth") == .number(320), "\(path)")
            try await browser.emulateWidth(nil)
            #expect(try await browser.complaints.filter { $0.contains("Content Security Policy") || $0.contains("Content-Security-Policy") } == [], "\(path)")
        }
    }

    @Test("no page breaks a rule of WCAG 2.2 AA that a program can test, in either colour scheme", .enabled(if: Axe.isInstalled, Comment(rawValue: Axe.missing)))
    func accessible() async throws {
        let axe = try Axe.script
        try await onEveryPage { browser, path in
            try await browser.run(axe)
            for scheme in ["light", "dark"] {
                try await browser.emulate("prefers-color-scheme", scheme)
                let found = try await browser.runAsync(Axe.check)
                #expect(found == .array([]), "\(path), \(scheme)")
            }
        }
    }
}
