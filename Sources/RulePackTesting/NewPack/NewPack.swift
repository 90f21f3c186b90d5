import FieldDefinitions
package import Notation

/// A pack to begin with: rules that work, the tests that show it, and a page for the board.
package struct NewPack: Sendable {
    /// The name, which is the folder's too.
    package let name: String
    /// The folder that holds packs.
    package let parent: String
    /// Which pack it extends; nil for one that stands alone.
    let base: String?
    /// The first day on which it is valid.
    let from: Day

    /// - Parameter parent: it is made if it is not there.
    /// - Throws: where the name cannot be a pack's.
    package init(_ name: String, in parent: String, extending base: String?, from: Day) throws(NewPackError) {
        try NewPack.check(name, "a pack's name")
        if let base {
            try NewPack.check(base, "the name of the pack to extend")
            if base == name { throw NewPackError("`\(name)` cannot extend itself: name another pack after `--extends`") }
        }
        self.name = name
        self.parent = parent
        self.base = base
        self.from = from
    }

    /// `rules/camford`
    package var path: String { parent == "." ? name : "\(parent)/\(name)" }

    /// `Camford`, `Stoke-on-Trent`
    var place: String {
        let small: Set = ["a", "and", "at", "by", "in", "le", "near", "next", "of", "on", "the", "to", "under", "upon", "with"]
        let words = name.split(separator: "-").map(String.init)
        let cased = words.enumerated().map { $0 > 0 && small.contains($1) ? $1 : $1.prefix(1).uppercased() + $1.dropFirst() }
        return cased.joined(separator: words.contains(where: small.contains) ? "-" : " ")
    }

    /// Every file with its path in the pack's folder.
    /// - Parameter base: what it extends; nil where it stands alone.
    func files(on base: BaseFacts?, catalogue: FieldCatalogue) -> [(path: String, text: String)] {
        let own =
            if let base {
                [("pack.lua", overlayManifest(base)), ("README.md", overlayReadme(base)), ("tests/overlay.lua", overlaySpec(base))]
            } else {
                [
                    ("pack.lua", manifest), ("scope.lua", scope), ("score.lua", score), ("decisions.lua", decisions), ("README.md", readme),
                    ("tests/scheme.lua", spec), ("tests/thresholds.csv", cases),
                ]
            }
        return own + [(".luarc.json", NewPack.editorSettings), (".editor/waymark.lua", EditorStubs.lua(catalogue))]
    }

    /// The manifest's `valid`: for a year, with a review half-way.
    var valid: String {
        "{ from = \"\(from)\", review_by = \"\(from.adding(months: 6))\", until_ = \"\(from.adding(months: 12))\" }"
    }

    // MARK: Names

    /// Messages name the files of a pack by its folder, and Lua shortens long names.
    private static let longestName = 40

    private static func check(_ name: String, _ what: String) throws(NewPackError) {
        let near = nearestValid(name)
        if !name.isEmpty, near == name { return }
        if name.contains("/"), let last = name.split(separator: "/").last {
            throw NewPackError("`\(name)` is a path, not \(what): write `\(last)`, and name the folder that holds packs with `--in`")
        }
        throw NewPackError(
            "`\(name)` cannot be \(what), which is up to \(longestName) small letters and digits, with single `-` between them"
                + (near.isEmpty ? "" : "; did you mean `\(near)`?"))
    }

    /// Small letters and digits, with one `-` for whatever stands between them.
    static func nearestValid(_ name: String) -> String {
        let small = name.lowercased().utf8.map { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) ? Character(UnicodeScalar($0)) : "-" }
        let joined = String(small.split(separator: "-").joined(separator: "-"))
        return joined.utf8.count <= longestName ? joined : String(joined.prefix(longestName).split(separator: "-").joined(separator: "-"))
    }
}
