@testable import Board
import Foundation
import TestSupport
import Testing

@Suite("What the site says")
struct WordsTests {
    private static func sources() throws -> String {
        let folder = "\(projectFolder)/Sources/Board"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") && !$0.hasSuffix("Phrase.swift") } ?? []
        return try files.map { try fileText("\(folder)/\($0)") }.joined()
    }

    @Test("every phrase is said somewhere")
    func used() throws {
        let names = Set(try WordsTests.sources().matches(of: /\.([a-zA-Z]+)\b/).map { String($0.output.1) })
        let unused = Phrase.allCases.filter { !names.contains("\($0)") }
        #expect(unused.isEmpty)
    }

    @Test("no page says anything to people but by a phrase")
    func elsewhere() throws {
        // Text between tags that is not put in.
        let found = try WordsTests.sources().matches(of: />([A-Z][a-z]+ [a-z]+[^<\\]*)</).map { String($0.output.1) }
        #expect(found.isEmpty)
    }

    @Test("what stands behind a bar is for translators", arguments: Phrase.allCases)
    func context(phrase: Phrase) { #expect(!Words.english[phrase].contains("|") && !Words.english[phrase].isEmpty) }
}
