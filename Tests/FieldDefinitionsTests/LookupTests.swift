import FieldDefinitions
import Testing

@Suite("Looking fields up")
struct LookupTests {
    @Test("finds nothing at a path that is none", arguments: ["", ".", "ogsr2", "needs.", ".needs", "needs.drug", "ogrs2.x", "orders.ends", "local.x"])
    func nothing(path: String) {
        #expect(FieldCatalogue.standard.field(at: path) == nil)
        #expect(FieldCatalogue.standard.sensitivity(at: path) == nil)
    }

    @Test("finds a borough's own fields under local")
    func local() {
        let catalogue = FieldCatalogue.standard.adding(local: localFields)
        #expect(catalogue.field(at: "local.rough_sleeping")?.title == "sleeping rough")
        #expect(catalogue.sensitivity(at: "local.rough_sleeping") == .sensitive)
        #expect(catalogue.sensitivity(at: "local.visits.kind") == .ordinary)
        #expect(
            catalogue.paths.suffix(6) == [
                "local", "local.rough_sleeping", "local.housing", "local.visits", "local.visits.date",
                "local.visits.kind",
            ])
    }

    @Test("replaces a borough's fields when others are added")
    func replacing() {
        let catalogue = FieldCatalogue.standard.adding(local: localFields).adding(local: [])
        #expect(catalogue.paths == FieldCatalogue.standard.paths)
    }

    @Test(
        "takes the strictest mark of a field and of what holds it",
        arguments: [
            (Sensitivity.ordinary, Sensitivity.ordinary, Sensitivity.ordinary), (.ordinary, .protected, .protected),
            (.sensitive, .protected, .sensitive), (.protected, .ordinary, .protected),
            (.protected, .sensitive, .sensitive),
        ])
    func strictest(outer: Sensitivity, inner: Sensitivity, strictest: Sensitivity) {
        let part = FieldDefinition("part", .bool, inner, title: "part", summary: "A part.")
        let catalogue = FieldCatalogue(fields: [
            FieldDefinition("whole", .record(RecordDefinition([part])), outer, title: "whole", summary: "A whole.")
        ])
        #expect(catalogue.sensitivity(at: "whole.part") == strictest)
        #expect(catalogue.sensitivity(at: "whole") == outer)
    }

    @Test(
        "keeps the names that filters use",
        arguments: [
            ("where", true), ("within", true), ("from", true), ("to", true), ("at_least", true), ("has", true),
            ("get", true), ("min_value", true), ("max_date", true), ("minimum", false), ("type", false), ("towards", false),
        ])
    func reserved(name: String, isReserved: Bool) {
        #expect(FieldCatalogue.isReservedListFieldName(name) == isReserved)
    }

    @Test("uses no such name itself")
    func standardNames() {
        for (path, field) in FieldCatalogue.standard.placedFields {
            #expect(!FieldCatalogue.reservedFieldNames.contains(field.name), "\(path)")
            if case .list = field.type {
                for part in field.type.parts {
                    #expect(!FieldCatalogue.isReservedListFieldName(part.name), "\(path).\(part.name)")
                }
            }
        }
    }

    @Test("gives every name that is a Lua keyword another in Lua")
    func keywords() {
        for (path, field) in FieldCatalogue.standard.placedFields
        where FieldCatalogue.luaKeywords.contains(field.name) {
            #expect(!field.luaAliases.isEmpty, "\(path)")
            #expect(FieldCatalogue.luaKeywords.isDisjoint(with: field.luaAliases), "\(path)")
        }
    }
}

/// Fields as a borough might add them; the texts hold what could break a table, a comment or a schema.
let localFields = [
    FieldDefinition(
        "rough_sleeping", .bool, .sensitive, title: "sleeping rough", summary: "Yes | no,\nas \"outreach\" sees it."),
    FieldDefinition(
        "housing", .enumeration(EnumerationDefinition(["settled", "temporary", "none"])), title: "housing",
        summary: "Where the person lives."),
    FieldDefinition(
        "visits",
        .list(
            ListDefinition([
                FieldDefinition("date", .date, required: true, title: "date", summary: "When."),
                FieldDefinition("kind", .string, title: "kind", summary: "What for."),
            ])), title: "visits", summary: "Visits.", dateField: "date"),
]
