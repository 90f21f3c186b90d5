package import Notation

/// Offending of the people managed, in a window before and in one of as many months after management began.
///
/// It compares people with themselves. It never says what management did: see the caveats that are printed beside it.
package struct OutcomesReport: Sendable {
    /// The date of the cohort file: what happened later is not known.
    package var asOf: Day
    /// The length of each window in calendar months.
    package var months: Int
    /// Only people whose management began from this day, and up to this one; nil where all are meant.
    package var startedFrom: Day?
    package var startedTo: Day?
    package var people = OutcomePeople()
    package var before = OutcomeWindow()
    package var during = OutcomeWindow()
    package var direction = OutcomeDirections()
    /// Proven offences by type, breaches among them, in the catalogue's order; types without any are left out.
    package var types: [TypeCount] = []
    /// The table by which offences were costed; nil where none was named.
    package var costs: CostTable?
    /// Whom of a store it counts; nil where it is made from a file.
    package var store: StoreSource?

    package init(asOf: Day, months: Int) {
        self.asOf = asOf
        self.months = months
    }

    package struct TypeCount: Sendable, Equatable {
        package var type: String
        package var before: Int
        package var during: Int

        package init(type: String, before: Int, during: Int) {
            self.type = type
            self.before = before
            self.during = during
        }
    }
}

/// Who was counted and who was not, each person once.
package struct OutcomePeople: Sendable, Equatable {
    /// Nominals that could be read.
    package var read = 0
    /// Lines that could not.
    package var rejected = 0
    /// Not managed on the date of the file.
    package var notManaged = 0
    /// The file does not say whether they are managed.
    package var managementUnknown = 0
    /// Management began before or after the days asked for.
    package var outsidePeriod = 0
    /// The window after the start reaches beyond the date of the file.
    package var tooShort = 0
    /// The list of offences is left out, so nothing is known of them.
    package var offencesUnknown = 0
    /// Counted in both windows.
    package var included = 0
    /// Of these, the ones whose time in custody is not known in at least one window: in no rate.
    package var custodyUnknown = 0

    package init() {}

    /// Those with a rate.
    package var rated: Int { included - custodyUnknown }
}

/// What was recorded in one of the two windows, for everybody included.
package struct OutcomeWindow: Sendable, Equatable {
    /// Done in the window, and convicted or cautioned; breaches apart.
    package var offences = 0
    /// Breaches of orders done in the window, convicted or cautioned.
    package var breaches = 0
    /// Done in the window and taken into consideration.
    package var tics = 0
    /// Done in the window, charged, and not decided by the date of the file.
    package var charged = 0
    /// Convicted in the window, whenever it was done; breaches apart.
    package var convictions = 0
    /// Convicted of a breach in the window.
    package var breachConvictions = 0
    /// Done in the window and convicted on a day that is not recorded: counted as offences, in no window as convictions.
    package var undatedConvictions = 0

    /// What `offences` cost on average, by the table; those without a published cost left out.
    package var cost = Pence.zero
    /// Of `offences`, those with a published cost, and those without.
    package var costed = 0
    package var uncosted = 0
    /// What `tics` with a published cost cost on average.
    package var ticCost = Pence.zero
    package var ticsUncosted = 0

    // Of people whose custody is known, for the rates.
    /// Days in the window, of all of them together.
    package var days = 0
    /// Of these, days in prison.
    package var custodyDays = 0
    /// Of their `offences`, those dated on a day at liberty.
    package var offencesAtLiberty = 0
    /// Of their `offences`, those dated on a day in prison: in no rate.
    package var offencesInCustody = 0
    /// What `offencesAtLiberty` cost.
    package var costAtLiberty = Pence.zero

    package init() {}

    package var daysAtLiberty: Int { days - custodyDays }

    /// Months at liberty in hundredths. A month is a twelfth of 365.25 days: 487/16.
    package var monthsAtLibertyHundredths: Int { Share.rounded(daysAtLiberty * 1600, over: 487) }

    /// Offences a month at liberty in thousandths; nil where nobody was at liberty for a day.
    package var rateThousandths: Int? { daysAtLiberty > 0 ? Share.rounded(offencesAtLiberty * 487_000, over: 16 * daysAtLiberty) : nil }

    /// What offences cost a month at liberty; nil where nobody was at liberty for a day.
    package var costPerMonth: Pence? { daysAtLiberty > 0 ? Pence(Share.rounded(costAtLiberty.value * 487, over: 16 * daysAtLiberty)) : nil }

    /// What an offence with a published cost cost on average: how grave they were; nil where there is none.
    package var costPerOffence: Pence? { costed > 0 ? Pence(Share.rounded(cost.value, over: costed)) : nil }
}

/// How many people with a rate offended less, as much or more a month at liberty than before.
package struct OutcomeDirections: Sendable, Equatable {
    package var less = 0
    package var same = 0
    package var more = 0
    /// In prison for the whole of at least one window.
    package var notAtLiberty = 0

    package init() {}
}
