import Foundation
#if canImport(FoundationXML)
import FoundationXML
#endif

/// Counts the elements of a text that is XML.
final class XMLChecker: NSObject, XMLParserDelegate {
    private(set) var names: [String: Int] = [:]

    init(_ data: Data) {
        super.init()
        let parser = XMLParser(data: data)
        parser.delegate = self
        if !parser.parse() { names = [:] }
    }

    func parser(_ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]) {
        names[name, default: 0] += 1
    }
}
