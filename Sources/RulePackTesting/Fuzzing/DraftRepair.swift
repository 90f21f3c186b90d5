import Cohorts
import Notation

/// Brings fields into line that must agree with one another, so that the import accepts the nominal.
struct DraftRepair {
    let asOf: Day

    func repaired(_ draft: NominalDraft) -> NominalDraft {
        var draft = draft
        let born = draft["age"].flatMap { age in
            if case .int(let years) = age { asOf.adding(months: -12 * years) } else { nil }
        } ?? day(draft["date_of_birth"])
        order(&draft, "offences", "date", "convicted_on", notBefore: born)
        order(&draft, "orders", "start", "end")
        order(&draft, "taskings", "opened", "due")
        if case .int(let offered)? = draft["engagement.offered"], case .int(let attended)? = draft["engagement.attended"], attended > offered {
            draft["engagement.attended"] = .int(offered)
        }
        if let release = day(draft["release_date"]), let custody = latestCustody(draft), release < custody {
            draft["release_date"] = .text(DraftDrawing.text(custody.number - asOf.number))
        }
        return draft
    }

    private func day(_ value: DraftValue?) -> Day? {
        if case .text(let text)? = value { DraftDate.day(text, asOf: asOf) } else { nil }
    }

    private func latestCustody(_ draft: NominalDraft) -> Day? {
        draft["orders"]?.items?.compactMap { $0.record }.filter { $0["kind"] == .text("custody") }.compactMap { day($0["start"]) }.max()
    }

    /// The second date of an item is never before the first, nor the first before `least`.
    private func order(_ draft: inout NominalDraft, _ list: String, _ first: String, _ second: String, notBefore least: Day? = nil) {
        guard let items = draft[list]?.items else { return }
        draft[list] = .list(items.map { item in
            guard var record = item.record, let start = day(record[first]) else { return item }
            let begin = max(start, least ?? start)
            if begin != start { record[first] = .text(DraftDrawing.text(begin.number - asOf.number)) }
            if let end = day(record[second]), end < begin { record[second] = record[first] }
            return .record(record)
        })
    }
}
