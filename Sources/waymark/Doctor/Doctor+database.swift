import DecisionStore
import Governance
import Notation

extension Doctor {
    private static let inside = ["version", "tables", "integrity", "references", "log", "clock", "packs", "boroughs", "runs"]

    /// - Parameter people: nil where `waymark.lua` does not load.
    mutating func checkDatabase(_ folder: String, _ people: People?) {
        let file = "\(folder)/\(Store.fileName)"
        var probe: StoreProbe?
        var isThere = true
        check("database") { found in
            guard let state = try FileState(file), state.size > 0 else {
                isThere = false
                found.note("nothing has been kept in the store yet: there is no `\(file)`", mend: "the first `waymark board submit` or `waymark cohort import` makes it")
                return ""
            }
            do {
                probe = try StoreProbe(file)
            } catch let error as StoreError {
                found.wrong(error.message, mend: Doctor.restoring)
            }
            return "the database opens"
        }
        guard isThere else { return }
        guard let probe else { return leaveOut(Doctor.inside, because: "the database does not open") }
        checkVersion(probe)
        guard isWell("version") else { return leaveOut(Doctor.inside.filter { $0 != "version" }, because: "a later version made the store") }
        checkSoundness(probe)
        checkLog(probe)
        guard let people else { return leaveOut(["packs", "boroughs", "runs"], because: "`\(People.fileName)` does not load") }
        guard isWell("log") else { return leaveOut(["packs", "boroughs", "runs"], because: "the log does not verify, and so nothing is in force") }
        checkPacks(probe, people)
    }

    static let restoring = "take a copy of all its files, and then put the last backup in its place: `waymark store restore`"

    private mutating func checkVersion(_ probe: StoreProbe) {
        check("version") { found in
            if try probe.isLater() {
                found.wrong("a later version of Waymark made the tables of the store", mend: "install that version, or restore a backup that was made before it")
            } else if try probe.isEarlier() {
                found.note("an earlier version of Waymark made the tables of the store", mend: "back it up; the next verb that works with it brings them up to date")
            }
            return "this version of Waymark made the tables"
        }
    }

    private mutating func checkSoundness(_ probe: StoreProbe) {
        check("integrity") { found in
            do {
                for fault in try probe.damage() { found.wrong("the database is damaged: \(fault)", mend: Doctor.restoring) }
            } catch let error as StoreError where error.kind == .damaged {
                found.wrong("the database is damaged: it cannot be read to its end", mend: Doctor.restoring)
            }
            return "SQLite finds the database sound"
        }
        check("tables") { found in
            for fault in try probe.changedTables() {
                found.wrong("the tables are not those that Waymark made: \(fault)", mend: "find out who worked on the database with another program, and restore a backup made before")
            }
            return "the tables are those that Waymark made"
        }
        check("references") { found in
            for fault in try probe.lostReferences() {
                found.wrong("something was taken out: there are \(fault)", mend: "find out who worked on the database with another program, and restore a backup made before")
            }
            return "every row that belongs to another has it"
        }
    }

    private mutating func checkLog(_ probe: StoreProbe) {
        check("log") { found in
            let chain = try probe.read { try $0.verifyAudit() }
            for fault in chain.faults {
                found.wrong(
                    "the log was tampered with, and nothing is in force: \(fault)",
                    mend: "compare with the last rows lodged elsewhere and with a backup: docs/audit.md; then restore one made before")
            }
            return "the log is whole: \(Numbers.count(chain.count, "row"))"
        }
        let clock = clock
        check("clock") { found in
            let now = StoreClock.text(clock.now())
            if let last = try probe.read({ try $0.lastTime() }), StoreClock.text(clock.now() + StoreClock.tolerance) < last {
                found.wrong("the clock says \(now), and the log's last row is of \(last): nothing is written until the clock is right", mend: "set the clock right: `timedatectl`")
            }
            return "the clock is not behind the log"
        }
    }
}
