import Decisions
import Evidence
import LuaSyntax
import RulePacks

/// Takes single differences back in the new pack, so that each can be tried alone.
struct Reverting {
    /// The new pack without one difference.
    struct Attempt {
        /// The rule of the difference.
        var rule: String
        var words: String
        var pack: PackSource
    }

    let difference: RuleDifference
    private var old: PackText { difference.old }
    private var new: PackText { difference.new }

    /// One for each difference that can bear on who is recommended and that can be written back by itself.
    var attempts: [Attempt] {
        var attempts: [Attempt] = []
        for change in difference.changes where !change.follows && !change.rule.hasPrefix("tasking.") && matters(change.part) {
            if attempts.contains(where: { $0.rule == change.rule }) || isPartOfWhole(change) { continue }
            guard let pack = pack(without: change.rule) else { continue }
            attempts.append(Attempt(rule: change.rule, words: change.inWords, pack: pack))
        }
        return attempts
    }

    /// What people read beside a rule bears on nobody.
    private func matters(_ part: String?) -> Bool {
        !["title", "source", "note", "because", "least allowed", "most allowed"].contains(part ?? "")
    }

    /// A row of a matrix that is new or gone as a whole, and the like: the whole is tried.
    private func isPartOfWhole(_ change: RuleChange) -> Bool {
        let parts = change.rule.split(separator: ".")
        guard change.change != .changed, parts.count > 2 else { return false }
        let whole = (parts[0] == "band" ? "matrix" : String(parts[0])) + "." + parts[1]
        return difference.changes.contains { $0.rule == whole && $0.change == change.change }
    }

    private func pack(without path: String) -> PackSource? {
        let (before, now) = (old.rule(path), new.rule(path))
        let name = path.split(separator: ".", maxSplits: 1).last.map(String.init) ?? path
        if path.hasPrefix("parameter.") {
            return old.pack.parameters.first { $0.name == name }.flatMap { now == nil ? nil : new.pack.setting([name: $0.value]) }
        }
        if path.hasPrefix("max_age.") { return new.pack.setting(maxAge: old.pack.maxAge[name], of: name) }
        switch (before, now) {
        case (let before?, let now?): return exchanged(before, now)
        case (nil, let now?): return removed(now)
        case (let before?, nil): return restored(before)
        case (nil, nil): return nil
        }
    }

    private func exchanged(_ before: DescribedRule, _ now: DescribedRule) -> PackSource? {
        guard let text = old.text(of: before) else { return nil }
        if let written = new.written(now) { return replace(written.rule.bytes, in: written.file, with: text) }
        return new.statement(of: now).flatMap { replace($0.statement.bytes, in: $0.file, with: text) }
    }

    private func removed(_ rule: DescribedRule) -> PackSource? {
        guard let written = new.written(rule) else { return nil }
        return replace(whole(written.rule), in: written.file, with: [])
    }

    /// The rule with the separator behind it.
    private func whole(_ rule: WrittenRule) -> Range<Int> {
        guard let item = rule.item else { return rule.bytes }
        return item.bytes.lowerBound..<(item.separator?.upperBound ?? item.bytes.upperBound)
    }

    /// Puts a rule of the old pack back before the one that followed it there, or behind the one that it followed.
    private func restored(_ rule: DescribedRule) -> PackSource? {
        guard let written = old.written(rule), written.rule.item != nil else { return nil }
        let text = Array(written.file.source.bytes[written.rule.bytes])
        let siblings = old.rules.filter { prefix($0.path) == prefix(rule.path) && old.written($0)?.rule.item != nil }
        guard let place = siblings.firstIndex(where: { $0.path == rule.path }) else { return nil }
        for later in siblings[(place + 1)...] {
            guard let now = new.rule(later.path), let there = new.written(now) else { continue }
            let start = there.rule.bytes.lowerBound
            return replace(start..<start, in: there.file, with: text + Array(", ".utf8))
        }
        for earlier in siblings[..<place].reversed() {
            guard let now = new.rule(earlier.path), let there = new.written(now) else { continue }
            let end = there.rule.bytes.upperBound
            return replace(end..<end, in: there.file, with: Array(", ".utf8) + text)
        }
        return nil
    }

    private func prefix(_ path: String) -> Substring { path.lastIndex(of: ".").map { path[..<$0] } ?? "" }

    private func replace(_ bytes: Range<Int>, in file: WrittenFile, with text: [UInt8]) -> PackSource? {
        var source = file.source.bytes
        // A matrix row and the like may name words of the old file only: then the pack does not load, and that is found later.
        source.replaceSubrange(bytes, with: text)
        return try? new.pack.replacing(file.source.name, with: source)
    }
}
