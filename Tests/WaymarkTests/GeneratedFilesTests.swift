import FieldDefinitions
import Foundation
import Testing

@Suite("files made from the field catalogue")
struct GeneratedFilesTests {
    @Test(
        "a file in the project is what the program writes: `make docs` brings it up to date",
        arguments: [
            ("docs/fields.md", FieldGuide.markdown), ("docs/schema/cohort.schema.json", CohortSchema.json),
            ("editor/waymark.lua", EditorStubs.lua),
        ] as [(String, @Sendable (FieldCatalogue) -> String)])
    func upToDate(path: String, write: @Sendable (FieldCatalogue) -> String) throws {
        let text = try String(contentsOfFile: "\(Project.folder)/\(path)", encoding: .utf8)
        #expect(text == write(.standard), "\(path) is out of date")
    }
}
