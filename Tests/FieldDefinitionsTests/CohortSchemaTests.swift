import FieldDefinitions
import Foundation
import TestSupport
import Testing

@Suite("The JSON Schema of a cohort line")
struct CohortSchemaTests {
    let schema = Data(CohortSchema.json(.standard.adding(local: localFields)).utf8)

    private func faults(_ line: String) -> [String] {
        JSONSchemaValidator.validate(instance: Data(line.utf8), schema: schema)
    }

    @Test("accepts a synthetic cohort", arguments: cohortLines.indices)
    func accepts(line: Int) {
        #expect(faults(cohortLines[line]) == [])
    }

    @Test(
        "accepts what the import normalises, and null for what is optional",
        arguments: [
            #""sex":"female""#, #""sex":"F""#, #""sex":"Not Known""#, #""sex":null"#, #""ethnicity":"O1""#,
            #""ethnicity":"w1""#, #""ogrs2":74.5"#, #""needs":null"#, #""needs":{"drugs":null}"#, #""gang":null"#,
            #""offences":[]"#, #""offences":null"#,
            #""orders":[{"kind":"drr","start":"2026-01-01","end":null,"requirements":["drugs","curfew"]}]"#,
            #""orders":[{"kind":"drr","start":"2026-01-01","requirements":"drugs curfew"}]"#,
            #""intelligence":[{"date":"2026-01-01","grade":"E"}]"#, #""local":{"rough_sleeping":true}"#,
            #""local":{"visits":[{"date":"2026-01-01","kind":null}],"housing":"settled"}"#, #""age_first_arrest":15.0"#,
        ])
    func acceptsField(field: String) {
        #expect(faults(line(with: field)) == [])
    }

    @Test(
        "rejects what is no cohort line, and says where",
        arguments: [
            (#""ogrs2":101"#, "$.ogrs2"), (#""ogrs2":-1"#, "$.ogrs2"), (#""ogrs2":"82""#, "$.ogrs2"),
            (#""ogsr2":82"#, "$.ogsr2"), (#""age":30"#, "$.age"), (#""sex":"femal""#, "$.sex"),
            (#""ethnicity":"IC1""#, "$.ethnicity"), (#""mappa_level":1.5"#, "$.mappa_level"),
            (#""disability":1"#, "$.disability"), (#""needs":{"drugs":3}"#, "$.needs.drugs"),
            (#""needs":{"drug":1}"#, "$.needs.drug"), (#""release_date":"1/2/2026""#, "$.release_date"),
            (#""offences":[{"type":"robbery","outcome":"nfa"}]"#, "$.offences[0]"),
            (#""offences":[{"type":"robery","outcome":"nfa","date":"2026-01-01"}]"#, "$.offences[0].type"),
            (#""offences":[{"type":null,"outcome":"nfa","date":"2026-01-01"}]"#, "$.offences[0].type"),
            (#""offences":{}"#, "$.offences"), (#""gang":{"name":"Northgate"}"#, "$.gang"),
            (#""intelligence":[{"date":"2026-01-01","grade":"F"}]"#, "$.intelligence[0].grade"),
            (#""offences":[{"type":"robbery","outcome":"nfa","date":"2026-01-01","value":-5}]"#, "$.offences[0].value"),
            (#""orders":[{"kind":"drr","start":"2026-01-01","requirements":[1]}]"#, "$.orders[0].requirements[0]"),
            (#""local":{"housing":"tent"}"#, "$.local.housing"), (#""local":{"unheard_of":1}"#, "$.local.unheard_of"),
            (#""statutory":null"#, "$.statutory"), (#""convictions_total":-1"#, "$.convictions_total"),
        ])
    func rejects(field: String, place: String) {
        let found = faults(line(with: field))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("\(place): ") == true, "\(found)")
    }

    @Test(
        "rejects a line without a required field",
        arguments: [
            "id", "borough", "date_of_birth", "convictions_total", "arrests_total", "custody_status", "statutory",
        ])
    func required(name: String) throws {
        let without = try line(dropping: name)
        #expect(faults(without) == ["$: `\(name)` is missing"])
    }

    @Test("knows no local field where none is declared")
    func noLocalFields() {
        let schema = Data(CohortSchema.json(.standard).utf8)
        let line = Data(line(with: #""local":{"rough_sleeping":true}"#).utf8)
        #expect(JSONSchemaValidator.validate(instance: line, schema: schema).count == 1)
    }

    @Test("is the same each time")
    func deterministic() {
        #expect(Set((0..<20).map { _ in CohortSchema.json(.standard) }).count == 1)
    }

    private let least = [
        "id": #""N-1""#, "borough": #""Camden""#, "date_of_birth": #""2000-02-29""#, "convictions_total": "0",
        "arrests_total": "0", "custody_status": #""none""#, "statutory": "false",
    ]

    /// The least that a line must hold, and a field; a field of the same name is replaced.
    private func line(with field: String) -> String {
        let kept = least.filter { !field.hasPrefix("\"\($0.key)\":") }
        return "{" + (kept.map { "\"\($0.key)\":\($0.value)" } + [field]).joined(separator: ",") + "}"
    }

    private func line(dropping name: String) throws -> String {
        try #require(least[name] != nil)
        return "{" + least.filter { $0.key != name }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
