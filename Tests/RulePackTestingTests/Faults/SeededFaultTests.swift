import Foundation
import TestSupport
import Testing

@Suite("faults put into shipped packs")
struct SeededFaultTests {
    static let isRecording = ProcessInfo.processInfo.environment["WAYMARK_RECORD"] != nil

    @Test("each is found, by what the page says", .enabled(if: !isRecording), arguments: SeededFault.all)
    func found(fault: SeededFault) throws {
        let found = try FaultHunt(fault).found()
        #expect(found.isFound, "nothing finds it")
        let shown = try SeededFaultPage.rows().first { $0.pack == fault.pack && $0.words == fault.words }
        #expect(found == shown, "run again with WAYMARK_RECORD=1 if this is meant")
    }

    @Test("where there is no fault, nothing is found", arguments: Set(SeededFault.all.map(\.pack)).sorted())
    func unspoilt(pack: String) throws {
        let found = try FaultHunt(SeededFault(pack, "pack.lua", "none", "waymark = 1,", "waymark = 1,")).found()
        #expect(found.codes.isEmpty && found.automatic == false && found.tests == false, "\(found.row)")
    }

    @Test("the page has each of them once, in their order, and its sums are right", .enabled(if: !isRecording))
    func page() throws {
        let rows = try SeededFaultPage.rows()
        #expect(rows.map { "\($0.pack): \($0.words)" } == SeededFault.all.map(\.description))
        #expect(try SeededFaultPage.text(rows) == fileText(SeededFaultPage.path))
    }

    @Test("the page is written anew", .enabled(if: isRecording))
    func record() async throws {
        let rows = try await withThrowingTaskGroup(of: (Int, FoundFault).self) { group in
            for (place, fault) in SeededFault.all.enumerated() { group.addTask { (place, try FaultHunt(fault).found()) } }
            var rows: [(Int, FoundFault)] = []
            for try await row in group { rows.append(row) }
            return rows.sorted { $0.0 < $1.0 }.map(\.1)
        }
        for row in rows { #expect(row.isFound, "\(row.row)") }
        try Data(SeededFaultPage.text(rows).utf8).write(to: URL(fileURLWithPath: SeededFaultPage.path))
    }
}
