import Cohorts
import FieldDefinitions
import Testing

@Suite("The layout of a row")
struct LayoutTests {
    @Test("ids are places, each field stands before its parts")
    func ids() {
        for (place, field) in standardLayout.fields.enumerated() {
            #expect(field.id == place)
            #expect(standardLayout.id(ofPath: field.path) == place)
            for child in field.children {
                #expect(child > place)
                #expect(standardLayout.fields[child].parent == place)
            }
        }
        #expect(standardLayout.id(ofPath: "nothing.of.the.kind") == nil)
    }

    @Test("no two fields share a cell, and the cells have no gaps")
    func cells() {
        var taken: [Int] = []
        for field in standardLayout.fields where field.list == nil {
            switch field.definition.type {
            case .yearsSince: break
            case .list: taken += field.cell..<field.cell + 4
            default: taken.append(field.cell)
            }
        }
        #expect(taken.sorted() == Array(0..<standardLayout.topCellCount))
        for list in standardLayout.fields where list.stride > 0 {
            let parts = standardLayout.fields.filter { $0.list == list.id }.map(\.cell)
            #expect(parts.sorted() == Array(0..<list.stride))
        }
    }

    @Test("age has the cell of the date of birth")
    func age() throws {
        let age = try #require(standardLayout.id(ofPath: "age").map { standardLayout.fields[$0] })
        let birth = try #require(standardLayout.id(ofPath: "date_of_birth").map { standardLayout.fields[$0] })
        #expect(age.since == birth.id)
        #expect(age.cell == birth.cell)
    }

    @Test("a field knows what dates it", arguments: [
        ("ogrs2", "ogrs2_date"), ("gang", "gang.last_confirmed"), ("engagement", "engagement.last_contact"),
        ("offences", "offences.date"), ("orders", "orders.start"), ("taskings", "taskings.opened"),
    ])
    func dates(path: String, date: String) {
        let field = standardLayout.id(ofPath: path).map { standardLayout.fields[$0] }
        #expect(field?.dateField == standardLayout.id(ofPath: date))
        #expect(field?.dateField != nil)
    }

    @Test("parts of a list say which, parts of a record do not")
    func lists() {
        let type = standardLayout.id(ofPath: "offences.type").map { standardLayout.fields[$0] }
        #expect(type?.list == standardLayout.id(ofPath: "offences"))
        let drugs = standardLayout.id(ofPath: "needs.drugs").map { standardLayout.fields[$0] }
        #expect(drugs?.list == nil)
        #expect(drugs?.parent == standardLayout.id(ofPath: "needs"))
    }

    @Test("a what-if changes one field of a row")
    func whatIf() throws {
        let decoded = Decoded(line(#""ogrs2":82"#))
        let field = try #require(standardLayout.id(ofPath: "ogrs2"))
        decoded.row.set(field, cellValue: Int64(bitPattern: (40.0).bitPattern))
        #expect(decoded.value("ogrs2") == "40.0")
        decoded.row.set(field, cellValue: NominalRow.none)
        #expect(decoded.value("ogrs2") == nil)
    }
}
