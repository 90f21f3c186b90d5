import GRDB
package import Notation

/// A piece of work that a run gave to a named role.
package struct KeptTasking: Sendable, Equatable {
    package enum Status: String, Sendable, CaseIterable {
        case open, done, cancelled
    }

    /// The number in `T7`.
    package var id: Int
    package var nominal: String
    package var borough: String
    package var run: Int
    package var place: Int
    package var kind: String
    package var title: String
    package var owner: String
    /// nil where the pack gives none.
    package var priority: String?
    package var opened: Day
    /// nil where the pack gives none.
    package var due: Day?
    package var because: String?
    package var status: Status
    /// nil while it is open.
    package var closed: Day?
    /// Who closed it; nil while it is open.
    package var who: String?
    /// Personal data, which goes with the nominal; nil where none were given.
    package var words: String?
    /// The nominal is restricted: nothing is done about them.
    package var isRestricted: Bool

    /// `17.204`: the run and the place within it.
    package var decision: String { "\(run).\(place)" }

    /// From a row with the columns of `tasking`, and `restricted` of the nominal.
    init(_ row: Row) {
        id = row.int("id")
        nominal = row.text("nominal")
        borough = row.text("borough")
        run = row.int("run")
        place = row.int("place")
        kind = row.text("kind")
        title = row.text("title")
        owner = row.text("owner")
        priority = row.optional("priority")
        opened = row.day("opened") ?? Day(number: 0)
        due = row.day("due")
        because = row.optional("because")
        status = Status(rawValue: row.text("status")) ?? .open
        closed = row.day("closed")
        who = row.optional("who")
        words = row.optional("words")
        isRestricted = row.int("restricted") != 0
    }
}

/// Which taskings are asked for.
package struct TaskingFilter: Sendable, Equatable {
    /// Only those of one role; nil for all.
    package var owner: String?
    /// Only those about nominals of one borough; nil for all.
    package var borough: String?
    /// Only those about one nominal; nil for all.
    package var nominal: String?
    /// Only those that are open and were due before this day; nil for all.
    package var overdueOn: Day?
    /// Those that are closed, too.
    package var includesClosed: Bool

    package init(owner: String? = nil, borough: String? = nil, nominal: String? = nil, overdueOn: Day? = nil, includesClosed: Bool = false) {
        self.owner = owner
        self.borough = borough
        self.nominal = nominal
        self.overdueOn = overdueOn
        self.includesClosed = includesClosed
    }
}
