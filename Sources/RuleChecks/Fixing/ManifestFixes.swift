import Decisions
import FieldDefinitions
import LuaSyntax
import RulePacks

/// Fixes in the manifest for findings that stand in rules, or that only the rules bring to light.
enum ManifestFixes {
    /// The finding with its fix, where there is one and it has none yet.
    static func completed(_ finding: Finding, _ pack: PackSource) -> Finding {
        guard finding.fix == nil, let file = finding.file, pack.owns(file) else { return finding }
        let manifest = pack.manifestFile
        var finding = finding
        if finding.code == .undeclaredField, let path = field(namedIn: finding.message, pack.catalogue), isOrdinary(path, pack.catalogue) {
            finding.fix = FindingFix(addingToReads: path, in: manifest)
        } else if finding.code == .neverRead, finding.severity == .warning, file == manifest.name, let line = finding.line,
            let column = finding.column
        {
            finding.fix = FindingFix(removingFieldAt: .init(line: line, column: column), in: manifest)
        }
        return finding
    }

    /// The first path in backticks that is a field's.
    private static func field(namedIn message: String, _ catalogue: FieldCatalogue) -> String? {
        let pieces = message.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.indices.lazy.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }.first { catalogue.field(at: $0) != nil }
    }

    /// Neither the field nor anything that holds it or that it holds is protected or sensitive: reading it needs no reason.
    private static func isOrdinary(_ path: String, _ catalogue: FieldCatalogue) -> Bool {
        guard let field = catalogue.field(at: path), field.readInstead == nil, catalogue.sensitivity(at: path) == .ordinary else { return false }
        return catalogue.paths.allSatisfy { !$0.hasPrefix(path + ".") || catalogue.sensitivity(at: $0) == .ordinary }
    }
}
