import Notation

/// Faults between two fields.
extension RejectWords {
    func disagreement(_ what: Disagreement) -> (got: String, expected: String, message: String) {
        let item = RawJSON(line).excerptOfItem(at: fault.offset)
        func both(_ a: String, _ b: String) -> (String, String) { (item.value(of: a), item.value(of: b)) }
        let nominal = RawJSON(line)
        switch what {
        case .convictedBeforeOffence:
            let (convicted, date) = both("convicted_on", "date")
            return (convicted, "date from \(date) on", "`\(path)` is `\(convicted)`, before the offence itself on \(date)")
        case .offenceBeforeBirth:
            let date = item.value(of: "date")
            let born = nominal.value(of: "date_of_birth")
            return (date, "date from \(born) on", "`\(path)` is `\(date)`, before the date of birth \(born)")
        case .orderEndsBeforeStart:
            let (end, start) = both("end", "start")
            return (end, "date from \(start) on", "`\(path)` is `\(end)`, before the order starts on \(start)")
        case .dueBeforeOpened:
            let (due, opened) = both("due", "opened")
            return (due, "date from \(opened) on", "`\(path)` is `\(due)`, before the tasking was opened on \(opened)")
        case .releaseBeforeCustody:
            let release = nominal.value(of: "release_date")
            return (
                release, "date from the start of custody on",
                "`release_date` is `\(release)`, before the custody order that it ends starts: correct one of the two"
            )
        case .attendedMoreThanOffered:
            let engagement = nominal.object("engagement")
            let (attended, offered) = (engagement.value(of: "attended"), engagement.value(of: "offered"))
            return (
                attended, "whole number from 0 to \(offered)",
                "`engagement.attended` is `\(attended)`, more than the \(offered) that were offered"
            )
        }
    }
}
