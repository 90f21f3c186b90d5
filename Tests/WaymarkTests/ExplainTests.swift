import Foundation
import TestSupport
import Testing

@Suite("explaining one person's decision")
struct ExplainTests {
    static let packs = ["gripping-the-offender", "staffordshire", "stoke-on-trent"]

    private func explain(_ work: Workplace, _ pack: String, _ id: String, _ more: String...) throws -> WaymarkBinary.Result {
        try WaymarkBinary.run(
            ["explain", "rules/\(pack)", "examples/nominals.ndjson", id, "--as-of", Workplace.date] + more, in: work.place.path)
    }

    @Test("says the recommendation of the record, why, and that people decide", arguments: packs)
    func text(pack: String) throws {
        let work = try Workplace()
        let records = try work.run("evaluate", "rules/\(pack)", "examples/nominals.ndjson", "--as-of", Workplace.date).out.lines
        let leads = [
            "select": "Select", "monitor": "Monitor, without joining", "none": "Nothing: no rule", "retain": "Retain", "deselect": "De-select",
            "refer": "Refer to people",
        ]
        for line in records {
            let record = try JSONValue(line)
            let id = try #require(record["nominal"]?.text)
            let result = try explain(work, pack, id)
            #expect(result.status == 0)
            #expect(result.err.isEmpty)
            #expect(result.out.hasPrefix("\(id) as of 1 November 2026: "))
            #expect(result.out.contains("a draft"))
            #expect(result.out.contains("This is a recommendation. People decide."))
            let lead = try #require(leads[record.at("recommendation.action")?.text ?? ""])
            #expect(result.out.contains("Recommendation\n  \(lead)"), "\(result.out)")
        }
    }

    @Test("as JSON has the promised shape, with the same record as the evaluation", arguments: packs)
    func json(pack: String) throws {
        let work = try Workplace()
        let records = try work.run("evaluate", "rules/\(pack)", "examples/nominals.ndjson", "--as-of", Workplace.date).out.lines
        for record in records {
            let id = try JSONValue(record)["nominal"]?.text ?? ""
            let result = try explain(work, pack, id, "--format", "json")
            #expect(result.status == 0)
            #expect(try Schema.faults(result.out, "explain") == [])
            #expect(result.out.hasPrefix("{\"decision\":\(record),\"sentences\":["))
        }
    }

    @Test("a letter as JSON has no decision record in it")
    func letterJSON() throws {
        let letter = try JSONValue(try explain(try Workplace(), "staffordshire", "N-0004", "--letter", "--format", "json").out)
        #expect(Set(letter.members.keys) == ["nominal", "as_of", "sentences", "exit"])
        #expect(letter["nominal"]?.text == "N-0004")
    }

    @Test("as HTML is one page that needs nothing from elsewhere and says what the text says", arguments: [[], ["--letter"]])
    func html(letter: [String]) throws {
        let work = try Workplace()
        let arguments = ["explain", "rules/stoke-on-trent", "examples/nominals.ndjson", "N-0004", "--as-of", Workplace.date] + letter
        let page = try WaymarkBinary.run(arguments + ["--html"], in: work.place.path).out
        let json = try JSONValue(try WaymarkBinary.run(arguments + ["--format", "json"], in: work.place.path).out)
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
        for word in ["<script", "http", "src=", "@import", "url("] { #expect(!page.contains(word)) }
        let sentences = json["sentences"]?.items.compactMap(\.text) ?? []
        #expect(sentences.count > 10)
        for sentence in sentences {
            let plain = sentence.hasPrefix("– ") ? String(sentence.dropFirst(2)) : sentence
            #expect(page.contains("<li>\(plain.replacing("&", with: "&amp;").replacing("<", with: "&lt;"))"), "\(sentence)")
        }
        for tag in ["ul", "li", "section", "main", "body", "html"] {
            #expect(page.components(separatedBy: "<\(tag)").count == page.components(separatedBy: "</\(tag)>").count, "\(tag)")
        }
    }

    @Test("text from packs and files is no markup in the page")
    func escaped() throws {
        let work = try Workplace()
        try work.write(
            SmallPack(
                title: "A & B <i>scheme</i>",
                rules: "selection {\n  { \"x\", \"<script>alert(1)</script> & more\", when = function(n) return n.convictions_total >= 1 end },\n}\n"))
        try work.write("people.ndjson", Line.of("<b>A</b>") + "\n")
        let page = try work.run("explain", "rules/small", "people.ndjson", "<b>A</b>", "--html").out
        #expect(!page.contains("<script>") && !page.contains("<b>") && !page.contains("<i>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more"))
        #expect(page.contains("A &amp; B &lt;i&gt;scheme&lt;/i&gt;"))
    }

    @Test("an id that the cohort does not have ends with 2")
    func unknownID() throws {
        let work = try Workplace()
        for id in ["N-9999", "n-0001", "", "N-0001 "] {
            let result = try explain(work, "staffordshire", id)
            #expect(result.status == 2)
            #expect(result.out.isEmpty)
            #expect(result.err.contains("there is no nominal `\(id)` in `examples/nominals.ndjson`"))
        }
    }

    @Test("somebody whose line is rejected is not explained: 3, with what is wrong in it")
    func rejectedPerson() throws {
        let work = try Workplace()
        try work.write("people.ndjson", Line.file([Line.of("A"), Line.of("B", "\"ogrs2\":101"), Line.of("C")]))
        let result = try work.run("explain", "rules/staffordshire", "people.ndjson", "B")
        #expect(result.status == 3)
        #expect(result.out.isEmpty)
        #expect(result.err.hasPrefix("waymark: line 2 of `people.ndjson`, with the nominal `B`, is rejected: "))
        #expect(result.err.contains("101"))
        #expect(try work.run("explain", "rules/staffordshire", "people.ndjson", "C").status == 0, "the others are explained")
    }

    @Test("reads a cohort from standard input, and from CSV")
    func sources() throws {
        let work = try Workplace()
        let wanted = try explain(work, "staffordshire", "N-0004", "--letter").out
        let piped = try work.run(
            "explain", "rules/staffordshire", "-", "N-0004", "--as-of", Workplace.date, "--letter", input: try work.read("examples/nominals.ndjson"))
        #expect(piped.out == wanted)
        let people = try work.read("examples/nominals.ndjson").lines.map { try JSONValue($0) }
        for (name, text) in try CSVFiles.of(people) { try work.write("csv/\(name).csv", text) }
        #expect(try work.run("explain", "rules/staffordshire", "csv/cohort.csv", "N-0004", "--as-of", Workplace.date, "--letter").out == wanted)
    }

    @Test("reasons count in good English")
    func plurals() throws {
        let work = try Workplace()
        for id in 1...10 {
            let text = try explain(work, "staffordshire", id == 10 ? "N-0010" : "N-000\(id)").out
            #expect(!text.contains(/\b1 (offences|points|reports and arrests|people)\b/), "\(text)")
        }
    }
}
