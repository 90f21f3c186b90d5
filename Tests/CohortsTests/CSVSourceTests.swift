@testable import Cohorts
import FieldDefinitions
import Foundation
import Testing

@Suite("Reading CSV")
struct CSVSourceTests {
    static let heading = "id,borough,date_of_birth,convictions_total,arrests_total,custody_status,statutory"
    static let person = "N-0001,Camden,1990-05-01,3,7,none,no"

    /// A person's row with another id.
    static func person(_ id: String) -> String { id + person.dropFirst(6) }

    @Test("the required fields in columns make the same nominal as in NDJSON")
    func flat() throws {
        let folder = try TemporaryFolder()
        let read = try ReadCohort(path: folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\n"))
        #expect(read.lines == [validLine])
        #expect(read.numbers == [2])
        #expect(read.rejects.isEmpty)
    }

    @Test("one cohort as CSV and as NDJSON fills the same cells")
    func sameAsNDJSON() throws {
        let folder = try TemporaryFolder()
        try folder.write("cohort.csv", """
            gang.name,\(Self.heading),ogrs2,needs.drugs,disability,prison,sex,gang.role
            ,\(Self.person),82.5,2,Y,"Stafford, ""old"" wing",M,\r
            Marsh Lane,\(Self.person("N-0002")),,,FALSE,,,core
            """)
        try folder.write("offences.csv", """
            date,id,type,outcome,value
            2026-01-01,N-0002,arson,nfa,12.50
            2025-01-01,N-0001,fraud,convicted,
            2024-01-01,N-0002,robbery,tic,
            """)
        try folder.write("intelligence.csv", "id,date,grade,kind\nN-0001,2026-01-01,E,sighting\nN-0001,2025-01-01,B,vehicle\n")
        try folder.write("associates.csv", "id,associates_id,kind\nN-0001,N-0002,gang\n")
        try folder.write("linked_series.csv", "id,linked_series.id,date,status\nN-0002,S1,2026-01-01,open\n")
        try folder.write("orders.csv", "id,kind,start,requirements\nN-0001,drr,2026-01-01,gps_tag curfew\n")
        try folder.write("taskings.csv", "id\n")
        let read = try ReadCohort(path: folder.path + "/cohort.csv")
        #expect(read.rejects.isEmpty)
        let ndjson = [
            line(#"""
                "ogrs2":82.5,"needs":{"drugs":2},"disability":true,"prison":"Stafford, \"old\" wing","sex":"male",\#
                "offences":[{"type":"fraud","date":"2025-01-01","outcome":"convicted"}],\#
                "intelligence":[{"date":"2026-01-01","grade":"E","kind":"sighting"},{"date":"2025-01-01","assessment":"B","kind":"vehicle"}],\#
                "associates":[{"id":"N-0002","kind":"gang"}],"linked_series":[],\#
                "orders":[{"kind":"drr","start":"2026-01-01","requirements":["gps_tag","curfew"]}],"taskings":[]
                """#),
            line(#"""
                "gang":{"name":"Marsh Lane","role":"core"},"disability":false,\#
                "offences":[{"type":"arson","date":"2026-01-01","outcome":"nfa","value":12.5},{"type":"robbery","date":"2024-01-01","outcome":"tic"}],\#
                "intelligence":[],"associates":[],"linked_series":[{"id":"S1","date":"2026-01-01","status":"open"}],"orders":[],"taskings":[]
                """#).replacing("N-0001", with: "N-0002"),
        ]
        for (csv, json) in zip(read.lines, ndjson) {
            let (a, b) = (Decoded(csv), Decoded(json))
            #expect(a.reject == nil)
            #expect(b.reject == nil)
            #expect(a.everything == b.everything)
            #expect(a.everything.count > 20)
        }
        #expect(read.lines.count == 2)
    }

    @Test("true and false can be written as people write them", arguments: [
        ("true", "true"), ("TRUE", "true"), ("Yes", "true"), ("y", "true"), ("1", "true"),
        ("false", "false"), ("no", "false"), ("N", "false"), ("0", "false"),
    ])
    func bools(given: String, expected: String) throws {
        let folder = try TemporaryFolder()
        let read = try ReadCohort(path: folder.write("c.csv", "\(Self.heading),disability\n\(Self.person),\(given)\n"))
        #expect(Decoded(try #require(read.lines.first)).value("disability") == expected)
    }

    @Test("a value that is not of its kind is rejected in the user's words", arguments: [
        ("disability", "maybe", "maybe"), ("ogrs2", "82%", "82%"), ("ogrs2", "082", "082"), ("mappa_level", "two", "two"),
        ("release_date", "01/02/2026", "01/02/2026"), ("prison", "\u{1}", "\u{FFFD}"),
    ])
    func wrongValues(column: String, given: String, got: String) throws {
        let folder = try TemporaryFolder()
        let read = try ReadCohort(path: folder.write("c.csv", "\(Self.heading),\(column)\n\(Self.person),\(given)\n"))
        let text = try #require(read.lines.first)
        guard column != "prison" else {
            #expect(Decoded(text).value("prison") == given)
            return
        }
        let reject = try #require(Decoded(text, number: read.numbers[0]).reject)
        #expect(reject.path == column)
        #expect(reject.got == got)
        #expect(reject.line == 2)
        #expect(reject.id == "N-0001")
    }

    @Test("an empty cell is a field left out, and a record of empty cells is known not to be there")
    func empty() throws {
        let folder = try TemporaryFolder()
        let read = try ReadCohort(path: folder.write("c.csv", "\(Self.heading),ogrs2,gang.name,gang.role\n\(Self.person),,,\n"))
        #expect(read.lines == [String(validLine.dropLast()) + #","gang":null}"#])
    }

    @Test("marks, line ends and newlines in values are read however many bytes come at once", arguments: [1, 2, 5, 64, 1 << 18])
    func chunks(size: Int) throws {
        let folder = try TemporaryFolder()
        let text = "\u{FEFF}\(Self.heading),prison\r\n\r\n\(Self.person),\"Old\r\nWing\"\r\n\(Self.person("N-0002")),x"
        let path = try folder.write("c.csv", text)
        let file = try InputFile(path: path, rewindable: false)
        let read = try ReadCohort(CSVSource(file, path: path, layout: standardLayout, chunk: size))
        #expect(read.numbers == [3, 5])
        #expect(Decoded(read.lines[0]).value("prison") == "Old\r\nWing")
        #expect(Decoded(read.lines[1]).value("prison") == "x")
    }

    @Test("rows that are ragged or no CSV are rejected, and the rows behind them read")
    func badRows() throws {
        let folder = try TemporaryFolder()
        let text = """
            \(Self.heading)
            \(Self.person),extra
            N-0002,Camden
            \(Self.person("N-0003"))
            "N-0004,Camden
            \(Self.person("N-0005"))
            N-"0006",Camden
            \(Self.person("N-0007"))
            """
        let read = try ReadCohort(path: folder.write("c.csv", text))
        #expect(read.numbers == [4, 6, 8])
        #expect(read.rejects.map(\.line) == [2, 3, 5, 7])
        #expect(read.rejects.map(\.got) == ["8 values", "2 values", "a row that cannot be read", "a row that cannot be read"])
        #expect(read.rejects.map(\.id) == ["N-0001", "N-0002", nil, nil])
        #expect(read.rejects[2].message.contains("closing quote"))
    }

    @Test("a stray quote costs one row, though quoted values follow")
    func strayQuote() throws {
        let folder = try TemporaryFolder()
        let text = """
            \(Self.heading),prison
            \(Self.person),"Stafford
            \(Self.person("N-0002")),"Old, East"
            \(Self.person("N-0003")),x
            """
        let read = try ReadCohort(path: folder.write("c.csv", text))
        #expect(read.numbers == [3, 4])
        #expect(read.rejects.map(\.line) == [2])
    }

    @Test("rows of a list that belong to nobody are rejected with their file and line")
    func orphans() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<200).map { "N-9\($0),arson,2020-01-01,nfa" }
        let path = try folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\n")
        try folder.write("offences.csv", """
            id,type,date,outcome
            N-0001,"arson",2021-01-01,nfa
            \(rows.joined(separator: "\n"))
            ,arson,2020-01-01,nfa
            """)
        let read = try ReadCohort(path: path)
        #expect(read.lines.count == 1)
        #expect(read.rejects.count == 201)
        #expect(read.rejects.map(\.line) == Array(3...203))
        #expect(read.rejects[0].id == "N-90")
        #expect(read.rejects[0].message == "`\(folder.path)/offences.csv`, line 3: no line of `\(path)` has the id `N-90`: add the person there, or take the row out")
        #expect(read.rejects[200].message.contains("does not say whose"))
        #expect(read.rejects[200].path == "offences")
    }

    @Test("a nominal with a broken row in a list is rejected, not judged without it")
    func brokenListRow() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\n\(Self.person("N-0002"))\n")
        try folder.write("offences.csv", "id,type,date,outcome\nN-0001,arson,2020-01-01,nfa\nN-0002,arson,2020-01-01,nfa\nN-0001,arson,2020-01-01\n")
        try folder.write("orders.csv", "id,kind,start\nN-0002,drr,2020-01-01\nN-0001,drr,2020-01-01\n")
        let read = try ReadCohort(path: path)
        #expect(read.numbers == [3])
        #expect(read.rejects.count == 1)
        #expect(read.rejects[0].line == 2)
        #expect(read.rejects[0].id == "N-0001")
        #expect(read.rejects[0].path == "offences[1]")
        #expect(read.rejects[0].message.contains("offences.csv`, line 4: the row has 3 values"))
    }

    @Test("a reject of a list's value is traced to its file and line")
    func locate() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\n")
        let filler = (0..<3000).map { "X\($0),arson,2020-01-01,nfa" }.joined(separator: "\n")
        try folder.write("offences.csv", """
            id,type,date,outcome
            N-0001,arson,2020-01-01,nfa
            \(filler)
            N-0001,arson,2020-02-30,nfa
            """)
        let source = try openCohort(path: path, layout: standardLayout, rewindable: false)
        let read = try ReadCohort(source)
        let reject = try #require(Decoded(read.lines[0], number: 2).reject)
        #expect(reject.path == "offences[1].date")
        let located = try source.locate(reject)
        #expect(located.message.hasPrefix("`\(folder.path)/offences.csv`, line 3003: "))
        #expect(located.line == 2)
        let flat = Reject(line: 2, id: "N-0001", path: "ogrs2", got: "", expected: "", message: "m")
        #expect(try source.locate(flat) == flat)
    }

    @Test("a row whose id only a stray quote has reached has no id")
    func swallowedID() throws {
        let folder = try TemporaryFolder()
        let heading = "prison,\(Self.heading)"
        let text = "\(heading)\n\"Stafford\n\",\(Self.person),\"x\"y\nKirklevington,\(Self.person("N-0002"))\n"
        let read = try ReadCohort(path: folder.write("c.csv", text))
        #expect(read.numbers == [4])
        #expect(read.rejects.map(\.line) == [2, 3])
        #expect(read.rejects[0].id == nil)
    }

    @Test("a value in another encoding costs its own row")
    func otherEncoding() throws {
        let folder = try TemporaryFolder()
        let bytes = Array("\(Self.heading),prison\n\(Self.person),".utf8) + [0xC9, 0x0A] + Array("\(Self.person("N-0002")),É".utf8)
        let path = try folder.write("c.csv", bytes)
        let read = try ReadCohort(path: path)
        #expect(read.numbers == [3])
        #expect(read.rejects.map(\.line) == [2])
        #expect(read.rejects.first?.message == "the row is not valid UTF-8 from byte \(Self.person.utf8.count + 2) on: save the file as UTF-8")
    }

    @Test("a quote that is never closed costs one row, however much follows")
    func unclosed() throws {
        let folder = try TemporaryFolder()
        let padding = String(repeating: "x", count: 1000)
        let rows = (0..<10_000).map { "\(Self.person("N-1\($0)")),\(padding)" }
        let path = try folder.write("c.csv", "\(Self.heading),prison\n\(Self.person),\"Stafford\n\(rows.joined(separator: "\n"))\n")
        let read = try ReadCohort(path: path)
        #expect(read.lines.count == 10_000)
        #expect(read.rejects.map(\.line) == [2])
        #expect(read.rejects.first?.message.contains("never closed") == true)
    }

    @Test("a list's row may be longer than the piece that is read at a time")
    func longListRow() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\n")
        let series = String(repeating: "s", count: 300_000)
        try folder.write(
            "offences.csv",
            "id,type,date,outcome,series\nN-0001,arson,2020-01-01,nfa,a\nN-0001,arson,2021-01-01,nfa,\(series)\nN-0001,arson,2022-01-01,nfa,b")
        let read = try ReadCohort(path: path)
        #expect(Decoded(try #require(read.lines.first)).values("offences.series") == ["a", series, "b"])
    }

    @Test("a list's file that changes under the reader is an error")
    func changed() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\n")
        let list = try folder.write("offences.csv", "id,type,date,outcome\nN-0001,arson,2020-01-01,nfa\n")
        let source = try openCohort(path: path, layout: standardLayout, rewindable: false)
        let handle = try #require(FileHandle(forWritingAtPath: list))
        try handle.truncate(atOffset: 0)
        #expect(throws: CohortError(message: "`\(list)` was changed while it was being read: run again")) {
            _ = try ReadCohort(source)
        }
    }

    @Test("a heading in another encoding is an error", arguments: [
        [0xFF, 0xFE, 0x69, 0x00, 0x64, 0x00, 0x0A, 0x00], [0x69, 0x64, 0x2C, 0xE9, 0x0A],
    ] as [[UInt8]])
    func encoding(bytes: [UInt8]) throws {
        let folder = try TemporaryFolder()
        #expect(failure(reading: try folder.write("cohort.csv", bytes))?.contains("UTF-8") == true)
    }

    @Test("a heading that makes no sense is an error that says what to do", arguments: [
        ("\(heading),ogsr2", "did you mean `ogrs2`?"), ("\(heading),colour", "unknown column `colour`"),
        ("\(heading),age", "give `date_of_birth` instead"), ("\(heading),needs", "`needs.accommodation`"),
        ("\(heading),offences", "`offences.csv`"), ("\(heading),offences.type", "a file of the list's own"),
        ("\(heading),ogrs2,ogrs2", "twice"), ("\(heading),", "column 8"), ("id,borough", "no column `date_of_birth`"),
        ("", "is empty"), ("\"id", "cannot be read"), ("\(heading),local.rough_sleeping", "unknown column"),
    ])
    func headings(text: String, message: String) throws {
        let folder = try TemporaryFolder()
        let error = try #require(failure(reading: folder.write("cohort.csv", text)))
        #expect(error.contains(message), "\(error)")
    }

    @Test("a list's heading that makes no sense is an error that names the file", arguments: [
        ("type,date", "has no column `id`"), ("id,typ", "did you mean `type`?"), ("id,ogrs2", "unknown column `ogrs2`"), ("", "is empty"),
        ("id,type,offences.type", "twice"),
    ])
    func listHeadings(text: String, message: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading)\n")
        try folder.write("offences.csv", text)
        let error = try #require(failure(reading: path))
        #expect(error.contains(message), "\(error)")
        #expect(error.contains("offences.csv"))
    }

    @Test("a borough's own fields and lists have columns and files too")
    func local() throws {
        let layout = RowLayout(FieldCatalogue.standard.adding(local: [
            FieldDefinition("rough_sleeping", .bool, title: "sleeping rough", summary: "Sleeps rough."),
            FieldDefinition(
                "visits", .list(ListDefinition([FieldDefinition("date", .date, title: "date", summary: "When.")])),
                title: "visits", summary: "Visits.", dateField: "date"),
        ]))
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading),local.rough_sleeping\n\(Self.person),yes\n")
        try folder.write("local.visits.csv", "id,local.visits.date\nN-0001,2026-01-01\n")
        let read = try ReadCohort(path: path, layout: layout)
        let decoded = Decoded(try #require(read.lines.first), layout: layout)
        #expect(decoded.reject == nil)
        #expect(decoded.value("local.rough_sleeping") == "true")
        #expect(decoded.values("local.visits.date") == ["2026-01-01"])
    }

    @Test("CSV is read again from the start after rewinding, with the same rejects")
    func rewind() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("cohort.csv", "\(Self.heading)\n\(Self.person)\nN-0002\n")
        try folder.write("offences.csv", "id,type,date,outcome\nN-0001,arson,2020-01-01,nfa\nN-9,arson,2020-01-01,nfa\n")
        let source = try openCohort(path: path, layout: standardLayout, rewindable: true)
        let first = try ReadCohort(source)
        try source.rewind()
        #expect(try ReadCohort(source) == first)
        #expect(first.lines.count == 1)
        #expect(first.rejects.count == 2)
    }
}
