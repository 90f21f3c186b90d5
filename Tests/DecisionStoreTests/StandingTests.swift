import DecisionStore
import Testing

@Suite("where somebody stands in a store")
struct StandingTests {
    private func line(_ id: String, _ category: String? = nil, arrests: Int = 3, since: String = "2026-03-04") -> String {
        let cohort = category.map { #","cohort":{"category":"\#($0)","since":"\#(since)","lead_agency":"police"}}"# } ?? "}"
        return Lines.nominal(id, arrests: arrests).dropLast() + cohort
    }

    @Test("is as their first line says")
    func seeded() throws {
        let place = try StorePlace()
        let result = try place.take([line("N-1"), line("N-2", "core")])
        #expect(result.standing == 0)
        #expect(try place.value("SELECT group_concat(id || ' ' || standing || ' ' || coalesce(category || ' ' || since || ' ' || lead_agency, '-')) FROM nominal") == "N-1 none -,N-2 member core 2026-03-04 police")
        #expect(try place.value("SELECT nominal || ' ' || day || ' ' || was || ' ' || now || ' ' || now_category || ' ' || audit FROM standing_change") == "N-2 2026-03-04 none member core 2")
    }

    @Test("stays where a later import says otherwise, and the import counts them", arguments: [(nil, 2), ("other", 3), ("core", 1)] as [(String?, Int)])
    func kept(category: String?, differing: Int) throws {
        let place = try StorePlace()
        try place.take([line("N-1"), line("N-2", "core"), line("N-3", "core")])
        // N-1 joins by the file, N-2 as given, N-3 is as before in a line that changed otherwise.
        let result = try place.take([line("N-1", category ?? "core"), line("N-2", category), line("N-3", category == "other" ? "other" : "core", arrests: 5)])
        #expect(result.standing == differing)
        #expect(try place.value("SELECT group_concat(standing || coalesce(category, '')) FROM nominal") == "none,membercore,membercore")
        #expect(try place.rows.last?.what.hasSuffix("0 rejected; \(differing) stand otherwise in the store, which stays") == true)
        #expect(try place.value("SELECT count(*) FROM standing_change") == "2")
    }

    @Test("is counted, too, where the line itself has not changed")
    func unchanged() throws {
        let place = try StorePlace()
        try place.take([line("N-1")])
        try place.slip("UPDATE nominal SET standing = 'watched'")
        let result = try place.take([line("N-1")])
        #expect(result.unchanged == 1 && result.standing == 1)
    }
}
