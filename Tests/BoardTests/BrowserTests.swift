import Foundation
import TestSupport
import Testing

/// With a real browser on the real program, over a store with a pack in force, another before the board, a queue and work.
@Suite(
    "In a browser", .serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)),
    .inBrowser { try $0.layOutEverything() })
struct BrowserTests {
    @Test("with the keyboard alone somebody signs in, reads and signs a pack")
    func keyboardSigns() async throws {
        try await InBrowser.here { site, browser in
            try await browser.open(site.origin + "/packs")
            try await browser.press(Browser.tab)
            #expect(try await browser.focus == "Skip to the content")
            try await browser.tab(to: "id")
            try await browser.press("b.ash")
            try await browser.tab(to: "password")
            try await browser.enter(after: try SitePlace.passphrase())
            #expect(try await browser.address == site.origin + "/packs")
            try await browser.tab(to: "camford 0.2.0")
            try await browser.enter()
            try await browser.tab(to: "The approval pack")
            try await browser.enter()
            #expect(try await browser.text.contains("Is it fair?"))
            try await browser.leave { try await browser.run("history.back()") }
            try await browser.tab(to: "Sign it")
            try await browser.enter()
            try await browser.tab(to: "read")
            try await browser.press(" ")
            // The one thing that no page can do by itself: the browser's own window for files.
            try await browser.type("\(site.place.path)/b.ash.key", into: "#key")
            try await browser.tab(to: "passphrase")
            try await browser.enter(after: try SitePlace.passphrase())
            #expect(try await browser.text.contains("You have signed camford 0.2.0"))
        }
    }

    @Test("with the keyboard alone a panel says what for, reads why, and departs from a recommendation")
    func keyboardDecides() async throws {
        try await InBrowser.here { site, browser in
            try await browser.signIn("p.lee", site)
            try await browser.tab(to: "Panel")
            try await browser.enter()
            try await browser.tab(to: "purpose")
            try await browser.enter(after: "weekly panel")
            let first = try await browser.text(of: ".cards h3")
            try await browser.tab(to: first)
            try await browser.enter()
            try await browser.tab(to: "Depart from it")
            try await browser.press(Browser.enter)
            try await browser.tab(to: "reason")
            try await browser.press("There is no place")
            try await browser.tab(to: "why")
            try await browser.press("Full until the spring.")
            try await browser.tab(to: "Record this departure")
            try await browser.enter()
            #expect(try await browser.text.contains("is decided"))
            #expect(try await browser.text(of: ".cards h3") != first)
        }
    }

    @Test("a wrong role, a session that is over and a form that was kept are refused")
    func refused() async throws {
        try await InBrowser.here { site, browser in
            try await browser.signIn("p.lee", site)
            try await browser.open(site.origin + "/audit")
            #expect(try await browser.text(of: "h1") == "You may not see this page")
            try await browser.signIn("a.khan", site)
            try await browser.run("document.querySelector('[name=token]').value = ''")
            try await browser.send(".who button")
            #expect(try await browser.text(of: "h1") == "The form was not accepted")
            try await browser.open(site.origin + "/packs")
            try await browser.clearCookies()
            try await browser.send(".who button")
            #expect(try await browser.text(of: "h1") == "Your session has ended")
            try await browser.open(site.origin + "/packs")
            #expect(try await browser.text(of: "h1") == "Sign in")
        }
    }

    @Test("after five wrong passwords the right one does not help, for a while")
    func guesses() async throws {
        try await InBrowser.here { site, browser in
            for count in 1...5 {
                try await browser.signIn("j.ofori", site, password: "wrong \(count)")
                #expect(try await browser.text.contains("The id or the password is wrong."))
            }
            try await browser.signIn("j.ofori", site)
            #expect(try await browser.text.contains("Too many sign-ins have failed."))
            try await browser.open(site.origin + "/")
            #expect(try await browser.text(of: "h1") == "Sign in")
        }
    }

    @Test("script that somebody writes into a form is shown as text, and the browser has nothing to complain of")
    func script() async throws {
        let script = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>"
        try await InBrowser.here { site, browser in
            try await browser.signIn("p.lee", site)
            try await browser.follow("Panel")
            try await browser.give(purpose: "panel " + script)
            #expect(try await browser.text(of: ".purpose").contains(script))
            try await browser.leave { try await browser.click(".cards h3 a") }
            let nominal = try await browser.address
            try await browser.click("[aria-labelledby=review] summary")
            try await browser.type(script, into: "#outcome")
            try await browser.type(script, into: "#findings")
            try await browser.send("[aria-labelledby=review] button")
            try await browser.click("details:nth-of-type(2) summary")
            try await browser.type("There is no place", into: "#reason")
            try await browser.type(script, into: "#why")
            try await browser.type(script, into: "#again")
            try await browser.send("details:nth-of-type(2) button")
            #expect(try await browser.text(of: ".problems").contains("Write the day as in 2027-02-21."))
            try await browser.run("document.querySelector('#again').value = ''")
            try await browser.send("details:nth-of-type(2) button")
            #expect(try await browser.text.contains("is decided"))
            try await browser.open(nominal)
            #expect(try await browser.text(of: "main").components(separatedBy: script).count > 4, "as purpose, outcome, findings and the panel's words")
            try await browser.signIn("r.bell", site)
            try await browser.open(site.origin + "/audit?who=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
            try await browser.open(site.origin + "/audit")
            #expect(try await browser.text.contains(script))
            #expect(try await browser.breaches == [])
        }
    }

    @Test("no page is wider than a screen of 320 pixels, and none asks for anything that its policy forbids")
    func narrow() async throws {
        try await InBrowser.here { site, browser in
            try await Tour(site, browser).walk { page in
                try await browser.emulateWidth(320)
                // A bar at the side may take some of it.
                #expect(try await browser.run("return innerWidth === 320 && document.documentElement.scrollWidth <= document.documentElement.clientWidth") == .bool(true), "\(page)")
                try await browser.emulateWidth(nil)
                #expect(try await browser.breaches == [], "\(page)")
            }
        }
    }

    @Test("no page breaks a rule of WCAG 2.2 AA that a program can test, in either colour scheme", .enabled(if: Axe.isInstalled, Comment(rawValue: Axe.missing)))
    func accessible() async throws {
        let axe = try Axe.script
        try await InBrowser.here { site, browser in
            try await Tour(site, browser).walk { page in
                try await browser.run(axe)
                for scheme in ["light", "dark"] {
                    try await browser.emulate("prefers-color-scheme", scheme)
                    let found = try await browser.runAsync(Axe.check)
                    #expect(found == .array([]), "\(page), \(scheme)")
                }
            }
        }
    }

    @Test(
        "a path that leads out of the site leads nowhere, however it comes over the wire",
        arguments: [
            "/../../etc/passwd", "/packs/..%2f..%2fetc/passwd", "/packs/..%2f..%2f..%2fetc%2fpasswd", "/files/../", "/files/../../waymark.lua", "/files/..%2f..%2fboard-users", "/files/",
            "/files/%2e%2e/%2e%2e/etc/passwd", "/nominals/../../board-users", "/tasks/..\\..\\waymark.db", "//etc/passwd", "/./../board-users", "/%00/../board-users",
        ])
    func paths(path: String) async throws {
        try await InBrowser.here { site, _ in
            let port = try #require(Int(site.origin.split(separator: ":").last ?? ""))
            let answer = try await PlainHTTP.send("GET", port: port, path)
            #expect([303, 400, 404].contains(answer.status), "\(answer.status)")
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(!text.contains("root:") && !text.contains("scrypt") && !text.contains("ed25519") && !text.contains("SQLite format"))
        }
    }
}
