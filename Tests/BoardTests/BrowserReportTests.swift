@testable import Board
import Foundation
import TestSupport
import Testing

/// With a real browser on the real program, over a store whose pack has a group.
@Suite(
    "Reports and drawings in a browser", .serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)),
    .inBrowser { try $0.layOutNetwork() })
struct BrowserReportTests {
    private static let pages = ["/reports"] + ReportKind.allCases.map(\.path) + ["/reports/recruitment?from=x"]

    private func signIn(_ id: String, _ site: ServedSite, _ browser: Browser) async throws {
        try await browser.signIn(id, site)
        try await browser.open(site.origin + "/purpose")
        try await browser.type("for the programme board", into: "#purpose")
        try await browser.send("main button")
    }

    /// Somebody of the cohort who is linked with somebody of it.
    private func linked(_ site: ServedSite) throws -> String {
        let lines = try fileText("\(site.place.path)/cohort.ndjson").split(separator: "\n").map { try JSONValue(Data($0.utf8)) }
        func text(_ value: JSONValue?) -> String { if case .string(let text)? = value { text } else { "" } }
        let ids = Set(lines.map { text($0["id"]) })
        return try #require(
            lines.first { line in
                guard case .array(let associates)? = line["associates"] else { return false }
                return associates.contains { ids.contains(text($0["id"])) }
            }.map { text($0["id"]) })
    }

    /// How many of the page's canvases have something drawn on them, of how many, and every colour on them.
    private static let drawn = """
        let drawn = 0;
        const colours = new Set(), all = [...document.querySelectorAll("canvas")];
        for (const canvas of all) {
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let count = 0;
          for (let place = 0; place < data.length; place += 4)
            if (data[place + 3] > 250) { count++; colours.add((data[place] << 16) + (data[place + 1] << 8) + data[place + 2]); }
          if (count > 200) drawn++;
        }
        return drawn + " of " + all.length + ": " + [...colours].sort().join(" ");
        """

    /// Every colour of the charts, once so many are drawn.
    private func colours(_ count: Int, _ browser: Browser) async throws -> String {
        var seen = ""
        try await browser.wait("\(count) charts") {
            seen = try await browser.run(Self.drawn).description
            return seen.hasPrefix("\"\(count) of \(count): ")
        }
        return seen
    }

    @Test(
        "charts are drawn from the tables, anew in each colour scheme, with a name and what they tell",
        .enabled(if: !SiteFiles.charts.isEmpty, "needs libjs-chart.js, which scripts/setup.sh installs where apt can"))
    func charts() async throws {
        try await InBrowser.here { site, browser in
            try await signIn("a.khan", site, browser)
            try await browser.emulate("prefers-color-scheme", "light")
            try await browser.open(site.origin + "/reports/recruitment")
            let light = try await colours(2, browser)
            let names = try await browser.run(
                """
                return [...document.querySelectorAll("canvas")].map(c =>
                  [c.getAttribute("role"), c.getAttribute("aria-label"), document.getElementById(c.getAttribute("aria-describedby")).textContent.length > 50].join(", "));
                """)
            #expect(names == .array([.string("img, People in the cohort at the end of each month, true"), .string("img, People who joined and left in each month, true")]))
            #expect(
                try await browser.run("return [...document.querySelectorAll('figure > svg')].every(s => getComputedStyle(s).display == 'none')") == .bool(true),
                "what is drawn twice is shown once")
            let same = try await browser.run(
                """
                const cells = [...document.querySelectorAll("table")[0].tBodies[0].querySelectorAll("tr:not(.total) td:nth-child(5)")];
                return Chart.getChart(document.querySelector("canvas")).data.datasets[0].data.join() === cells.map(c => c.textContent.replace(",", "")).join();
                """)
            #expect(same == .bool(true))
            try await browser.emulate("prefers-color-scheme", "dark")
            #expect(try await colours(2, browser) != light)
            try await browser.emulate("prefers-reduced-motion", "reduce")
            try await browser.wait("charts that do not move") { try await browser.run("return Chart.getChart(document.querySelector('canvas')).options.animation === false") == .bool(true) }
            // Reading pictures back is what this test does, and not the page.
            #expect(try await browser.complaints.filter { !$0.contains("willReadFrequently") } == [])
        }
    }

    @Test("no page of reports is wider than 320 pixels, and none asks for anything that its policy forbids")
    func narrow() async throws {
        try await InBrowser.here { site, browser in
            let nominal = try linked(site)
            for (id, paths) in [("a.khan", Self.pages), ("p.lee", ["/nominals/\(nominal)/exit", "/nominals/\(nominal)/group"])] {
                try await signIn(id, site, browser)
                try await browser.emulateWidth(320)
                for path in paths {
                    try await browser.open(site.origin + path)
                    // A bar at the side may take some of it.
                    #expect(try await browser.run("return innerWidth === 320 && document.documentElement.scrollWidth <= document.documentElement.clientWidth") == .bool(true), "\(path)")
                    #expect(try await browser.breaches == [], "\(path)")
                }
                try await browser.emulateWidth(nil)
            }
        }
    }

    @Test("no page of reports breaks a rule of WCAG 2.2 AA that a program can test, in either colour scheme", .enabled(if: Axe.isInstalled, Comment(rawValue: Axe.missing)))
    func accessible() async throws {
        let axe = try Axe.script
        try await InBrowser.here { site, browser in
            let nominal = try linked(site)
            for (id, paths) in [("a.khan", Self.pages), ("p.lee", ["/nominals/\(nominal)/exit", "/nominals/\(nominal)/group"])] {
                try await signIn(id, site, browser)
                for path in paths {
                    for (scheme, width) in [("light", nil), ("dark", nil), ("dark", 320)] as [(String, Int?)] {
                        try await browser.emulate("prefers-color-scheme", scheme)
                        try await browser.emulateWidth(width)
                        try await browser.open(site.origin + path)
                        try await browser.run(axe)
                        #expect(try await browser.runAsync(Axe.check) == .array([]), "\(path), \(scheme), \(width ?? 1280)")
                    }
                    try await browser.emulateWidth(nil)
                }
            }
        }
    }
}

extension ServedSite.Workshop {
    /// The pack that `waymark new` writes with a group of linked people, in force, and a night's run of it.
    fileprivate func layOutNetwork() throws {
        try layOutCamford()
        let pack = "\(folder)/rules/camford"
        try fileText("\(pack)/pack.lua")
            .replacing("reads = {", with: "reads = { \"associates\",").replacing("protected = {", with: "protected = { associates = \"To offer help to those around.\",")
            .write(toFile: "\(pack)/pack.lua", atomically: true, encoding: .utf8)
        try (fileText("\(pack)/scope.lua") + "\ngroup \"network\" { title = \"Network\", link = { \"co_offender\", \"family\", \"gang\", \"other\" } }\n")
            .write(toFile: "\(pack)/scope.lua", atomically: true, encoding: .utf8)
        try submit()
        try approve()
        try importCohort()
        try run("run", "--store", "store")
    }
}
