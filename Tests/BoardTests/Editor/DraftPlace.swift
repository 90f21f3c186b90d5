@testable import Board
import DecisionStore
import Foundation
import Governance
import Testing
import TestSupport

/// A site with a pack in force, people whom a night's run decided on, and an analyst who has begun a draft of that pack.
struct DraftPlace {
    let place: SitePlace
    let visitor: Visitor
    let token: String
    static let people: KeyValuePairs = ["N-1": 9, "N-2": 5, "N-3": 2, "N-4": 1, "N-5": 0]

    /// The pack's folder in that of the draft.
    var folder: String { place.place.path + "/drafts/camford/camford" }

    /// Tests and impacts are given time enough on a machine that is busy.
    private static var patient: SiteOptions {
        var options = SiteOptions()
        (options.secondsToTest, options.secondsForImpact) = (600, 600)
        return options
    }

    /// - Parameter options: nil for those of a patient site.
    init(_ options: SiteOptions? = nil) async throws {
        place = try SitePlace(options ?? DraftPlace.patient)
        try place.run(DraftPlace.people)
        visitor = try await Visitor(place, as: "j.ofori")
        token = try await visitor.get("/drafts").token
        let standing = try #require(try place.site.book(place.site.people(), SitePlace.morning).standings.last)
        let page = try await visitor.post("/drafts", ["from": "store:\(standing.examination.digest)"], token: token)
        #expect(page.location == "/drafts/camford")
    }

    func text(_ file: String) throws -> String { try fileText(folder + "/" + file) }

    /// What one of the script's questions is answered.
    func ask(_ act: String, _ file: String = "rules.lua", text: String? = nil, _ more: [String: String] = [:]) async throws -> JSONValue {
        var fields = more
        fields["file"] = "camford/" + file
        fields["text"] = text
        let page = try await visitor.post("/drafts/camford/\(act)", fields, token: token)
        try #require(page.status == 200, "\(act): \(page.status)")
        return try JSONValue(Data(page.text.utf8))
    }

    func givePurpose() async throws { _ = try await visitor.post("/purpose", ["purpose": "the spring review", "then": "/"], token: token) }

    /// Writes a file into the draft's folder as somebody at the command line does.
    func write(_ text: String, to file: String) throws {
        let path = URL(fileURLWithPath: folder + "/" + file)
        try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: path, atomically: true, encoding: .utf8)
    }

    var mark: String { get async throws { try await visitor.get("/drafts/camford/files/camford~rules.lua").value(of: "mark") ?? "" } }

    /// Kinds of the rows of the log.
    var kinds: [String] {
        get throws {
            var kinds: [String] = []
            try place.store.read { try $0.auditRows { kinds.append($0.kind) } }
            return kinds
        }
    }
}

extension JSONValue {
    func said(_ key: String) -> String { self[key]?.text ?? "" }
}
