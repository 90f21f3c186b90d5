/// A function or value that rules can use, as the stubs for editors say it.
package struct EditorEntry: Sendable, Hashable {
    package enum Owner: String, Sendable {
        case anything, list, record
    }

    package let owner: Owner
    package let name: String
    /// `count(filter)`; the name alone for what is no function.
    package let signature: String
    /// What it does, in one line.
    package let about: String
}

extension EditorStubs {
    /// What rule files can call, and what can be asked of every list and record: taken from the stubs, so that it is said once.
    package static func entries(_ catalogue: FieldCatalogue) -> [EditorEntry] {
        var fields = FieldStubs()
        fields.write(catalogue)
        var known: Set<[String]> = []
        return entries(in: declarations + fields.text).filter { known.insert([$0.owner.rawValue, $0.name]).inserted }
    }

    private static func entries(in text: String) -> [EditorEntry] {
        var about: [String] = []
        return text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            let line = line.drop { $0 == " " }
            if line.hasPrefix("--- ") { about.append(String(line.dropFirst(4))) }
            if line.hasPrefix("---") { return nil }
            defer { about = [] }
            return entry(line, about.joined(separator: " "))
        }
    }

    private static func entry(_ line: Substring, _ about: String) -> EditorEntry? {
        if line.hasPrefix("function "), line.hasSuffix(" end") {
            let signature = line.dropFirst("function ".count).dropLast(" end".count)
            let parts = signature.split(separator: ":", maxSplits: 1)
            guard let own = parts.last, let name = own.split(separator: "(").first else { return nil }
            let owner: EditorEntry.Owner = parts.count == 1 ? .anything : parts[0] == "list" ? .list : .record
            return EditorEntry(owner: owner, name: String(name), signature: String(own), about: about)
        }
        let parts = line.split(separator: " ")
        guard parts.count == 3, parts[1] == "=", !about.isEmpty else { return nil }
        return EditorEntry(owner: .anything, name: String(parts[0]), signature: String(parts[0]), about: about)
    }
}
