import DecisionStore
import Foundation
import StoreTestKit
import TestSupport
import Testing

@Suite("the reports on a store")
struct StoreReportTests {
    private static let who = ["--by", "j.ofori", "--why", "for the programme board", "--store", "store"]
    private static let period = ["--from", "2026-01-01", "--to", "2026-03-31"]
    static let commands = [
        ["recruitment"] + period, ["referrals"] + period, ["taskings"] + period, ["equality"] + period, ["equality", "--every", "month", "--fields", "sex,age", "--show-small"] + period,
        ["trends", "--as-of", "2026-03-31", "--months", "2"], ["outcomes", "--as-of", "2026-03-31", "--months", "1"],
    ]

    /// Thirty people of whom everything that the reports count is known.
    private func work() throws -> (work: BoardWorkplace, store: FilledStore) {
        let work = try BoardWorkplace()
        let store = try FilledStore("\(work.work.place.path)/store")
        let more = [
            #""sex":"female","referrals":[{"service":"tiger","date":"2026-01-05","outcome":"started"},{"service":"right_track","date":"2026-02-05","outcome":"pending"}]"#,
            #""sex":"male","ethnicity":"W1","offences":[{"type":"theft_shop","date":"2025-12-24","outcome":"convicted","convicted_on":"2026-01-20"}],"orders":[]"#,
        ]
        try store.take((1...30).map { FilledStore.line("SECRET-\($0)", borough: $0 > 20 ? "Tower Hamlets" : "Camden", born: "19\(60 + $0)-05-01", more[$0 % 2]) })
        for number in 1...12 {
            let id = "SECRET-\(number)"
            try store.recommends(id, on: "2026-01-02", by: "2026-01-16", "select", rule: "ppo", state: "confirmed", closed: "2026-01-12")
            try store.moves(id, on: "2026-01-12", from: "none", to: "ppo", rule: "ppo")
            try store.scores(id, on: "2026-01-20", Double(10 + number), number > 6 ? "amber" : "green")
            try store.scores(id, on: "2026-02-20", 15, "green", custody: number == 1 ? "custody" : "community")
            try store.tasks(id, "intel_plan", in: "Camden", opened: "2026-01-12", due: "2026-01-20", "done", closed: "2026-01-\(12 + number)")
        }
        try store.recommends("SECRET-25", on: "2026-02-02", by: "2026-02-16", "monitor", rule: "watch", state: "departed", closed: "2026-02-12", reason: "managed_elsewhere")
        try store.recommends("SECRET-1", on: "2026-03-02", by: "2026-03-16", "deselect", rule: "settled")
        try store.restrict("SECRET-30")
        return (work, store)
    }

    private func run(_ arguments: [String], in work: BoardWorkplace) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(["report"] + arguments, in: work.work.place.path)
    }

    @Test("have the shape of their schema, caveats in every form, lines that fit, nobody's id, and a row in the log", arguments: commands)
    func forms(arguments: [String]) throws {
        let (work, store) = try work()
        let all = arguments + Self.who
        let json = try run(all + ["--format", "json", "--html", "page.html"], in: work)
        #expect(json.status == 0, "\(json.err)")
        #expect(try Schema.faults(json.out, "report-\(arguments[0])") == [])
        let caveats = try JSONValue(json.out)["caveats"]?.items.compactMap(\.text) ?? []
        #expect(!caveats.isEmpty)
        let text = try run(all, in: work).out
        let csv = try run(all + ["--format", "csv"], in: work).out
        let html = try work.work.read("page.html")
        for caveat in caveats {
            #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(caveat))
            #expect(csv.replacing("\"\"", with: "\"").contains(caveat))
            #expect(html.contains(caveat.replacing("`", with: "")) || html.contains(caveat.replacing(/`([^`]*)`/) { "<code>\($0.output.1)</code>" }), "\(caveat)")
        }
        #expect(text.longLines.isEmpty, "\(text.longLines)")
        #expect(html.hasPrefix("<!doctype html>"))
        for form in [json.out, text, csv, html] { #expect(!form.contains("SECRET")) }
        let columns = Set(csv.components(separatedBy: "\r\n").dropLast().map { line in line.replacing(/"[^"]*"/, with: "").count { $0 == "," } })
        #expect(columns.count == 1)
        let rows = try store.logged(.consultation)
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.hasPrefix("j.ofori: read the report `\(arguments[0])` on all boroughs, ") && $0.hasSuffix(" (for the programme board)") }, "\(rows)")
    }

    @Test("taskings as CSV have a line for each borough, one for the total, and one for each month")
    func taskings() throws {
        let (work, _) = try work()
        let csv = try run(["taskings", "--format", "csv"] + Self.period + Self.who, in: work).out
        let lines = csv.components(separatedBy: "\r\n").prefix(7)
        let kind = ["asked_for", "done", "cancelled", "late", "open", "overdue", "median_days"]
        #expect(
            Array(lines) == [
                "borough," + (kind.map { "intel_plan_\($0)" } + kind.map { "all_\($0)" }).joined(separator: ",") + ",month,note", "Camden,12,12,0,4,0,0,6.5,12,12,0,4,0,0,6.5,,",
                "Tower Hamlets,0,0,0,0,0,0,,0,0,0,0,0,0,,,", "Total,12,12,0,4,0,0,6.5,12,12,0,4,0,0,6.5,,", "Total,12,12,0,4,0,0,6.5,12,12,0,4,0,0,6.5,2026-01,",
                "Total,0,0,0,0,0,0,,0,0,0,0,0,0,,2026-02,", "Total,0,0,0,0,0,0,,0,0,0,0,0,0,,2026-03,",
            ])
    }

    @Test("count one borough where one is named, and say who is left out")
    func borough() throws {
        let (work, store) = try work()
        let report = try JSONValue(run(["recruitment", "--borough", "Tower Hamlets", "--format", "json"] + Self.period + Self.who, in: work).out)
        #expect(report["borough"] == .string("Tower Hamlets"))
        #expect(report["people"] == .number(9))
        #expect(report["restricted"] == .number(1))
        #expect(try store.logged(.consultation) == ["j.ofori: read the report `recruitment` on Tower Hamlets, 2026-01-01 to 2026-03-31 (for the programme board)"])
    }

    private static let wrongs: [(arguments: [String], status: Int32, message: String)] = [
        (["recruitment", "--by", "nobody", "--why", "x", "--store", "store"], 4, "nobody"), (["recruitment", "--by", "j.ofori", "--why", "x"], 2, "no store is named"),
        (["recruitment", "--borough", "Camdn"] + who, 2, "nobody in the store lives in `Camdn`; did you mean `Camden`?"),
        (["recruitment", "--to", "2999-01-01"] + who, 2, "--to `2999-01-01` is later than today"),
        (["recruitment", "--from", "2026-02-01", "--to", "2026-01-01"] + who, 2, "--from `2026-02-01` is later than the last day, `2026-01-01`"),
        (["taskings", "--from", "1999-01-01", "--to", "2026-01-01"] + who, 2, "is longer than 120 months"),
        (["equality", "--fields", "sez"] + who, 2, "there is no field `sez` to group people by; did you mean `sex`?"),
        (["equality", "--fields", "age+sex"] + who, 2, "`age+sex` crosses two fields"), (["referrals", "--service", "a", "--service", "a"] + who, 2, "--service `a` is given twice"),
        (["trends", "cohort.ndjson"] + who, 2, "leave one of them out"), (["trends"], 2, "name a cohort file, or a store"),
        (["outcomes", "--store", "store"], 2, "a report on a store is logged: say who you are with --by, and why with --why"),
    ]

    @Test("say what is wrong with what they were given, and log nothing as read", arguments: wrongs)
    func faults(wrong: (arguments: [String], status: Int32, message: String)) throws {
        let (work, store) = try work()
        let result = try run(wrong.arguments, in: work)
        #expect(result.status == wrong.status)
        #expect(result.out.isEmpty)
        #expect(result.err.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(wrong.message), "\(result.err)")
        #expect(try store.logged(.consultation) == [])
    }
}
