import TestSupport
import Testing

/// One served site and one browser for all tests of a suite, which run one after the other.
struct InBrowser: SuiteTrait, TestScoping {
    struct Place: Sendable {
        let site: ServedSite
        let browser: Browser
    }

    @TaskLocal static var place: Place?

    /// Lays out the store before it is served.
    let prepare: @Sendable (ServedSite.Workshop) throws -> Void
    var isRecursive: Bool { false }

    func provideScope(for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void) async throws {
        guard Browser.isInstalled else { return try await function() }
        let site = try await ServedSite(prepare)
        defer { site.stop() }
        let browser = try await Browser()
        do {
            try await InBrowser.$place.withValue(Place(site: site, browser: browser), operation: function)
        } catch {
            await browser.quit()
            throw error
        }
        await browser.quit()
    }

    /// Nobody is signed in when a test begins.
    static func here(_ body: (ServedSite, Browser) async throws -> Void) async throws {
        let place = try #require(place)
        try await place.browser.clearCookies()
        _ = try await place.browser.complaints
        do {
            try await body(place.site, place.browser)
        } catch {
            // What could be seen when it failed.
            let seen = try? await place.browser.text
            Issue.record("at \((try? await place.browser.address) ?? "?"): \(seen?.prefix(600) ?? "")")
            throw error
        }
    }
}

extension Trait where Self == InBrowser {
    static func inBrowser(_ prepare: @escaping @Sendable (ServedSite.Workshop) throws -> Void) -> InBrowser { InBrowser(prepare: prepare) }
}
