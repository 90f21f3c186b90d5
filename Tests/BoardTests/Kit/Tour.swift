import Testing

/// Every kind of page, by who opens it.
struct Tour {
    private let site: ServedSite
    private let browser: Browser

    init(_ site: ServedSite, _ browser: Browser) {
        self.site = site
        self.browser = browser
    }

    private struct Stop {
        let name: String
        let open: () async throws -> Void
    }

    /// - Parameter look: is given the name of the page that is open.
    func walk(_ look: (String) async throws -> Void) async throws {
        for (id, stops) in [("a.khan", board), ("p.lee", panel), ("r.bell", audit), ("", nobody)] {
            try await browser.clearCookies()
            if !id.isEmpty { try await browser.signIn(id, site) }
            for stop in stops {
                try await stop.open()
                try await look(stop.name)
            }
        }
    }

    private func page(_ path: String) -> Stop { Stop(name: path) { try await browser.open(site.origin + path) } }

    private func stop(_ name: String, _ open: @escaping () async throws -> Void) -> Stop { Stop(name: name, open: open) }

    /// A page of a pack, which the list leads to.
    private func pack(_ pack: String, _ rest: String) -> Stop {
        stop(pack + rest) {
            try await browser.open(site.origin + "/packs")
            try await browser.follow(pack)
            if !rest.isEmpty { try await browser.open(try await browser.address + rest) }
        }
    }

    private var board: [Stop] {
        [
            page("/"), page("/packs"), pack("camford 0.2.0", ""), pack("camford 0.2.0", "/words"), pack("camford 0.2.0", "/page"), pack("camford 0.2.0", "/sign"),
            stop("a form for signing that is not filled in") { try await browser.send("main button") }, pack("camford 0.2.0", "/reject"), pack("camford 0.1.0", ""),
            pack("camford 0.1.0", "/withdraw"), stop("a form for withdrawing that is not filled in") { try await browser.send("main button") },
            page("/nowhere"), page("/audit"), page("/packs/%ff"),
            stop("a form that is not ours") {
                try await browser.open(site.origin + "/")
                try await browser.run("document.querySelector('[name=token]').value = ''")
                try await browser.send(".who button")
            },
        ]
    }

    private var panel: [Stop] {
        [
            page("/panel"), stop("a purpose that says nothing") { try await browser.send("main button") },
            stop("the queue") { try await browser.give(again: "a test of pages") },
            page("/panel?borough=Camford&overdue=1"), page("/panel?page=2"),
            stop("a nominal") {
                try await browser.open(site.origin + "/panel")
                try await browser.leave { try await browser.click(".cards h3 a") }
            },
            stop("a decision without a reason") {
                try await browser.click("details:nth-of-type(2) summary")
                try await browser.send("details:nth-of-type(2) button")
            },
            stop("a review without findings") {
                try await browser.click("[aria-labelledby=review] summary")
                try await browser.send("[aria-labelledby=review] button")
            },
            page("/nominals/nobody"), page("/tasks"), page("/tasks?which=overdue"), page("/tasks?which=all&page=2"),
            stop("a task") {
                try await browser.open(site.origin + "/tasks")
                try await browser.leave { try await browser.click(".cards h3 a") }
            },
            stop("a task that is cancelled without words") { try await browser.send("form[action$=cancel] button") },
            page("/purpose?then=/tasks"),
        ]
    }

    private var audit: [Stop] { [page("/"), page("/audit"), page("/audit?who=nobody"), page("/audit?last=2")] }

    private var nobody: [Stop] {
        [page("/sign-in"), stop("a sign-in without anything") { try await browser.send("main button") }, page("/sign-in?ended=1")]
    }
}

extension Browser {
    /// Says what for, after a purpose that was not taken.
    fileprivate func give(again purpose: String) async throws {
        try await type(purpose, into: "#purpose")
        try await send("main button")
    }
}
