import GRDB
package import Notation

/// Which part of a list a program is given: in the order of the numbers, so that what is added meanwhile comes at the end.
package struct ExchangeFilter: Sendable, Equatable {
    /// Only those about people who live in one of these.
    package var boroughs: [String]
    /// Only those of numbers above this one.
    package var after: Int
    /// At most so many.
    package var most: Int

    package init(boroughs: [String], after: Int = 0, most: Int) {
        self.boroughs = boroughs
        self.after = after
        self.most = most
    }
}

/// A recommendation with all that a program outside the store needs to know of it.
package struct ExchangedRecommendation: Sendable, Equatable {
    package var kept: StoredRecommendation
    /// Where the nominal stands meanwhile.
    package var standing: NominalStanding
    /// The id of the pack that it was made with, and its version.
    package var pack: String
    package var version: String

    init(_ row: Row) {
        kept = StoredRecommendation(row)
        standing = NominalStanding(word: row.optional("standing"), category: row.optional("standing_category"))
        standing.since = row.day("since")
        standing.leadAgency = row.optional("lead_agency")
        pack = row.text("pack_id")
        version = row.text("version")
    }
}

extension StoreReader {
    private static let exchanged = """
        SELECT recommendation.*, nominal.standing, nominal.category AS standing_category, nominal.since, nominal.lead_agency, run.pack_id, run.version
        FROM recommendation CROSS JOIN nominal ON nominal.id = recommendation.nominal CROSS JOIN run ON run.id = recommendation.run
        """
    // The pluses and the cross joins have SQLite walk along the numbers, and leave off behind the last: without them it sorts, or makes an
    // index over everybody for each part.
    private static let within = "NOT +nominal.restricted AND +nominal.borough IN (SELECT value FROM json_each(?1))"
    private static let handed = "SELECT tasking.*, nominal.restricted FROM tasking CROSS JOIN nominal ON nominal.id = tasking.nominal"

    /// Recommendations by number. None about anybody who is restricted.
    /// - Parameter state: only those in this state; nil for all.
    package func recommendations(_ filter: ExchangeFilter, state: StoredRecommendation.State?) throws -> [ExchangedRecommendation] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    \(StoreReader.exchanged) WHERE \(StoreReader.within) AND recommendation.id > ?2 AND (?3 IS NULL OR recommendation.state = ?3)
                    ORDER BY recommendation.id LIMIT ?4
                    """), arguments: [filter.boroughs.json, filter.after, state?.rawValue, filter.most]
        ).map(ExchangedRecommendation.init)
    }

    /// The recommendation that waits for a decision on somebody; nil where none does.
    package func exchangedRecommendation(of nominal: String) throws -> ExchangedRecommendation? {
        try Row.fetchOne(
            db.cachedStatement(sql: StoreReader.exchanged + " WHERE recommendation.nominal = ? AND recommendation.state = 'open' AND NOT nominal.restricted"),
            arguments: [nominal]
        ).map(ExchangedRecommendation.init)
    }

    /// Taskings by number. None about anybody who is restricted.
    /// - Parameters:
    ///   - status: only those that stand so; nil for all.
    ///   - owner: only those of one role; nil for all.
    ///   - day: only those that are open and were due before this day; nil for all.
    package func taskings(_ filter: ExchangeFilter, status: KeptTasking.Status?, owner: String?, overdueOn day: Day?) throws -> [KeptTasking] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    \(StoreReader.handed) WHERE \(StoreReader.within) AND tasking.id > ?2 AND (?3 IS NULL OR status = ?3) AND (?4 IS NULL OR owner = ?4)
                    AND (?5 IS NULL OR (status = 'open' AND due < ?5)) ORDER BY tasking.id LIMIT ?6
                    """), arguments: [filter.boroughs.json, filter.after, status?.rawValue, owner, day?.description, filter.most]
        ).map(KeptTasking.init)
    }

    /// A decision of a run; nil where there is none of that number.
    package func decision(run: Int, place: Int) throws -> StoredDecision? {
        guard place > 0 else { return nil }
        return try decisions(run: run, after: place - 1, most: 1).first { $0.place == place }
    }

    /// `17.204`, the last decision before a run whose record on somebody was kept; nil where there is none.
    package func decisionKept(before run: Int, of nominal: String) throws -> String? {
        try Row.fetchOne(db, sql: "SELECT run, place FROM record WHERE nominal = ? AND run < ? ORDER BY run DESC, place DESC LIMIT 1", arguments: [nominal, run])
            .map { "\($0.int("run")).\($0.int("place"))" }
    }
}
