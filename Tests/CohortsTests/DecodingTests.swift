import Cohorts
import FieldDefinitions
import Testing

@Suite("Reading a line")
struct DecodingTests {
    @Test("a value of each kind goes into its cell", arguments: [
        (#""ogrs2":82"#, "ogrs2", "82.0"),
        (#""ogrs2":82.5,"ogrs2_date":"2026-05-01""#, "ogrs2", "82.5"),
        (#""ogrs2":0.5e2"#, "ogrs2", "50.0"),
        (#""ogrs2":-0.0"#, "ogrs2", "0.0"),
        (#""ogrs2":-0"#, "ogrs2", "0.0"),
        (#""ogrs2":82,"ogrs2_date":"2026-05-01""#, "ogrs2_date", "2026-05-01"),
        (#""age_first_conviction":14"#, "age_first_conviction", "14"),
        (#""age_first_conviction":14.0"#, "age_first_conviction", "14"),
        (#""age_first_conviction":1.4e1"#, "age_first_conviction", "14"),
        (#""disability":true"#, "disability", "true"),
        (#""disability":false"#, "disability", "false"),
        (#""risk_of_harm":"very_high""#, "risk_of_harm", "very_high"),
        (#""sex":"M""#, "sex", "male"),
        (#""sex":"Female""#, "sex", "female"),
        (#""ethnicity":"O1""#, "ethnicity", "A4"),
        (#""prison":"HMP Dovegate""#, "prison", "HMP Dovegate"),
        (#""prison":"Élan \"B\" \u00e9\ud83d\ude00\/\n""#, "prison", "Élan \"B\" é😀/\n"),
        (#""prison":"""#, "prison", ""),
        (#""needs":{"drugs":2,"ete":0}"#, "needs.drugs", "2"),
        (#""gang":{"name":"Marsh Lane","role":"victim"}"#, "gang.role", "victim"),
        (#""release_date":"0001-01-01""#, "release_date", "0001-01-01"),
        (#""release_date":"9999-12-31""#, "release_date", "9999-12-31"),
        (#""release_date":"2024-02-29""#, "release_date", "2024-02-29"),
        (#""release_date":"2099-12-31""#, "release_date", "2099-12-31"),
        (#""release_date":"1900-01-01""#, "release_date", "1900-01-01"),
        (#""release_date":"1899-12-31""#, "release_date", "1899-12-31"),
        (#""release_date":"2026-\u0030\u0031-31""#, "release_date", "2026-01-31"),
        (#""\u006fgrs2":7"#, "ogrs2", "7.0"),
        (" \t\"ogrs2\" : \r\n 7 ", "ogrs2", "7.0"),
    ])
    func kinds(more: String, path: String, expected: String) {
        let decoded = Decoded(line(more))
        #expect(decoded.reject == nil)
        #expect(decoded.value(path) == expected)
    }

    @Test("every day from 1895 to 2105 is read as itself")
    func everyDay() throws {
        var decoder = NominalDecoder(layout: standardLayout)
        let row = NominalRow(layout: standardLayout)
        let cell = try #require(standardLayout.id(ofPath: "release_date").map { standardLayout.fields[$0].cell })
        for number in stride(from: dayNumber("1895-01-01"), through: dayNumber("2105-12-31"), by: 1) {
            let bytes = Array(line(#""release_date":"\#(dayText(number))""#).utf8)
            #expect(bytes.withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) } == nil)
            #expect(row.cells[cell] == number)
        }
    }

    @Test("an optional field left out, given as null or said not to be known has no value", arguments: [
        ("", "ogrs2"), (#""ogrs2":null"#, "ogrs2"), (#""sex":"unknown""#, "sex"), (#""sex":"U""#, "sex"),
        (#""gang":null"#, "gang"), (#""gang":null"#, "gang.name"), (#""needs":{"ete":null}"#, "needs.ete"),
    ])
    func noValue(more: String, path: String) {
        let decoded = Decoded(line(more))
        #expect(decoded.reject == nil)
        #expect(decoded.value(path) == nil)
    }

    @Test("a record that is there says so, even when it is empty")
    func presence() {
        #expect(Decoded(line(#""needs":{}"#)).value("needs") == "1")
        #expect(Decoded(line("")).value("needs") == nil)
    }

    @Test("a list left out is unknown, an empty one is known to be empty")
    func emptyList() {
        #expect(Decoded(line("")).values("offences.type") == nil)
        #expect(Decoded(line(#""offences":null"#)).values("offences.type") == nil)
        #expect(Decoded(line(#""offences":[]"#)).values("offences.type") == [])
        #expect(Decoded(line(#""offences": [ ] "#)).values("offences.type", aside: true) == [])
    }

    @Test("words are a string or an array of strings, with one space between any two", arguments: [
        (#""gps_tag curfew""#, "gps_tag curfew"), (#"["gps_tag","curfew"]"#, "gps_tag curfew"),
        (#"[ "gps_tag" , "curfew" ]"#, "gps_tag curfew"), (#"[]"#, ""), (#"["one"]"#, "one"),
        (#""  one   two ""#, "one two"), (#"["","one",""]"#, "one"),
    ])
    func words(given: String, expected: String) {
        let decoded = Decoded(line(#""orders":[{"kind":"drr","start":"2026-01-01","requirements":\#(given)}]"#))
        #expect(decoded.reject == nil)
        #expect(decoded.value("orders.requirements", item: 0) == expected)
    }

    @Test("items come in date order, those of one day in the order of the input")
    func order() {
        let decoded = Decoded(line(#"""
            "offences":[{"type":"fraud","date":"2026-03-01","outcome":"nfa"},\#
            {"type":"arson","date":"2025-01-01","outcome":"nfa"},\#
            {"type":"robbery","date":"2026-03-01","outcome":"tic"},\#
            {"type":"breach","date":"2025-01-01","outcome":"nfa"}]
            """#))
        #expect(decoded.values("offences.type") == ["arson", "breach", "fraud", "robbery"])
    }

    @Test("items without a date come first")
    func undated() {
        let decoded = Decoded(line(#"""
            "associates":[{"id":"B","kind":"gang","date":"2025-01-01"},{"id":"A","kind":"family"},{"id":"C","kind":"gang"}]
            """#))
        #expect(decoded.values("associates.id") == ["A", "C", "B"])
    }

    @Test("more items than a row has room for at first are all kept")
    func manyItems() {
        let days = (0..<5000).map { dayText(16000 - Int64($0)) }
        let items = days.map { #"{"type":"fraud","date":"\#($0)","outcome":"nfa"}"# }
        let decoded = Decoded(line(#""offences":[\#(items.joined(separator: ","))],"prison":"Stafford""#))
        #expect(decoded.reject == nil)
        #expect(decoded.values("offences.date") == days.reversed())
        #expect(decoded.value("prison") == "Stafford")
    }

    @Test("reports assessed E are set aside, both parts in date order")
    func setAside() {
        let decoded = Decoded(line(#"""
            "intelligence":[{"date":"2026-04-01","assessment":"E","kind":"four"},{"date":"2026-03-01","assessment":"B","kind":"three"},\#
            {"date":"2026-02-01","assessment":"E","kind":"two"},{"date":"2026-01-01","kind":"one"}]
            """#))
        #expect(decoded.values("intelligence.kind") == ["one", "three"])
        #expect(decoded.values("intelligence.kind", aside: true) == ["two", "four"])
    }

    @Test("where all reports are assessed E none counts")
    func allAside() {
        let decoded = Decoded(line(#""intelligence":[{"date":"2026-04-01","assessment":"E","kind":"four"}]"#))
        #expect(decoded.values("intelligence.kind") == [])
        #expect(decoded.values("intelligence.kind", aside: true) == ["four"])
    }

    @Test("a lone grade is the assessment, whichever comes first", arguments: [
        #""grade":"D""#, #""grade":"D","assessment":"D""#, #""assessment":"D","grade":"D""#, #""assessment":"D","grade":null"#,
    ])
    func alias(given: String) {
        let decoded = Decoded(line(#""intelligence":[{"date":"2026-04-01","kind":"sighting",\#(given)}]"#))
        #expect(decoded.reject == nil)
        #expect(decoded.value("intelligence.assessment", item: 0) == "D")
    }

    @Test("a borough's own fields are read under local")
    func local() {
        let layout = RowLayout(FieldCatalogue.standard.adding(local: [
            FieldDefinition("rough_sleeping", .bool, title: "sleeping rough", summary: "Sleeps rough."),
            FieldDefinition(
                "visits",
                .list(ListDefinition([
                    FieldDefinition("date", .date, title: "date", summary: "When."),
                    FieldDefinition("kind", .string, title: "kind", summary: "What."),
                ])), title: "visits", summary: "Visits.", dateField: "date"),
        ]))
        let decoded = Decoded(
            line(#""local":{"rough_sleeping":true,"visits":[{"date":"2026-02-01","kind":"b"},{"date":"2026-01-01","kind":"a"}]}"#),
            layout: layout)
        #expect(decoded.reject == nil)
        #expect(decoded.value("local.rough_sleeping") == "true")
        #expect(decoded.values("local.visits.kind") == ["a", "b"])
    }

    @Test("fields are found in any order, and the order may change from line to line")
    func anyOrder() {
        var decoder = NominalDecoder(layout: standardLayout)
        let row = NominalRow(layout: standardLayout)
        let members = [
            #""id":"N""#, #""borough":"Brent""#, #""date_of_birth":"1990-05-01""#, #""convictions_total":3"#,
            #""arrests_total":7"#, #""custody_status":"none""#, #""statutory":false"#, #""ogrs3":41"#,
            #""offences":[{"outcome":"nfa","type":"arson","date":"2020-01-01"},{"date":"2020-02-01","type":"fraud","outcome":"nfa"}]"#,
        ]
        var numbers = Numbers(seed: 7)
        for _ in 0..<200 {
            let bytes = Array("{\(numbers.shuffled(members).joined(separator: ","))}".utf8)
            #expect(bytes.withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) } == nil)
            #expect(row.id == "N")
        }
    }

    @Test("nothing of the line before is left in a row")
    func reuse() {
        var decoder = NominalDecoder(layout: standardLayout)
        let row = NominalRow(layout: standardLayout)
        let full = Array(line(#""ogrs2":82,"offences":[],"needs":{"ete":1}"#).utf8)
        #expect(full.withUnsafeBytes { decoder.decode($0, lineNumber: 1, into: row) } == nil)
        #expect(Array(validLine.utf8).withUnsafeBytes { decoder.decode($0, lineNumber: 2, into: row) } == nil)
        for path in ["ogrs2", "offences", "needs", "needs.ete"] {
            let cell = standardLayout.id(ofPath: path).map { standardLayout.fields[$0].cell }
            #expect(cell.map { row.cells[$0] } == NominalRow.none)
        }
    }
}
