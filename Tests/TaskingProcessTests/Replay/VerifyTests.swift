import DecisionStore
import Testing

@Suite("verifying a store with runs")
struct VerifyTests {
    @Test(
        "finds every change of what runs wrote",
        arguments: [
            ("UPDATE decision SET digest = zeroblob(32) WHERE run = 2 AND place = 2", "decision 2.2 was changed: its nominal and its digest are not those that the run wrote"),
            ("UPDATE decision SET leaf = zeroblob(32) WHERE run = 2 AND place = 2", "decision 2.2 was changed: its nominal and its digest are not those that the run wrote"),
            ("UPDATE decision SET nominal = 'N-1' WHERE run = 2 AND place = 2", "decision 2.2 was changed: its nominal and its digest are not those that the run wrote"),
            ("UPDATE decision SET nominal = NULL WHERE run = 2 AND place = 2", "decision 2.2 has lost its nominal, and nobody was erased since"),
            ("UPDATE decision SET input = NULL WHERE run = 2 AND place = 2", "decision 2.2 has lost what it was made from"),
            ("DELETE FROM decision WHERE run = 2 AND place = 3", "run 2 has 2 decisions, and made 3"),
            ("DELETE FROM decision WHERE run = 2 AND place = 1", "decision 2.1 was taken out of the store"),
            ("UPDATE run SET digest = zeroblob(32) WHERE id = 2", "run 2 is not as row"),
            ("UPDATE run SET as_of = '2026-12-01' WHERE id = 2", "run 2 is not as row"),
            ("UPDATE run SET restricted = 4 WHERE id = 2", "run 2 is not as row"),
            ("DELETE FROM run WHERE id = 2", "of the log was taken out of the store"),
            ("UPDATE input SET line = CAST(CAST(line AS TEXT) || ' ' AS BLOB) WHERE nominal = 'N-2'", "input 2 was changed: its line does not give its digest"),
            ("UPDATE record SET line = CAST(CAST(line AS TEXT) || ' ' AS BLOB) WHERE nominal = 'N-2'", "the record of decision 1.2 was changed: it does not give the decision's digest"),
        ])
    func changes(sql: String, fault: String) throws {
        let place = try RunPlace()
        try place.bringIntoForce(RunPack())
        try place.take(Somebody("N-1", arrests: 9), Somebody("N-2"), .member("N-3"))
        _ = try place.done()
        place.goOn()
        _ = try place.done()
        #expect(try place.store.read { try $0.verifyStore().faults } == [])
        try place.tamper(sql)
        let faults = try place.store.read { try $0.verifyStore().faults }
        #expect(faults.first?.contains(fault) == true, "\(faults)")
    }
}
