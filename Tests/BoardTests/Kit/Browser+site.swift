import TestSupport
import Testing

/// What people do on the site.
extension Browser {
    func signIn(_ id: String, _ site: ServedSite, password: String? = nil) async throws {
        try await clearCookies()
        try await open(site.origin + "/sign-in")
        try await type(id, into: "#id")
        try await type(try password ?? SitePlace.passphrase(), into: "#password")
        try await send("main button")
    }

    /// Says what for, where it is asked.
    func give(purpose: String) async throws {
        #expect(try await text(of: "h1") == "Why are you looking at nominals?")
        try await type(purpose, into: "#purpose")
        try await send("main button")
    }

    /// Fills in and sends the form that signs.
    func sign(as id: String, _ site: ServedSite) async throws {
        try await follow("Sign it")
        try await click("#read")
        try await type("\(site.place.path)/\(id).key", into: "#key")
        try await type(try SitePlace.passphrase(), into: "#passphrase")
        try await send("main button")
    }

    /// The id of what the keyboard is at, or its text.
    var focus: String {
        get async throws {
            guard case .string(let text) = try await run("const e = document.activeElement; return e.id || e.textContent.trim()") else { return "" }
            return text
        }
    }

    /// Goes on with Tab until the keyboard is at something, and looks on the way that it can be seen where it is.
    func tab(to wanted: String) async throws {
        for _ in 0..<80 {
            let focus = try await focus
            let outline = try await run("const s = getComputedStyle(document.activeElement); return document.activeElement === document.body || s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2")
            #expect(outline == .bool(true), "it cannot be seen that the keyboard is at \(focus)")
            if focus == wanted { return }
            try await press(Browser.tab)
        }
        throw Failure(description: "the keyboard does not lead to \(wanted)")
    }

    /// Presses Enter, and waits for the page that it leads to.
    func enter(after keys: String = "") async throws { try await leave { try await press(keys + Browser.enter) } }

    /// What the browser complained of that has to do with what pages may load and run.
    var breaches: [String] { get async throws { try await complaints.filter { $0.contains("Content Security Policy") || $0.contains("Content-Security-Policy") } } }
}
