import Foundation
import GRDB
import TestSupport
import Testing

@Suite("the JSON of runs")
struct RunJSONTests {
    private func run(_ place: BoardWorkplace, _ line: String) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(DocumentationPage.words(line) + ["--store", "store", "--format", "json"], in: place.work.place.path)
    }

    @Test("has the shapes that its schemas give")
    func shapes() throws {
        let place = try BoardWorkplace(for: ["run"])
        for outcome in ["done", "already"] {
            let result = try run(place, "run")
            #expect(try Schema.faults(result.out, "run") == [])
            #expect(try JSONValue(Data(result.out.utf8)).at("runs")?.items.first?["outcome"] == .string(outcome))
        }
        try place.work.write("cohort.ndjson", try place.work.read("cohort.ndjson").replacing("Camford", with: "Oxbridge"))
        _ = try place.work.run("cohort", "import", "cohort.ndjson", "--by", "j.ofori", "--why", "they moved", "--store", "store")
        let refused = try run(place, "run")
        #expect(refused.status == 4)
        #expect(try Schema.faults(refused.out, "run") == [])
        let replay = try run(place, "replay --all")
        #expect(try Schema.faults(replay.out, "replay") == [])
        #expect(try JSONValue(Data(replay.out.utf8))["runs"] == .number(1))
        _ = try place.work.run("cohort", "forget", "N-0001", "--by", "j.ofori", "--why", "a request", "--store", "store")
        #expect(try Schema.faults(try run(place, "replay --run 1").out, "replay") == [])
    }

    @Test("of a replay tells what differs")
    func differences() throws {
        let place = try BoardWorkplace(for: ["replay"])
        let database = try DatabaseQueue(path: "\(place.work.place.path)/store/waymark.db")
        try database.inDatabase { try $0.execute(sql: "UPDATE decision SET digest = zeroblob(32) WHERE place = 2") }
        try database.close()
        let result = try run(place, "replay --decision 1.2")
        #expect(result.status == 1)
        #expect(try Schema.faults(result.out, "replay") == [])
        #expect(try JSONValue(Data(result.out.utf8)).at("differences")?.items.first?["decision"] == .string("1.2"))
        #expect(try run(place, "replay --decision 1.99").status == 2)
        #expect(try run(place, "replay").status == 2)
    }
}
