import Foundation
import TestSupport
import Testing

@Suite("the reports")
struct ReportTests {
    static let cases = "examples/costs/staffordshire-cases.csv"
    static let tracker = "examples/costs/west-midlands-tracker.csv"
    static let costs = "rules/common/cost_of_crime_2003_04.csv"

    /// A synthetic cohort of 400, and what the pilot's pack says of it.
    private func synthetic(_ work: Workplace) throws {
        #expect(try work.run("cohort", "synth", "--count", "400", "--seed", "3", "--as-of", Workplace.date, "-o", "people.ndjson").status == 0)
        let result = try work.run("evaluate", "rules/gripping-the-offender", "people.ndjson", "--as-of", Workplace.date, "-o", "decisions.ndjson")
        #expect(result.status == 0)
    }

    static let commands = [
        ["cohort", "people.ndjson", "--records", "decisions.ndjson"], ["cohort", "people.ndjson", "--as-of", Workplace.date, "--show-small"],
        ["outcomes", "people.ndjson", "--as-of", Workplace.date], ["outcomes", "people.ndjson", "--as-of", Workplace.date, "--costs", costs, "--from", "2024-01-01", "--to", "2025-12-31"],
        ["trends", "people.ndjson", "--as-of", Workplace.date], ["costs", cases], ["tracker", tracker],
    ]

    @Test("has the shape of its schema as JSON, caveats in every form, and lines that fit as text", arguments: commands)
    func forms(arguments: [String]) throws {
        let work = try Workplace()
        try synthetic(work)
        func run(_ more: String...) throws -> WaymarkBinary.Result { try WaymarkBinary.run(["report"] + arguments + more, in: work.place.path) }
        let json = try run("--format", "json", "--html", "page.html")
        #expect(json.status == 0, "\(json.err)")
        #expect(try Schema.faults(json.out, "report-\(arguments[0])") == [])
        let caveats = try JSONValue(json.out)["caveats"]?.items.compactMap(\.text) ?? []
        #expect(!caveats.isEmpty)
        let text = try run().out
        let csv = try run("--format", "csv").out
        let html = try work.read("page.html")
        for caveat in caveats {
            #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(caveat))
            #expect(csv.replacing("\"\"", with: "\"").contains(caveat))
            #expect(html.contains(caveat.replacing("`", with: "")), "\(caveat)")
        }
        #expect(text.longLines.isEmpty)
        #expect(html.hasPrefix("<!doctype html>"))
        let lines = csv.components(separatedBy: "\r\n")
        #expect(lines.count > caveats.count && lines.last == "")
        #expect(lines.dropLast().allSatisfy { !$0.isEmpty && !$0.contains("\u{FFFD}") })
    }

    @Test("is the same each time, from a file and from standard input")
    func same() throws {
        let work = try Workplace()
        try synthetic(work)
        let file = try work.run("report", "outcomes", "people.ndjson", "--as-of", Workplace.date, "--costs", Self.costs)
        let again = try work.run("report", "outcomes", "-", "--as-of", Workplace.date, "--costs", Self.costs, input: try work.read("people.ndjson"))
        #expect(file.out == again.out)
    }

    @Test("shows the tracker's percentages from its totals, and the arithmetic")
    func trackerPercentages() throws {
        let work = try Workplace()
        let measures = try JSONValue(work.run("report", "tracker", Self.tracker, "--format", "json").out)["measures"]?.items ?? []
        #expect(measures.map { $0["change_percent"] } == [.number(-40.8), .number(-44.4)])
        #expect(measures.map { $0["change"] } == [.number(-11114), .number(-4_910_300_992)])
        let text = try work.run("report", "tracker", Self.tracker).out
        for words in ["16,154 − 27,268 = −11,114", "−40.758%", "−44.446%", "rounded −40.8%", "rounded −44.4%", "−£49,103,009.92", "half is rounded up"] { #expect(text.contains(words), "\(words)") }
    }

    @Test("computes both cost cases line by line, and says where the print is wrong")
    func costCases() throws {
        let work = try Workplace()
        let cases = try JSONValue(work.run("report", "costs", Self.cases, "--format", "json").out)["cases"]?.items ?? []
        func pounds(_ place: Int, _ sum: String, _ key: String = "pence") -> Double? {
            if case .number(let pence)? = cases[place].at("\(sum).\(key)") { pence / 100 } else { nil }
        }
        try #require(cases.count == 2)
        #expect(["before", "after", "difference"].map { pounds(0, $0) } == [48796, 11246, 37550])
        #expect(cases[0]["differences"]?.items.isEmpty == true)
        #expect(["before", "after", "difference"].map { pounds(1, $0) } == [62482, 48127, 14355])
        #expect(["before", "after", "difference"].map { pounds(1, $0, "printed_pence") } == [62922, 48407, 14515])
        let differences = cases[1]["differences"]?.items.compactMap(\.text) ?? []
        #expect(
            differences == [
                "Arrests, before: printed as £37,136; 22 × £1,668 is £36,696, which would be right at £1,688.",
                "Arrests, after: printed as £23,632; 14 × £1,668 is £23,352, which would be right at £1,688.",
                "Total before: printed as £62,922; the lines come to £62,482.", "Total after: printed as £48,407; the lines come to £48,127.",
                "Difference: printed as £14,515; it is £62,482 less £48,127, £14,355.",
            ])
    }

    @Test("reads the pack's own costs of crime and of measures: the module in Lua and the files have the same figures")
    func sameCosts() throws {
        let work = try Workplace()
        let module = try work.read("rules/common/cost.lua")
        func cells(_ file: String) throws -> [[String]] { try work.read(file).lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } }
        let crimes = module.matches(of: /(\w+) = \{ (\d+), (\d+) \}/).map { [String($0.output.1), String($0.output.2), String($0.output.3)] }
        let rows = try cells(Self.costs)
        #expect(crimes.count == 15)
        #expect(rows.map { [$0[0].lowercased().replacing(" - ", with: " ").replacing(" ", with: "_"), $0[2], $0[3]] } == crimes)
        #expect(rows.allSatisfy { $0[4] == "2003/04" })
        let start = try #require(module.range(of: "local headings = {"))
        let pairs = module[start.upperBound...].prefix { $0 != "}" }.matches(of: /(\w+) = "(\w+)"/).map { "\($0.output.1) \($0.output.2)" }
        let paired = zip(rows, crimes).flatMap { row, crime in row[1].split(separator: " ").map { "\($0) \(crime[0])" } }
        #expect(Set(paired) == Set(pairs))
        #expect(pairs.count == 9)
        let measures = Dictionary(uniqueKeysWithValues: module.matches(of: /(\w+) = \{ (\d+), (?:"2011-12"|nil)/).map { (String($0.output.1), String($0.output.2)) })
        for (item, measure) in [("Prison", "prison_year"), ("Arrests", "arrest"), ("Supervision", "supervision_year"), ("Residential drug treatment", "residential_treatment_year")] {
            let prices = Set(try cells(Self.cases).filter { $0[2] == item }.map { $0[5] })
            #expect(prices == [measures[measure] ?? ""], "\(item)")
        }
    }

    private static let wrongs: [(arguments: [String], message: String)] = [
        (["outcomes", "nowhere.ndjson"], "cannot open `nowhere.ndjson`"), (["outcomes", "people.ndjson", "--months", "0"], "--months wants a number from 1 to 120"),
        (["outcomes", "people.ndjson", "--from", "2026-01-02", "--to", "2026-01-01"], "nobody could be counted"),
        (["outcomes", "people.ndjson", "--costs", "nowhere.csv"], "cannot open `nowhere.csv`"), (["outcomes", "people.ndjson", "--costs", "rules"], "cannot read `rules`: it is a folder"),
        (["outcomes", "people.ndjson", "--costs", cases], "there is no column `case`"), (["costs", tracker], "there is no column `measure`"),
        (["cohort", "people.ndjson", "--records", "people.ndjson"], "this is no decision record"),
        (["cohort", "examples/nominals.ndjson", "--records", "decisions.ndjson"], "has no record for `N-0001` in its place"),
        (["cohort", "people.ndjson", "--records", "decisions.ndjson", "--as-of", "2026-12-01"], "the records are as of `2026-11-01`"),
        (["cohort", "people.ndjson", "--records", "decisions.ndjson", "--from", "2026-12-01"], "later than the date of the report"),
        (["cohort", "people.ndjson", "--service", "a", "--service", "a"], "--service `a` is given twice"),
    ]

    @Test("says what is wrong with what it was given, and ends with 2", arguments: wrongs)
    func faults(wrong: (arguments: [String], message: String)) throws {
        let work = try Workplace()
        try synthetic(work)
        let result = try WaymarkBinary.run(["report"] + wrong.arguments, in: work.place.path)
        #expect(result.status == 2)
        #expect(result.out.isEmpty)
        #expect(result.err.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(wrong.message), "\(result.err)")
    }

    @Test("counts the lines that cannot be read, says the first, and ends with 3", arguments: ["outcomes", "cohort", "trends"])
    func rejected(verb: String) throws {
        let work = try Workplace()
        try work.write("people.ndjson", Line.file([Line.of("A"), "no JSON", Line.of("A")]))
        let result = try work.run("report", verb, "people.ndjson", "--as-of", Workplace.date)
        #expect(result.status == 3)
        #expect(result.err.hasPrefix("people.ndjson:2: "))
        #expect(result.err.contains("2 lines of `people.ndjson` left out: `waymark cohort validate` lists them."))
        #expect(!result.out.isEmpty)
    }

    @Test("follows the thirty histories of Appendix 3: 18 down, 9 up and 3 the same, and a zero in prison is no improvement")
    func trends() throws {
        let work = try Workplace()
        let report = try JSONValue(work.run("report", "trends", "examples/ecins/cohort/cohort.csv", "--as-of", "2014-08-18", "--months", "6", "--format", "json").out)
        func counts(_ key: String) -> [JSONValue?] { ["down", "up", "same", "not_comparable"].map { report.at("\(key).\($0)") } }
        #expect(counts("as_recorded") == [.number(18), .number(9), .number(3), .number(0)])
        #expect(counts("outside_prison") == [.number(13), .number(10), .number(7), .number(0)])
        #expect(report["zeros_in_prison"] == .number(11))
        let points = report["points"]?.items ?? []
        #expect(points.count == 7)
        #expect(points.first?["bands"] == .object(["red": .number(16), "amber": .number(9), "green": .number(5)]))
        // At the last date nine are green as printed, of whom five are in prison.
        #expect(points.last?["bands"] == .object(["red": .number(4), "amber": .number(17), "green": .number(4)]))
        #expect(points.last?["in_prison"] == .number(5))
    }

    @Test("leaves small groups out, unless somebody entitled asks for them")
    func small() throws {
        let work = try Workplace()
        func sexes(_ more: String...) throws -> [JSONValue] {
            let json = try WaymarkBinary.run(["report", "cohort", "examples/nominals.ndjson", "--as-of", Workplace.date, "--format", "json"] + more, in: work.place.path).out
            return try JSONValue(json)["breakdowns"]?.items.first { $0["field"]?.text == "sex" }?["groups"]?.items ?? []
        }
        #expect(try sexes().allSatisfy { $0["count"] == .null && $0["suppressed"] == .bool(true) })
        #expect(try sexes("--show-small").allSatisfy { $0["count"] != .null && $0["suppressed"] == .bool(false) })
        #expect(try !sexes().isEmpty)
    }
}
