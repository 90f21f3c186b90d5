import Foundation
import TestSupport
import Testing

@Suite("the doctor")
struct DoctorTests {
    @Test("says what is wrong with a store, and how to mend it", arguments: DoctorFault.all)
    func says(fault: DoctorFault) throws {
        let place = try DoctorPlace(dates: fault.dates)
        try fault.make(place)
        let result = try place.doctor()
        let words = result.out.replacing("\n      ", with: " ")
        for words in fault.says.filter({ !words.contains($0) }) { Issue.record("`\(words)` is missing in\n\(result.out)") }
        #expect(result.status == (fault.wrong ? 1 : 0), "\(result.out)")
        #expect(result.err.isEmpty)
        #expect(result.out.longLines.isEmpty)
        let json = try place.doctor("--format", "json")
        #expect(json.status == result.status)
        #expect(try Schema.faults(json.out, "doctor") == [])
        #expect(try JSONValue(json.out)["well"] == .bool(!fault.wrong))
    }

    @Test("finds a database that belongs to somebody else", .enabled(if: geteuid() == 0))
    func owner() throws {
        let place = try DoctorPlace()
        #expect(chown(place.folder + "/waymark.db", 12_345, 12_345) == 0)
        let result = try place.doctor()
        #expect(result.status == 1)
        #expect(result.out.replacing("\n      ", with: " ").contains("`store/waymark.db` does not belong to the owner of the folder"))
    }

    @Test("comes to its end whatever page of the database is broken, and changes nothing", arguments: 0..<12)
    func broken(number: Int) throws {
        let place = try DoctorPlace()
        try place.tamper("PRAGMA journal_mode = DELETE")
        let file = URL(fileURLWithPath: place.folder + "/waymark.db")
        var bytes = try Data(contentsOf: file)
        var random = SplitMix(state: UInt64(number))
        for _ in 0...number {
            let start = Int(random.next() % UInt64(bytes.count - 64))
            for place in start..<start + 64 { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
        }
        try bytes.write(to: file)
        try place.mode(0o600, "waymark.db")
        let result = try place.doctor()
        #expect([0, 1].contains(result.status), "\(result.err)")
        #expect(result.out.hasPrefix("set-up\n") && result.err.isEmpty)
        #expect(try Data(contentsOf: file) == bytes)
    }

    static let timers: [(systemd: String, says: String, status: Int32)] = [
        ("exit 1", "SQLite", 0),
        ("echo Id=waymark-run.timer; echo LoadState=not-found; echo; echo Id=waymark-run.service", "note: the timer for the run each night is not installed", 0),
        ("printf 'Id=waymark-run.timer\\nLoadState=loaded\\nActiveState=active\\nUnitFileState=enabled\\n\\nId=waymark-run.service\\nActiveState=inactive\\n'", "well: the timer for the run each night is active", 0),
        ("printf 'Id=waymark-run.timer\\nLoadState=loaded\\nActiveState=inactive\\nUnitFileState=disabled\\n\\nId=waymark-run.service\\n'", "wrong: the timer for the run each night is installed, and not active", 1),
        ("printf 'Id=waymark-run.timer\\nLoadState=loaded\\nActiveState=active\\nUnitFileState=enabled\\n\\nId=waymark-run.service\\nActiveState=failed\\n'", "wrong: the last run failed", 1),
    ]

    @Test("asks systemd for the timer, where there is one", arguments: timers)
    func timer(systemd: String, says: String, status: Int32) throws {
        let work = try Workplace()
        try work.write("bin/systemctl", "#!/bin/sh\n\(systemd)\n")
        let result = try work.shell("chmod 755 bin/systemctl; PATH=$PWD/bin:$PATH \"$WAYMARK\" doctor")
        #expect(result.status == status)
        #expect(result.out.replacing("\n      ", with: " ").contains(says), "\(result.out)")
        if systemd == "exit 1" { #expect(!result.out.contains("timer")) }
    }

    static let packCases: [(pack: String, edit: String, says: String, status: Int32)] = [
        ("rules/staffordshire", "", "well: loads, findings, dates", 0),
        ("rules/stafordshire", "", "the pack does not load: error WM001: there is no folder", 1),
        ("rules/camford", #"s/until_ = "[0-9-]*"/until_ = "2026-11-20"/;s/review_by = "[0-9-]*"/review_by = "2026-11-19"/;s/from = "[0-9-]*"/from = "2026-01-01"/"#, "its last day was 2026-11-20", 1),
        ("rules/camford", #"s/review_by = "[0-9-]*"/review_by = "2026-11-19"/;s/from = "[0-9-]*"/from = "2026-01-01"/"#, "it was to be reviewed by 2026-11-19", 0),
        ("rules/camford", "s/reads = {/reads = { \"arests_total\",/", "wrong: ", 1),
    ]

    @Test("looks at packs", arguments: packCases)
    func packs(pack: String, edit: String, says: String, status: Int32) throws {
        let work = try Workplace()
        _ = try work.run("new", "camford")
        if !edit.isEmpty { #expect(try work.shell("sed -i '\(edit)' rules/camford/pack.lua").status == 0) }
        let result = try work.run("doctor", "--pack", pack)
        #expect(result.status == status, "\(result.out)")
        #expect(result.out.contains("pack `\(pack)`\n"))
        #expect(result.out.replacing("\n      ", with: " ").contains(says), "\(result.out)")
        #expect(result.out.longLines.isEmpty)
    }

    @Test("looks at the store that WAYMARK_STORE names, and at none where it names none")
    func environment() throws {
        let place = try DoctorPlace()
        #expect(try place.board.work.shell("WAYMARK_STORE=store \"$WAYMARK\" doctor").out.contains("store `store`\n"))
        #expect(try place.board.work.shell("unset WAYMARK_STORE; \"$WAYMARK\" doctor").out.contains("store") == false)
    }
}

/// The same numbers each time.
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
