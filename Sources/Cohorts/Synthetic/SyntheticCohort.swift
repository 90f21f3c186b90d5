package import Notation

/// Invented nominals for trying out and testing packs: no line describes a real person.
///
/// Proportions are those of the London pilot cohort of Gripping the Offender, needs those of forty case files in
/// Wakefield; what neither reports (ethnicity, intelligence, engagement and the like) is our own guess at what is
/// plausible. The same seed, date and index give the same bytes on any machine: nothing but whole numbers is worked with.
package struct SyntheticCohort: Sendable {
    /// Dates for which every date of birth and every planned date is one that a cohort file can hold.
    package static let supportedDays = Day.earliest.adding(months: 100 * 12)...Day.latest.adding(months: -5 * 12)

    package let seed: UInt64
    /// The date on which the nominals have the ages that the pilot had. Nothing happened to them after it; only
    /// releases, ends of orders and due dates are planned for later.
    package let asOf: Day

    /// - Parameter asOf: one of ``supportedDays``; for other dates lines come out that the import rejects.
    package init(seed: UInt64, asOf: Day) {
        self.seed = seed
        self.asOf = asOf
    }

    /// One nominal as NDJSON, without the newline. Its id is `S-` and the index plus one, in six digits or more.
    ///
    /// - Parameter index: counted from 0. A line depends on no other and names only people of lower indices.
    package func line(_ index: Int) -> [UInt8] {
        var json = JSONWriter()
        SyntheticNominal(self, index).write(to: &json)
        return json.bytes
    }

    static func id(_ index: Int) -> String {
        let digits = String(index + 1)
        return "S-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    func numbers(_ index: Int, _ stream: SyntheticNumbers.Stream) -> SyntheticNumbers {
        SyntheticNumbers(seed: seed, index: index, stream: stream)
    }
}
