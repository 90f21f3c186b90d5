import Decisions
import Foundation
import RuleChecks
import Testing

@Suite("The pages on findings")
struct CheckPageTests {
    @Test("there is a page for each code, with its meaning for a title and three parts", arguments: FindingCode.allCases)
    func page(code: FindingCode) throws {
        let page = try CheckPage(code.rawValue)
        #expect(page.title == "# \(code.rawValue): \(code.meaning)")
        #expect(page.headings == ["Avoid", "Prefer", "Why"])
    }

    @Test("what to avoid gives the finding, at a place, and what to prefer does not", arguments: FindingCode.allCases)
    func examples(code: FindingCode) throws {
        let page = try CheckPage(code.rawValue)
        let avoid = page.files(under: "Avoid")
        let prefer = page.files(under: "Prefer")
        try #require(!avoid.isEmpty && !prefer.isEmpty)
        let bad = try SnippetPack(avoid).checked()
        let found = try #require(bad.findings.first { $0.code == code }, "\(bad.findings.map(\.text))")
        #expect(found.file != nil && found.line != nil)
        let good = try SnippetPack(prefer).checked()
        #expect(!good.findings.contains { $0.code == code }, "\(good.findings.map(\.text))")
        #expect(good.count(.error) == 0, "\(good.findings.map(\.text))")
    }

    @Test("no page is left over, and the index is what `waymark check --codes` prints")
    func index() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: CheckPage.folder).filter { $0.hasPrefix("WM") }
        #expect(Set(pages) == Set(FindingCode.allCases.map { "\($0.rawValue).md" }))
        #expect(try String(contentsOfFile: "\(CheckPage.folder)/README.md", encoding: .utf8) == CodeIndex.markdown)
    }
}
