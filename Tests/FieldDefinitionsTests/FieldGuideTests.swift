import FieldDefinitions
import Testing

@Suite("The field guide")
struct FieldGuideTests {
    let catalogue = FieldCatalogue.standard.adding(local: localFields)
    var guide: String { FieldGuide.markdown(catalogue) }
    var rows: [Substring] { guide.split(separator: "\n").filter { $0.hasPrefix("| `") } }

    @Test("has one row for each path, in the catalogue's order")
    func everyPath() {
        #expect(rows.count == catalogue.paths.count)
        for path in catalogue.paths {
            #expect(rows.filter { $0.hasPrefix("| `\(path)` |") }.count == 1, "\(path)")
        }
    }

    @Test("has five cells in every row, whatever the texts hold")
    func cells() {
        for row in rows {
            let bars = row.replacing("\\|", with: "").filter { $0 == "|" }.count
            #expect(bars == 6, "\(row)")
        }
    }

    @Test("says how each field is given and marked", arguments: [
        ("ogrs2", "optional", ""), ("borough", "required", ""), ("age", "worked out", "protected"),
        ("sex", "optional", "protected"), ("gang", "optional", "sensitive"),
        ("gang.name", "required", "sensitive"), ("offences.date", "required", ""),
        ("needs.mental_health", "optional", "sensitive"), ("local.rough_sleeping", "optional", "sensitive"),
    ])
    func marks(path: String, given: String, care: String) throws {
        let row = try #require(rows.first { $0.hasPrefix("| `\(path)` |") })
        let cells = row.split(separator: " | ", omittingEmptySubsequences: false)
        #expect(cells[2] == given)
        #expect(cells[3] == care)
    }

    @Test("tells what the values of an enumeration mean and how else they are spelt")
    func values() {
        #expect(guide.contains("- `tic`: taken into consideration\n"))
        #expect(guide.contains("`o1` for `A4`"))
        #expect(guide.contains("Read as left out: `n/k`, `nk`, `not known`"))
        #expect(!guide.contains("`a1` for `A1`"))
    }

    @Test("says what unknown means")
    func unknown() {
        #expect(guide.contains("Unknown is not no"))
    }

    @Test("has a heading for each topic, once")
    func headings() {
        let headings = guide.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings.count == Set(headings).count)
        #expect(Set(headings.map { String($0.dropFirst(3)) }) == Set(catalogue.fields.compactMap(\.topic)))
    }
}
