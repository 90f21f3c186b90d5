package import Decisions
package import Notation
import RulePacks

/// Tries the fixes of a pack's findings, and keeps those that bring nothing new to light.
///
/// Nothing is written: the files as they would be are checked in memory.
package struct PackFixer {
    /// A fix that was not kept.
    package struct Withheld: Sendable {
        package let fix: FindingFix
        /// What the pack would have had instead; nil where the fix would have settled nothing.
        package let because: Finding?
    }

    private let path: String
    private let asOf: Day
    /// The pack with the fixes that were kept.
    package private(set) var checked: CheckedPack
    /// The files that are changed, as they are to be, by name.
    package private(set) var files: [String: [UInt8]] = [:]
    /// The same files as they were.
    package private(set) var originals: [String: [UInt8]] = [:]
    /// By file and place.
    package private(set) var applied: [FindingFix] = []
    package private(set) var withheld: [Withheld] = []
    private var refused: Set<Finding.Identity> = []

    /// Checking again takes its time, so there is an end to it.
    private static let mostAttempts = 40
    /// A fix can bring further findings to light that have fixes of their own.
    private static let mostRounds = 8

    private enum Outcome {
        case kept
        case useless
        case stopped(by: Finding)
    }

    package init(_ path: String, asOf: Day) {
        self.path = path
        self.asOf = asOf
        checked = CheckedPack(path, asOf: asOf)
        // What no rule reads may be what one misspells.
        make { !$0.isOfNeedlessText }
        make { _ in true }
        applied.sort { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
    }

    private mutating func make(_ isWanted: (Finding) -> Bool) {
        let wanted = fixes(of: checked.findings.filter { isWanted($0) && !refused.contains($0.identity) })
        if wanted.isEmpty { return }
        if case .kept = attempt(wanted) { return }
        oneByOne(isWanted)
    }

    private mutating func oneByOne(_ isWanted: (Finding) -> Bool) {
        for _ in 0..<PackFixer.mostAttempts {
            let next = checked.findings.first { isWanted($0) && !refused.contains($0.identity) && !fixes(of: [$0]).isEmpty }
            guard let next, let fix = next.fix else { return }
            switch attempt([fix]) {
            case .kept: continue
            case .useless: withheld.append(Withheld(fix: fix, because: nil))
            case .stopped(let finding): withheld.append(Withheld(fix: fix, because: finding))
            }
            refused.insert(next.identity)
        }
    }

    /// Fixes in files of the pack's own.
    private func fixes(of findings: [Finding]) -> [FindingFix] {
        findings.compactMap(\.fix).filter { checked.owns($0.file) }
    }

    private mutating func attempt(_ fixes: [FindingFix]) -> Outcome {
        var trial = files
        var made: [FindingFix] = []
        var next = fixes
        for _ in 0..<PackFixer.mostRounds {
            let now = apply(next, to: &trial)
            if now.isEmpty { return .useless }
            made += now
            let after = CheckedPack(path, asOf: asOf, replacing: trial)
            let new = after.findings(notIn: checked)
            if new.isEmpty {
                guard after.findings.count < checked.findings.count else { return .useless }
                files = trial
                applied += made
                checked = after
                return .kept
            }
            next = self.fixes(of: new)
            if let obstacle = new.first(where: { self.fixes(of: [$0]).isEmpty }) { return .stopped(by: obstacle) }
        }
        return .useless
    }

    /// - Returns: the fixes made: each once, and none that lies over another.
    private mutating func apply(_ fixes: [FindingFix], to trial: inout [String: [UInt8]]) -> [FindingFix] {
        var made: [FindingFix] = []
        for (file, fixes) in Dictionary(grouping: Set(fixes), by: \.file) {
            guard var bytes = trial[file] ?? original(file) else { continue }
            var free = bytes.count + 1
            for fix in fixes.sorted(by: { $0.bytes.lowerBound > $1.bytes.lowerBound }) {
                guard fix.bytes.upperBound < free, fix.bytes.upperBound <= bytes.count, Array(bytes[fix.bytes]) == Array(fix.was.utf8) else { continue }
                bytes.replaceSubrange(fix.bytes, with: Array(fix.replacement.utf8))
                free = fix.bytes.lowerBound
                made.append(fix)
            }
            trial[file] = bytes
        }
        return made.sorted { ($0.file, $0.bytes.lowerBound) < ($1.file, $1.bytes.lowerBound) }
    }

    private mutating func original(_ file: String) -> [UInt8]? {
        let bytes = originals[file] ?? PackSource.bytes(of: file, inFolder: path)
        originals[file] = bytes
        return bytes
    }
}

extension Finding {
    /// What a finding is about, wherever its lines move.
    struct Identity: Hashable {
        let code: FindingCode
        let file: String?
        let message: String
    }

    var identity: Identity { Identity(code: code, file: file, message: message) }

    /// Its fix takes something out of the manifest.
    fileprivate var isOfNeedlessText: Bool { code == .neverRead || code == .needlessJustification }
}

extension CheckedPack {
    /// What was not found before, or not so often.
    fileprivate func findings(notIn before: CheckedPack) -> [Finding] {
        var known: [Finding.Identity: Int] = [:]
        for finding in before.findings { known[finding.identity, default: 0] += 1 }
        return findings.filter { finding in
            guard let left = known[finding.identity], left > 0 else { return true }
            known[finding.identity] = left - 1
            return false
        }
    }
}
