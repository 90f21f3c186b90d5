import FieldDefinitions
import Testing

/// What the data page promises of one field.
struct Promise: Sendable, CustomTestStringConvertible {
    let path: String
    let value: String
    let isRequired: Bool
    let sensitivity: Sensitivity

    init(_ path: String, _ value: String, required: Bool = false, _ sensitivity: Sensitivity = .ordinary) {
        self.path = path
        self.value = value
        self.isRequired = required
        self.sensitivity = sensitivity
    }

    var testDescription: String { path }
}

@Suite("The standard catalogue")
struct StandardCatalogueTests {
    @Test("holds each field of the data page with its values, need and mark", arguments: promises)
    func promise(_ promise: Promise) throws {
        let field = try #require(FieldCatalogue.standard.field(at: promise.path))
        #expect(field.type.inWords == promise.value)
        #expect(field.isRequired == promise.isRequired)
        #expect(FieldCatalogue.standard.sensitivity(at: promise.path) == promise.sensitivity)
    }

    @Test("holds nothing else, in the page's order")
    func order() {
        #expect(FieldCatalogue.standard.paths == promises.map(\.path))
    }

    @Test("has a title, a summary and a topic for each field")
    func words() {
        for (path, field) in FieldCatalogue.standard.placedFields {
            #expect(!field.title.isEmpty && field.summary.hasSuffix("."), "\(path)")
            #expect(!field.title.hasSuffix("."), "\(path)")
            #expect((field.topic != nil) == !path.contains("."), "\(path)")
        }
    }

    @Test("gives no two fields of a record the same name in Lua")
    func names() {
        for level in [FieldCatalogue.standard.fields] + FieldCatalogue.standard.placedFields.map(\.field.type.parts) {
            let names = level.flatMap { [$0.name] + $0.luaAliases }
            #expect(Set(names).count == names.count)
        }
    }

    @Test(
        "dates a field by a date that is there",
        arguments: [
            ("ogrs2", "ogrs2_date"), ("ogrs3", "ogrs3_date"), ("engagement", "engagement.last_contact"),
            ("gang", "gang.last_confirmed"), ("offences", "offences.date"), ("orders", "orders.start"),
            ("intelligence", "intelligence.date"), ("associates", "associates.date"),
            ("linked_series", "linked_series.date"), ("referrals", "referrals.date"), ("reviews", "reviews.date"),
            ("scores", "scores.date"), ("taskings", "taskings.opened"),
        ])
    func dates(path: String, datePath: String) throws {
        let field = try #require(FieldCatalogue.standard.field(at: path))
        let dateField = try #require(field.dateField)
        #expect(field.type.parts.isEmpty ? dateField == datePath : "\(path).\(dateField)" == datePath)
        #expect(FieldCatalogue.standard.field(at: datePath)?.type.inWords == "date")
    }

    @Test("gives only those fields a date of their own")
    func undated() {
        #expect(FieldCatalogue.standard.placedFields.filter { $0.field.dateField != nil }.count == 13)
    }

    @Test(
        "takes other spellings of sex and ethnicity",
        arguments: [
            ("sex", "f", "female"), ("sex", "female", "female"), ("sex", "w", "female"), ("sex", "woman", "female"),
            ("sex", "m", "male"), ("sex", "male", "male"), ("sex", "man", "male"), ("sex", "o", "other"),
            ("sex", "x", "other"), ("sex", "other", "other"), ("ethnicity", "o1", "A4"), ("ethnicity", "a4", "A4"),
            ("ethnicity", "w3", "W3"), ("ethnicity", "ns", "NS"),
        ])
    func spellings(path: String, spelling: String, value: String) throws {
        #expect(try enumeration(path).spellings[spelling] == value)
    }

    @Test("reads an outright unknown sex as left out", arguments: ["unknown", "u", "not known"])
    func unknownSex(spelling: String) throws {
        let sexes = try enumeration("sex")
        #expect(sexes.unknownSpellings.contains(spelling))
        #expect(sexes.spellings[spelling] == nil)
    }

    @Test("takes no officer-observed code as an ethnicity")
    func officerObserved() throws {
        let ethnicity = try enumeration("ethnicity")
        for code in (0...9).flatMap({ ["ic\($0)", "\($0)"] }) {
            #expect(ethnicity.spellings[code] == nil)
            #expect(!ethnicity.unknownSpellings.contains(code))
        }
    }

    @Test("spells in lower case, always for a value that exists")
    func spellingsAreLowerCase() {
        for case (let path, .enumeration(let enumeration)) in FieldCatalogue.standard.placedFields.map({ ($0.path, $0.field.type) }) {
            #expect(Set(enumeration.values).count == enumeration.values.count, "\(path)")
            #expect(enumeration.spellings.keys.allSatisfy { $0 == $0.lowercased() }, "\(path)")
            #expect(enumeration.spellings.values.allSatisfy(enumeration.values.contains), "\(path)")
            #expect(enumeration.meanings.keys.allSatisfy(enumeration.values.contains), "\(path)")
            #expect(enumeration.unknownSpellings.isDisjoint(with: enumeration.spellings.keys), "\(path)")
        }
    }

    @Test("sets false intelligence aside, withholds what is handled C, and takes a grade as the assessment")
    func intelligence() throws {
        guard case .list(let list) = try #require(FieldCatalogue.standard.field(at: "intelligence")).type else {
            Issue.record("intelligence is no list")
            return
        }
        #expect(list.setAside?.field == "assessment" && list.setAside?.value == "E")
        #expect(list.withheld?.field == "handling" && list.withheld?.value == "C")
        #expect(list.inputAliases == ["grade": "assessment"])
    }

    @Test("offers names that are no keywords for those that are", arguments: [("orders.end", "ends"), ("local", "here")])
    func aliases(path: String, alias: String) {
        #expect(FieldCatalogue.standard.field(at: path)?.luaAliases == [alias])
    }

    @Test("has rules read the age instead of the date of birth")
    func age() {
        #expect(FieldCatalogue.standard.placedFields.filter { $0.field.readInstead != nil }.map(\.path) == ["date_of_birth"])
        #expect(FieldCatalogue.standard.field(at: "date_of_birth")?.readInstead == "age")
    }

    private func enumeration(_ path: String) throws -> EnumerationDefinition {
        let field = try #require(FieldCatalogue.standard.field(at: path))
        guard case .enumeration(let enumeration) = field.type else { throw NotAnEnumeration() }
        return enumeration
    }

    private struct NotAnEnumeration: Error {}
}
