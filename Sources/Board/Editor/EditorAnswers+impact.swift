import DecisionStore
import Evidence
import Governance
import LuaRuntime
import Notation
import Reports
import RulePacks

extension EditorAnswers {
    static func impact(_ site: Site, _ visit: Visit) throws -> Answer {
        let (draft, file) = try draft(site, visit)
        return answer(impact(site, visit, draft, then: DraftPages.path(file, of: draft.name)))
    }

    /// How many people of the borough the draft would move, against the pack in force. Nothing of any of them is said, and nothing is kept.
    static func impact(_ site: Site, _ visit: Visit, _ draft: Draft, then: String) -> Part {
        let words = visit.words
        guard let purpose = Purpose.current(site, visit) else {
            return Part(
                words[.impactPurpose],
                "<p>\(words[.impactPurpose])</p><p><a class=\"button second\" href=\"/purpose?then=\(percentEncoded(then))\">\(words[.impactPurposeGive])</a></p>")
        }
        return onBench(site, visit, .impact, seconds: site.options.secondsForImpact) { work in
            if work.isStale { return stale }
            var new = try PackSource.load(draft.pack)
            new.hostLimits.milliseconds = millisecondsForOne
            let borough = new.manifest.owner.borough
            guard let old = try site.packInForce(borough, visit) else { return Part(words(.impactNothing, ["borough": borough])) }
            try site.logImpact(draft.name, borough, purpose: purpose, visit)
            let lines = try site.store.read { try $0.inputLines(borough: borough, day: visit.today) }
            if lines.isEmpty { return Part(words(.impactNobody, ["borough": borough])) }
            let cohort = HeldCohort(lines, work)
            do {
                var run = try ImpactRun(old: old, new: new, asOf: visit.today)
                run.isBrief = true
                let report = try run.report(cohort)
                let against = words(.impactAgainst, ["pack": "\(old.manifest.id) \(old.manifest.version)", "day": visit.today.inWords])
                return Part(report.inOneSentence, "<p>\(against)</p>\(HTML.written(report.counts.fragment))")
            } catch where cohort.isCutShort {
                return work.isStale ? stale : Part(words(.impactLong, ["n": String(site.options.secondsForImpact)]))
            }
        }
    }
}
