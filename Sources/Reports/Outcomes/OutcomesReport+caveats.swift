package import Evidence
import Notation

extension OutcomesReport {
    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        let undecided = during.charged
        var caveats = [
            "This compares the same people at two times. It does not show what management did.",
            "Regression to the mean: people are chosen when their offending is at its height, and most offend less afterwards, managed or not. A fall is to be expected for this reason alone.",
            "No comparison group: nobody who was eligible and not managed is followed up here, so nothing says what would have happened otherwise.",
            "Time in custody: rates are for each month at liberty, as far as the recorded orders say it. \(custodyWords)",
            "Offences taken into consideration (TICs) are apart, since they are no convictions; they may be many.",
            "Breaches are apart: closer supervision finds more of them.",
            "Dates: offences are counted on the day they were done, convictions on the day of conviction, which may be months later. \(undecidedWords(undecided))",
            graverCaveat,
            store == nil
                ? "Only people who are still managed on the date of the file are in it as managed. Those who left, for better or worse, are not counted."
                : "People who left the cohort are counted, too, where they had been in it for as long as the window; of somebody who came back, the last time counts. \(StoreWords.forgotten)",
            "Only what was recorded is counted. Closer attention by the police may record more.",
        ]
        if let costCaveat { caveats.append(costCaveat) }
        return caveats
    }

    var graverCaveat: String { "Fewer offences may be graver ones: see the types\(costs == nil ? "" : ", and the average cost of an offence")." }

    /// nil where nothing is costed.
    var costCaveat: String? {
        costs.map { "Cost: published averages in prices of \($0.priceYear), not uprated. \(uncostedWords) Nobody saved this money: it is not cash." }
    }

    private var custodyWords: String {
        people.custodyUnknown == 0
            ? "It is known for everybody counted."
            : "It is not known for \(Numbers.count(people.custodyUnknown, "person", "people")) of the \(Numbers.grouped(people.included)) counted, who are in no rate."
    }

    private func undecidedWords(_ count: Int) -> String {
        count == 0
            ? "Some of the later window may not have come to light yet."
            : "\(Numbers.count(count, "offence")) of the later window \(count == 1 ? "is" : "are") charged and not decided yet, and would be counted after a conviction; others may not have come to light."
    }

    private var uncostedWords: String {
        let count = before.uncosted + during.uncosted
        return count == 0
            ? "Every offence counted has a published cost."
            : "\(Numbers.count(count, "offence")) without a published cost \(count == 1 ? "is" : "are") left out of the sums: \(Numbers.grouped(before.uncosted)) before and \(Numbers.grouped(during.uncosted)) during."
    }
}
