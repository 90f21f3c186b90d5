import Decisions
import Notation
import RuleChecks
import RulePacks

extension Doctor {
    mutating func checkPack(_ path: String) {
        begin(.pack, path)
        let today = today
        let pack = CheckedPack(path, asOf: today)
        check("loads") { found in
            guard pack.source == nil else { return "it loads" }
            found.wrong("the pack does not load: \(pack.findings.first?.text ?? "nobody knows why")", mend: "`waymark check \(path)` says everything that is wrong")
            return ""
        }
        guard let source = pack.source else { return leaveOut(["findings", "dates"], because: "the pack does not load") }
        check("findings") { found in
            let (errors, warnings) = (pack.count(.error), pack.count(.warning))
            if errors > 0 { found.wrong("`check` finds \(Numbers.count(errors, "error"))", mend: "`waymark check \(path)` says which") }
            if warnings > 0 { found.note("`check` finds \(Numbers.count(warnings, "warning"))", mend: "`waymark check \(path)` says which") }
            return "`check` finds nothing that would fail"
        }
        check("dates") { found in
            let valid = source.manifest.valid
            if valid.until < today {
                found.wrong("its last day was \(valid.until)", mend: "give it new dates and a new version, and submit it")
            } else if valid.reviewBy < today {
                found.note("it was to be reviewed by \(valid.reviewBy)", mend: "review it, and submit the next version")
            } else if valid.until < today.adding(days: Doctor.daysAhead) {
                found.note("it ends on \(valid.until)", mend: "submit the next version in time")
            }
            return "it is to be reviewed by \(valid.reviewBy), and ends on \(valid.until)"
        }
    }
}
