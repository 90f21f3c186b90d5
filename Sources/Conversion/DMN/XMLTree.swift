import Foundation
import FoundationXML

/// Reads an XML file into a tree of its elements, with FoundationXML.
///
/// A file with a document type is refused before it is parsed, so that there are no entities but the five of XML itself:
/// nothing outside the file can be read, and nothing in it can grow.
final class XMLTree: NSObject, XMLParserDelegate {
    static let largest = 4 << 20
    static let deepest = 100
    static let mostElements = 200_000

    private let file: String
    private var open: [XMLTag] = []
    private var root: XMLTag?
    private var count = 0
    private var failure: ConversionError?

    private init(_ file: String) { self.file = file }

    /// - Throws: what is wrong, with the line and the letter.
    static func root(_ bytes: [UInt8], file: String) throws(ConversionError) -> XMLTag {
        try check(bytes, file)
        let tree = XMLTree(file)
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = tree
        parser.shouldProcessNamespaces = true
        parser.shouldResolveExternalEntities = false
        let isWhole = parser.parse()
        if let failure = tree.failure { throw failure }
        guard isWhole, let root = tree.root else {
            throw ConversionError(
                "the file is not XML from here on: open it in the program that made it and save it again", file: file,
                line: max(parser.lineNumber, 1), column: max(parser.columnNumber, 1))
        }
        return root
    }

    private static func check(_ bytes: [UInt8], _ file: String) throws(ConversionError) {
        guard bytes.count <= largest else { throw ConversionError("the file is larger than 4 MiB, which no decision table that people write is", file: file) }
        guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0) else {
            throw ConversionError("the file is not UTF-8 text: save it as UTF-8", file: file)
        }
        let head = text.prefix(400)
        if let declared = head.range(of: "encoding") {
            let name = head[declared.upperBound...].drop { " \t\r\n='\"".contains($0) }.prefix { !"'\"".contains($0) }
            if head.hasPrefix("<?xml") || head.hasPrefix("\u{FEFF}<?xml"), head[..<declared.lowerBound].contains("?>") == false,
                !["utf-8", "utf8", "us-ascii"].contains(name.lowercased())
            {
                throw ConversionError("the file says that it is written in `\(name.prefix(40))`: save it as UTF-8", file: file, line: 1)
            }
        }
        for word in ["<!DOCTYPE", "<!ENTITY"] {
            guard let place = text.range(of: word, options: .caseInsensitive) else { continue }
            let before = text[..<place.lowerBound]
            throw ConversionError(
                "the file has a document type or entities (`\(word)`), which DMN does not use and which can make a program read other files: take it out",
                file: file, line: 1 + before.utf8.count { $0 == 0x0A }, column: 1 + (before.split(separator: "\n", omittingEmptySubsequences: false).last?.count ?? 0))
        }
    }

    private func stop(_ parser: XMLParser, _ message: String) {
        failure = failure ?? ConversionError(message, file: file, line: parser.lineNumber, column: parser.columnNumber)
        parser.abortParsing()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
        count += 1
        guard count <= XMLTree.mostElements else { return stop(parser, "the file has more than \(XMLTree.mostElements) elements, which no decision table that people write has") }
        guard open.count < XMLTree.deepest else { return stop(parser, "elements lie more than \(XMLTree.deepest) deep in one another") }
        let local = name.split(separator: ":").last.map(String.init) ?? name
        open.append(XMLTag(name: local, namespace: namespaceURI ?? "", attributes: attributes, line: parser.lineNumber, column: parser.columnNumber))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += string
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += String(decoding: block, as: UTF8.self)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard let tag = open.popLast() else { return }
        if open.isEmpty { root = tag } else { open[open.count - 1].children.append(tag) }
    }
}
