package import FieldDefinitions

/// Which fields a pack may read: those in `reads`, and of the protected and sensitive ones those that `protected` justifies.
package enum FieldAccess {
    /// The path, then each record or list that holds it: `needs.drugs`, `needs`.
    static func lineage(_ path: String) -> [String] {
        var lineage = [path]
        var rest = Substring(path)
        while let dot = rest.lastIndex(of: ".") {
            rest = rest[..<dot]
            lineage.append(String(rest))
        }
        return lineage
    }

    /// `reads` lists the path, something that holds it, or a part of it.
    package static func covers(_ reads: [String], _ path: String) -> Bool {
        reads.contains { holds($0, path) || holds(path, $0) }
    }

    /// Whether one path is the other or leads to it: `needs` to `needs.drugs`.
    private static func holds(_ whole: String, _ part: String) -> Bool {
        part.utf8.starts(with: whole.utf8) && (part.utf8.count == whole.utf8.count || part.utf8.dropFirst(whole.utf8.count).first == UInt8(ascii: "."))
    }

    /// Why a field is read, as the manifest gives it for the field or for what holds it; nil where it gives no reason.
    package static func justification(of path: String, in protected: [String: String]) -> String? {
        lineage(path).lazy.compactMap { protected[$0] }.first
    }

    /// Every mark on the way to the field has its justification: at the marked field, or at a part of it on this way.
    package static func isJustified(_ path: String, catalogue: FieldCatalogue, protected: [String: String]) -> Bool {
        // Most fields have no mark on their way, and most ways end there.
        guard catalogue.sensitivity(at: path) != .ordinary else { return true }
        let lineage = lineage(path)
        return lineage.indices.allSatisfy { index in
            guard let field = catalogue.field(at: lineage[index]), field.sensitivity != .ordinary else { return true }
            return lineage[...index].contains { protected[$0] != nil }
        }
    }
}
