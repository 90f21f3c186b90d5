import Foundation
import Glibc
import TestSupport

/// Chromium, driven by its own driver over the W3C's WebDriver protocol.
final class Browser: Sendable {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    static let driver = path(of: ["/usr/bin/chromedriver"])
    static let program = path(of: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
    static var isInstalled: Bool { driver != nil && program != nil }
    static let missing = "needs Chromium and its driver, which scripts/setup.sh installs where apt can"

    private static func path(of paths: [String]) -> String? { paths.first { FileManager.default.isExecutableFile(atPath: $0) } }

    private static let elementKey = "element-6066-11e4-a52e-4f735466cecf"

    private let process: Process
    private let port: Int
    /// Its path at the driver.
    private let session: String

    /// Starts a browser with a window of its own, and nothing remembered.
    init(width: Int = 1280, height: Int = 900) async throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: Browser.driver ?? "")
        process.arguments = ["--port=0"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        guard let port = await Browser.port(pipe.fileHandleForReading) else {
            kill(process.processIdentifier, SIGKILL)
            throw Failure(description: "the driver of the browser did not start")
        }
        self.port = port
        let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=\(width),\(height)"]
        let options: JSONValue = .object(["binary": .string(Browser.program ?? ""), "args": .array(arguments.map(JSONValue.string))])
        let wanted: JSONValue = .object([
            "capabilities": .object([
                "alwaysMatch": .object([
                    "browserName": .string("chrome"), "goog:chromeOptions": options, "goog:loggingPrefs": .object(["browser": .string("ALL")]),
                ])
            ])
        ])
        do {
            let made = try await Browser.send("POST", port, "/session", wanted)
            guard case .string(let id) = made["sessionId"] ?? .null else { throw Failure(description: "the browser did not start: \(made)") }
            session = "/session/\(id)"
        } catch {
            kill(process.processIdentifier, SIGKILL)
            throw error
        }
    }

    func quit() async {
        _ = try? await Browser.send("DELETE", port, session, nil)
        kill(process.processIdentifier, SIGKILL)
    }

    private static func port(_ output: FileHandle) async -> Int? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text = ""
                while case let data = output.availableData, !data.isEmpty {
                    text += String(decoding: data, as: UTF8.self)
                    if let said = text.firstRange(of: "started successfully on port ") {
                        continuation.resume(returning: Int(text[said.upperBound...].prefix { $0.isNumber }))
                        return
                    }
                }
                continuation.resume(returning: nil)
            }
        }
    }

    private static func send(_ method: String, _ port: Int, _ path: String, _ body: JSONValue?) async throws -> JSONValue {
        let answer = try await PlainHTTP.send(method, port: port, path, json: body?.description)
        guard let value = try JSONValue(Data(answer.body))["value"] else { throw Failure(description: "the driver answered \(String(decoding: answer.body, as: UTF8.self))") }
        if case .string(let error) = value["error"] ?? .null { throw Failure(description: "\(error): \(value["message"].map(\.description)?.prefix(300) ?? "")") }
        return value
    }

    private func ask(_ method: String, _ path: String, _ body: JSONValue? = nil) async throws -> JSONValue { try await Browser.send(method, port, session + path, body) }

    private static func text(_ value: JSONValue) -> String { if case .string(let text) = value { text } else { "" } }

    // MARK: Pages

    func open(_ address: String) async throws { _ = try await ask("POST", "/url", .object(["url": .string(address)])) }
    var address: String { get async throws { Browser.text(try await ask("GET", "/url")) } }
    var title: String { get async throws { Browser.text(try await ask("GET", "/title")) } }
    /// What can be seen of the page.
    var text: String { get async throws { try await text(of: "body") } }

    func resize(width: Int, height: Int) async throws {
        _ = try await ask("POST", "/window/rect", .object(["width": .number(Double(width)), "height": .number(Double(height))]))
    }

    /// PNG.
    var picture: Data { get async throws { Data(base64Encoded: Browser.text(try await ask("GET", "/screenshot"))) ?? Data() } }

    /// What the browser complained of since it was last asked, such as a breach of the page's policy.
    var complaints: [String] {
        get async throws {
            guard case .array(let entries) = try await ask("POST", "/se/log", .object(["type": .string("browser")])) else { return [] }
            return entries.compactMap { $0["message"].map(Browser.text) }
        }
    }

    // MARK: From page to page

    /// Does what leads to another page, and waits until that is there.
    func leave(_ act: () async throws -> Void) async throws {
        // A page that is gone back to may have been left before.
        let mark = String(Int.random(in: 0..<Int.max))
        try await run("window.waymarkLeft = '\(mark)'")
        try await act()
        try await wait("another page") { try await run("return window.waymarkLeft !== '\(mark)' && document.readyState === 'complete'") == .bool(true) }
    }

    /// Asks again and again until it is so.
    /// - Throws: ``Failure`` after three minutes, as a machine may be slow and busy.
    func wait(_ what: String, _ isSo: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(180)
        while ContinuousClock.now < end {
            // Between two pages there is nothing to be asked.
            if let isSo = try? await isSo(), isSo { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Failure(description: "waited in vain for \(what)")
    }

    /// Sends the form of a button.
    func send(_ selector: String) async throws { try await leave { try await click(selector) } }

    // MARK: Elements

    private func find(_ selector: String) async throws -> String {
        let found = try await ask("POST", "/element", .object(["using": .string("css selector"), "value": .string(selector)]))
        return Browser.text(found[Browser.elementKey] ?? .null)
    }

    func count(_ selector: String) async throws -> Int {
        guard case .array(let found) = try await ask("POST", "/elements", .object(["using": .string("css selector"), "value": .string(selector)])) else { return 0 }
        return found.count
    }

    func text(of selector: String) async throws -> String { Browser.text(try await ask("GET", "/element/\(try await find(selector))/text")) }

    func click(_ selector: String) async throws { _ = try await ask("POST", "/element/\(try await find(selector))/click", .object([:])) }

    /// Follows the link that reads so.
    func follow(_ text: String) async throws {
        let found = try await ask("POST", "/element", .object(["using": .string("link text"), "value": .string(text)]))
        try await leave { _ = try await ask("POST", "/element/\(Browser.text(found[Browser.elementKey] ?? .null))/click", .object([:])) }
    }

    func type(_ text: String, into selector: String) async throws {
        _ = try await ask("POST", "/element/\(try await find(selector))/value", .object(["text": .string(text)]))
    }

    /// Presses keys where the focus is. Tab, Enter and Space are `\u{E004}`, `\u{E007}` and ` `.
    func press(_ keys: String) async throws {
        let strokes = keys.flatMap { key -> [JSONValue] in
            [.object(["type": .string("keyDown"), "value": .string(String(key))]), .object(["type": .string("keyUp"), "value": .string(String(key))])]
        }
        _ = try await ask(
            "POST", "/actions", .object(["actions": .array([.object(["type": .string("key"), "id": .string("keys"), "actions": .array(strokes)])])]))
    }

    static let tab = "\u{E004}", enter = "\u{E007}"

    /// Runs a script in the page, as its inspector does.
    @discardableResult
    func run(_ script: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        try await ask("POST", "/execute/sync", .object(["script": .string(script), "args": .array(arguments)]))
    }

    func runAsync(_ script: String) async throws -> JSONValue {
        try await ask("POST", "/execute/async", .object(["script": .string(script), "args": .array([])]))
    }

    func emulate(_ feature: String, _ value: String) async throws {
        _ = try await ask(
            "POST", "/goog/cdp/execute",
            .object([
                "cmd": .string("Emulation.setEmulatedMedia"),
                "params": .object(["features": .array([.object(["name": .string(feature), "value": .string(value)])])]),
            ]))
    }

    /// - Parameter width: of a small screen; nil for the window's own.
    func emulateWidth(_ width: Int?) async throws {
        let command = width == nil ? "Emulation.clearDeviceMetricsOverride" : "Emulation.setDeviceMetricsOverride"
        let parameters: [String: JSONValue] = width.map { ["width": .number(Double($0)), "height": .number(640), "deviceScaleFactor": .number(1), "mobile": .bool(false)] } ?? [:]
        _ = try await ask("POST", "/goog/cdp/execute", .object(["cmd": .string(command), "params": .object(parameters)]))
    }

    func clearCookies() async throws { _ = try await ask("DELETE", "/cookie") }
}
