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
        let lineage = lineage(path)
        return reads.contains { lineage.contains($0) || $0.hasPrefix(path + ".") }
    }

    /// Why a field is read, as the manifest gives it for the field or for what holds it; nil where it gives no reason.
    package static func justification(of path: String, in protected: [String: String]) -> String? {
        lineage(path).lazy.compactMap { protected[$0] }.first
    }

    /// Every mark on the way to the field has its justification: at the marked field, or at a part of it on this way.
    package static func isJustified(_ path: String, catalogue: FieldCatalogue, protected: [String: String]) -> Bool {
        let lineage = lineage(path)
        return lineage.indices.allSatisfy { index in
            guard let field = catalogue.field(at: lineage[index]), field.sensitivity != .ordinary else { return true }
            return lineage[...index].contains { protected[$0] != nil }
        }
    }
}
