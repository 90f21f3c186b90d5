import Cohorts

/// The fields of a record from which the cohort's report is made.
struct CohortFields {
    let cohort, category, since, borough, born: RowField
    let sex, ethnicity, disability, status, agency: RowField
    let taskings, kind, opened, state: RowField
    let needs: [(name: String, field: RowField)]

    init(_ layout: RowLayout, needs names: [String]) {
        cohort = RowField("cohort", in: layout)
        category = RowField("cohort.category", in: layout)
        since = RowField("cohort.since", in: layout)
        borough = RowField("borough", in: layout)
        born = RowField("date_of_birth", in: layout)
        sex = RowField("sex", in: layout)
        ethnicity = RowField("ethnicity", in: layout)
        disability = RowField("disability", in: layout)
        status = RowField("custody_status", in: layout)
        agency = RowField("managing_agency", in: layout)
        taskings = RowField("taskings", in: layout)
        kind = RowField("taskings.kind", in: layout)
        opened = RowField("taskings.opened", in: layout)
        state = RowField("taskings.status", in: layout)
        self.needs = names.map { ($0, RowField("needs." + $0, in: layout)) }
    }
}
