import DecisionStore
import Notation

/// What restoring a backup came to, in words.
struct RestorationText {
    let restoration: Restoration
    let folder: String
    /// How many were forgotten once more.
    let again: Int
    /// Where the store is that was there; nil where there was none.
    let aside: String?
    let lodged: [(head: AuditHead, name: String)]

    private var backup: VerifiedCopy { restoration.backup }

    var lines: [String] {
        let heading = "restored `\(backup.file)` into `\(folder)`: \(Numbers.count(backup.nominals, "nominal")), and a log that verifies up to row \(backup.head.seq) of \(backup.time)"
        return [heading] + (behind + forgotten + kept).map { "  " + $0 }
    }

    private var behind: [String] {
        var lines: [String] = []
        if let last = restoration.later.last {
            let kinds = restoration.later.kinds.sorted { $0.key < $1.key }.map { $0.key == AuditKind.people.rawValue ? Numbers.count($0.value, "version") + " of `waymark.lua`" : Numbers.count($0.value, $0.key) }
            lines.append("the log went on to row \(last.seq) of \(last.time), and what its rows tell of is not in the store: \(kinds.joined(separator: ", "))")
        } else if restoration.knowsLater {
            lines.append("the backup has every row of the log")
        } else {
            lines.append("what was done after \(backup.time) is not in it")
        }
        for (head, name) in lodged where head.seq > backup.head.seq { lines.append("\(name) is \(Numbers.count(head.seq - backup.head.seq, "row")) further on than the backup") }
        if let reason = restoration.unreadable { lines.append("the store that was there tells nothing of it: \(reason)") }
        if let doubt = restoration.doubt { lines.append("the log of the store that was there does not verify: \(doubt)") }
        return lines
    }

    private var forgotten: [String] {
        var lines: [String] = []
        if again > 0 { lines.append("\(Numbers.count(again, "person", "people")) forgotten since the backup \(again == 1 ? "was" : "were") forgotten once more") }
        if !restoration.knowsLater {
            lines.append("whoever was forgotten after \(backup.time) is in the store again: forget them once more with `waymark cohort forget`, by the requests that you have kept")
        } else if again == 0 {
            lines.append("nobody who is in it was forgotten since, as far as that log goes")
        }
        return lines
    }

    private var kept: [String] {
        guard let aside else { return [] }
        return ["the store that was there is `\(aside)`, with everybody's data, also of those who were forgotten since: delete it as soon as it is not needed"]
    }
}
