import Foundation
import Governance
import TestSupport
import Testing

@Suite("the JSON of a board and of the log")
struct BoardJSONTests {
    @Test("has the shapes that its schemas give")
    func shapes() throws {
        let place = try BoardWorkplace(for: ["board", "status"])
        func run(_ line: String) throws -> String {
            try WaymarkBinary.run(DocumentationPage.words(line) + ["--format", "json"], in: place.work.place.path).out
        }
        let signing = "--passphrase-file passphrase.txt --store store"
        #expect(try Schema.faults(run("board approve camford --by a.khan --key a.khan.key \(signing)"), "standing") == [])
        try place.approve("b.ash", "c.day")
        let status = try run("board status --store store")
        #expect(try Schema.faults(status, "board-status") == [])
        #expect(try JSONValue(Data(status.utf8)).at("packs")?.items.first?["signatures"]?.items.count == 3)
        try place.work.place.file("camford.waymark", Data(try place.board().export("camford")))
        let verified = try run("pack verify camford.waymark --trust store/waymark.lua")
        #expect(try Schema.faults(verified, "pack-verify") == [])
        let log = try run("audit verify --store store")
        #expect(try Schema.faults(log, "audit-verify") == [])
        #expect(try JSONValue(Data(log.utf8))["rows"] == .number(5))
        let rows = try run("audit list --store store").split(separator: "\n")
        #expect(rows.count == 5)
        for row in rows { #expect(try Schema.faults(String(row), "audit-row") == []) }
    }
}
