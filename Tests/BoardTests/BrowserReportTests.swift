@testable import Board
import Foundation
import TestSupport
import Testing

/// With a real browser on the real program.
@Suite("Reports and drawings in a browser", .serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)))
struct BrowserReportTests {
    private static let pages = ["/reports"] + ReportKind.allCases.map(\.path) + ["/reports/recruitment?from=x"]

    private func withSite(_ body: (ServedSite, Browser) async throws -> Void) async throws {
        let today = SitePlace.today
        let site = try await ServedSite { workshop in
            try workshop.run("cohort", "synth", "--count", "200", "--seed", "5", "--as-of", today, "-o", "cohort.ndjson")
            try workshop.run("cohort", "import", "cohort.ndjson", "--by", "j.ofori", "--why", "a test", "--store", "store")
        }
        let browser: Browser
        do { browser = try await Browser() } catch {
            site.stop()
            throw error
        }
        do {
            try await browser.open(site.origin + "/sign-in?then=/reports/recruitment")
            try await browser.type("a.khan", into: "#id")
            try await browser.type(try SitePlace.passphrase(), into: "#password")
            try await browser.click("main button")
            try await browser.type("for the programme board", into: "#purpose")
            try await browser.click("main button")
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

    /// How many of the page's canvases have something drawn on them, of how many, and how many colours there are on all.
    private static let drawn = """
        let drawn = 0, colours = new Set();
        const all = [...document.querySelectorAll("canvas")];
        for (const canvas of all) {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let place = 0; place < data.length; place += 4) if (data[place + 3] > 250) { count++; colours.add((data[place] << 16) + (data[place + 1] << 8) + data[place + 2]); }
          if (count > 200) drawn++;
        }
        return [drawn, all.length, [...colours].sort().join(" ")];
        """

    @Test("charts are drawn from the tables, anew in each colour scheme, with a name and what it tells", .enabled(if: !SiteFiles.charts.isEmpty, "needs libjs-chart.js, which scripts/setup.sh installs where apt can"))
    func charts() async throws {
        try await withSite { site, browser in
            try await browser.emulate("prefers-reduced-motion", "reduce")
            #expect(try await browser.text(of: "h1") == "Recruitment, progress and de-selection")
            let light = try await browser.run(Self.drawn).items
            #expect(light.prefix(2) == [.number(2), .number(2)])
            let names = try await browser.run("return [...document.querySelectorAll('canvas')].map(c => c.getAttribute('role') + ': ' + c.getAttribute('aria-label') + (document.getElementById(c.getAttribute('aria-describedby')) ? ', told' : ''))")
            #expect(
                names == .array([
                    .string("img: People in the cohort at the end of each month, told"), .string("img: People who joined and left in each month, told"),
                ]))
            #expect(try await browser.run("return [...document.querySelectorAll('figure > svg')].every(s => getComputedStyle(s).display == 'none')") == .bool(true))
            let shown = try await browser.run(
                "return Chart.getChart(document.querySelector('canvas')).data.datasets[0].data.join() == [...document.querySelectorAll('table')[0].tBodies[0].querySelectorAll('tr:not(.total) td:nth-child(5)')].map(c => c.textContent.replace(',', '')).join()")
            #expect(shown == .bool(true))
            try await browser.emulate("prefers-color-scheme", "dark")
            let dark = try await browser.run(Self.drawn).items
            #expect(dark.prefix(2) == [.number(2), .number(2)])
            #expect(dark.last != light.last, "other colours")
            #expect(try await browser.complaints == [])
            try await browser.open(site.origin + "/reports/referrals")
            #expect(try await browser.run(Self.drawn).items.prefix(2) == [.number(1), .number(1)])
        }
    }

    @Test("no page of reports is wider than 320 pixels, and none asks for anything that its policy forbids")
    func narrow() async throws {
        try await withSite { site, browser in
            for path in Self.pages {
                try await browser.emulateWidth(320)
                try await browser.open(site.origin + path)
                #expect(try await browser.run("return document.documentElement.scrollWidth") == .number(320), "\(path)")
                try await browser.emulateWidth(nil)
                #expect(try await browser.complaints.filter { $0.contains("Content Security Policy") || $0.contains("Content-Security-Policy") } == [], "\(path)")
            }
        }
    }

    @Test("no page of reports breaks a rule of WCAG 2.2 AA that a program can test, in either colour scheme", .enabled(if: Axe.isInstalled, Comment(rawValue: Axe.missing)))
    func accessible() async throws {
        let axe = try Axe.script
        try await withSite { site, browser in
            for path in Self.pages {
                for (scheme, width) in [("light", nil), ("dark", nil), ("dark", 320)] as [(String, Int?)] {
                    try await browser.emulate("prefers-color-scheme", scheme)
                    try await browser.emulateWidth(width)
                    try await browser.open(site.origin + path)
                    try await browser.run(axe)
                    #expect(try await browser.runAsync(Axe.check) == .array([]), "\(path), \(scheme), \(width ?? 1280)")
                }
            }
        }
    }
}

extension SitePlace {
    /// The day on which the program believes to be.
    static var today: String { "\(StoreClock.system.today)" }
}
