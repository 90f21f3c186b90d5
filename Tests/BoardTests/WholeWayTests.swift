import Foundation
import TestSupport
import Testing

@Suite(
    "The whole way in a browser", .serialized, .enabled(if: Browser.isInstalled, Comment(rawValue: Browser.missing)),
    .inBrowser { workshop in
        try workshop.layOutCamford()
        try workshop.submit()
    })
struct WholeWayTests {
    @Test("a board reads an approval pack and signs it to quorum, a night's run follows, a panel decides, and somebody finishes the work")
    func wholeWay() async throws {
        try await InBrowser.here { site, browser in
            for (count, id) in ["a.khan", "b.ash", "c.day"].enumerated() {
                try await browser.signIn(id, site)
                #expect(try await browser.text.contains("Packs that wait for your signature"))
                try await browser.follow("camford 0.1.0")
                #expect(try await browser.text.contains("\(count) of 3 signatures"))
                if count == 0 { try await read(browser) }
                try await browser.sign(as: id, site)
                #expect(try await browser.text.contains("You have signed camford 0.1.0"))
            }
            #expect(try await browser.text.contains("In force now"))
            try await browser.follow("Packs")
            #expect(try await browser.text.contains("No pack waits for signatures."))

            try site.importCohort()
            _ = try site.run("run", "--store", "store")

            try await browser.signIn("p.lee", site)
            try await browser.follow("Panel")
            try await browser.give(purpose: "weekly panel")
            let waiting = try await browser.text(of: "main h2")
            let first = try await browser.text(of: ".cards h3")
            try await browser.leave { try await browser.click(".cards h3 a") }
            #expect(try await browser.text.contains("weekly panel"))
            #expect(try await browser.count(".bar") > 0)
            try await browser.click("details:nth-of-type(2) summary")
            try await browser.type("There is no place", into: "#reason")
            try await browser.type("Full until the spring.", into: "#why")
            try await browser.send("details:nth-of-type(2) button")
            #expect(try await browser.text.contains("is decided"))
            #expect(try await browser.text(of: "main h2") != waiting)
            #expect(try await browser.text(of: ".cards h3") != first)

            try await browser.signIn("s.webb", site)
            try await browser.follow("Tasks")
            try await browser.give(purpose: "the day's work")
            try await browser.leave { try await browser.click(".cards h3 a") }
            let task = try await browser.address.dropFirst(site.origin.count)
            #expect(task.hasPrefix("/tasks/T"))
            try await browser.type("They met.", into: "#came")
            try await browser.send("form[action$=done] button")
            #expect(try await browser.text.contains("is done."))
            #expect(try await browser.count("a[href='\(task)']") == 0, "it is no longer among what is to be done")

            try await browser.signIn("r.bell", site)
            try await browser.follow("Audit")
            let log = try await browser.text
            for part in ["The log is whole", "weekly panel", "the day's work", "departed from"] { #expect(log.contains(part), "\(part)") }
            #expect(try await browser.complaints == [])
        }
    }

    private func read(_ browser: Browser) async throws {
        try await browser.follow("The approval pack")
        #expect(try await browser.text.contains("Is it fair?"))
        #expect(try await browser.run("return getComputedStyle(document.body).maxWidth").description.contains("px"), "its own stylesheet is applied")
        try await browser.leave { try await browser.run("history.back()") }
        try await browser.follow("The whole pack in words")
        #expect(try await browser.text.contains("Who joins"))
        try await browser.leave { try await browser.run("history.back()") }
    }
}
