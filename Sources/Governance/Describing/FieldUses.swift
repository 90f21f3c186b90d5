import Evidence
import FieldDefinitions
import Notation
import RulePacks

/// The fields that a pack may read, with why, and what is different against the pack before.
struct FieldUses {
    let pack: PackSource
    var before: PackSource?
    /// Titles of the rules that name a field, by the field's path.
    var readBy: [String: [String]]

    init(_ pack: PackSource, before: PackSource? = nil, readBy: [String: [String]]) {
        self.pack = pack
        self.before = before
        self.readBy = readBy
    }

    /// Those of the pack in the order of its manifest, then those that only the pack before reads.
    var all: [FieldUse] {
        let now = FieldUses.paths(pack).map { use($0, pack, isNow: true) }
        guard let before else { return now }
        let known = Dictionary(FieldUses.paths(before).map { ($0, use($0, before, isNow: false)) }) { first, _ in first }
        let compared = now.map { use -> FieldUse in
            var use = use
            if !FieldAccess.covers(before.reads, use.path) {
                use.change = .added
            } else {
                let other = known[use.path]
                use.change = other.map { $0.reason == use.reason && $0.oldest == use.oldest } ?? (use.reason == nil) ? .same : .changed
            }
            return use
        }
        let gone = FieldUses.paths(before).filter { !FieldAccess.covers(pack.reads, $0) }.map { path -> FieldUse in
            var gone = use(path, before, isNow: false)
            gone.change = .removed
            return gone
        }
        return compared + gone
    }

    /// What `reads` lists, each followed by those of its parts that have a reason or an age of their own.
    private static func paths(_ pack: PackSource) -> [String] {
        let further = Set(pack.protected.keys).union(pack.maxAge.keys).subtracting(pack.reads)
        return pack.reads.flatMap { path in [path] + further.filter { $0.hasPrefix(path + ".") }.sorted() }
    }

    private func use(_ path: String, _ pack: PackSource, isNow: Bool) -> FieldUse {
        let care = pack.catalogue.sensitivity(at: path) ?? .ordinary
        let oldest = pack.maxAge[path] ?? pack.maxAge.first { path.hasPrefix($0.key + ".") }?.value
        return FieldUse(
            path: path, title: pack.catalogue.field(at: path)?.title ?? path, care: care == .ordinary ? nil : care.rawValue,
            reason: FieldAccess.justification(of: path, in: pack.protected), oldest: oldest?.description, readBy: isNow ? titles(path) : [])
    }

    private func titles(_ path: String) -> [String] {
        var titles: [String] = []
        for (field, rules) in readBy.sorted(by: { $0.key < $1.key }) where field == path || field.hasPrefix(path + ".") {
            for rule in rules where !titles.contains(rule) { titles.append(rule) }
        }
        return titles
    }
}
