@testable import Board
import DecisionStore
import Foundation
import HTTPTypes
import Notation
import TestSupport

/// A case-management system that speaks to the API. No wire lies between it and the site.
struct Program {
    let place: SitePlace
    /// Sent along; nil for none.
    var token: String?
    var purpose: String? = "nightly update of cases"
    var address = "127.0.0.1"
    /// Sent along beside them.
    var headers: [String: String] = [:]

    struct Answer {
        let page: Visitor.Page
        let json: JSONValue

        var status: Int { page.status }
        /// The word at the end of a problem's type; empty where it is none.
        var problem: String { json["type"]?.text.map { String($0.dropFirst("urn:waymark:problem:".count)) } ?? "" }
        var detail: String { json["detail"]?.text ?? "" }
        func ids(_ list: String) -> [String] { json[list]?.items.compactMap { $0["id"]?.text } ?? [] }
    }

    func get(_ path: String) async throws -> Answer { try await send("GET", path) }

    /// - Parameter type: of the body; nil leaves it out.
    func send(_ method: String, _ path: String, type: String? = "application/json", _ body: [UInt8] = []) async throws -> Answer {
        let visitor = Visitor(place, address: address)
        visitor.headers = headers
        if let token { visitor.headers["Authorization"] = "Bearer \(token)" }
        if let purpose { visitor.headers["Waymark-Purpose"] = purpose }
        let page = try await visitor.send(.init(method) ?? .get, "/api/v1" + path, type: body.isEmpty ? nil : type, body)
        return Answer(page: page, json: page.text.isEmpty ? .null : try JSONValue(Data(page.text.utf8)))
    }

    func push(_ lines: [String]) async throws -> Answer {
        try await send("PUT", "/nominals", type: "application/x-ndjson", Array((lines.joined(separator: "\n") + "\n").utf8))
    }

    func say(_ path: String, _ words: String?) async throws -> Answer {
        var json = JSONWriter()
        json.beginObject()
        if let words { json.key("words"); json.string(words) }
        json.endObject()
        return try await send("POST", path, words == nil ? [] : json.bytes)
    }

    /// A line of a cohort file.
    static func line(_ id: String, borough: String = "Camford", convictions: Int = 9) -> String {
        #"{"id":"\#(id)","borough":"\#(borough)","date_of_birth":"1990-02-03","convictions_total":\#(convictions),"arrests_total":0,"custody_status":"none","statutory":false,"ogrs2":80,"ogrs2_date":"2026-10-01"}"#
    }
}

extension SitePlace {
    /// A client with a token of its own.
    func client(_ name: String = "ecins", may scopes: Set<Scope> = Set(Scope.allCases), boroughs: [String] = ["Camford"], until: Day = Day(iso: "2027-11-20") ?? .latest) throws -> Program {
        let (client, token) = APIClient.new(name, scopes: scopes, boroughs: boroughs, until: until)
        var clients = try APIClients(folder: place.path)
        clients.set(client)
        try write(clients)
        return Program(place: self, token: token)
    }

    func write(_ clients: APIClients) throws {
        let path = "\(place.path)/\(APIClients.fileName)"
        try Data(clients.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Kind and words of the rows of the log by one who acts, the oldest first.
    func log(by who: String) throws -> [String] {
        var rows: [String] = []
        try store.read { try $0.auditRows(who: who) { rows.append("\($0.kind): \($0.what) (\($0.why))") } }
        return rows
    }
}

extension JSONValue {
    /// nil where it is no text.
    var text: String? { if case .string(let text) = self { text } else { nil } }
    /// None where it is no list.
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    /// nil where it is no whole number.
    var int: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
