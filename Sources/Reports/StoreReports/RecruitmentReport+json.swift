import Decisions
package import Evidence
package import Notation

extension RecruitmentReport {
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        scope.writeKeys(to: &json)
        json.key("taken_over"); json.int(takenOver)
        json.key("months")
        json.objects(months) { month, json in
            json.key("month"); json.string(month.period.name)
            json.counts(month.counts)
        }
        json.key("categories")
        json.objects(categories) { category, json in
            json.key("category"); json.string(category.category)
            json.counts(category.counts)
        }
        json.key("actions")
        json.objects(actions) { action, json in
            json.key("action"); json.string(action.action.rawValue)
            json.counts(action.counts.all)
        }
        json.key("rules")
        json.objects(rules) { rule, json in
            json.key("rule"); json.optional(rule.rule)
            json.key("action"); json.string(rule.action.rawValue)
            json.counts(rule.counts.all)
            json.key("days_to_decision"); json.days(rule.toDecision)
        }
        json.key("reasons")
        json.objects(reasons) { reason, json in
            json.key("reason"); json.string(reason.reason)
            json.key("decisions"); json.int(reason.count)
        }
        json.key("left_by_rule")
        json.objects(leavers) { leaver, json in
            json.key("rule"); json.optional(leaver.rule)
            json.key("days"); json.days(leaver.stayed)
        }
        for (name, days) in lengths {
            json.key(name)
            json.days(days)
        }
        json.key("overdue"); json.int(overdue)
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    private var lengths: [(String, DayCounts)] {
        [("days_stayed_left", stayedLeft), ("days_stayed_so_far", stayedSoFar), ("days_to_decision", toDecision), ("days_waiting", waiting)]
    }

    /// One line a figure; empty where there is nothing to take it of.
    package var csv: String {
        typealias Row = ReportTable.Row
        var rows = scope.csvRows
        rows.append(Row(["cohort", "taken_over", "", String(takenOver), ""]))
        for month in months { rows += month.counts.map { Row(["months", $0.0, month.period.name, String($0.1), ""]) } }
        for category in categories { rows += category.counts.map { Row(["categories", $0.0, "", String($0.1), category.category]) } }
        for action in actions { rows += action.counts.all.map { Row(["actions", $0.0, "", String($0.1), action.action.rawValue]) } }
        for rule in rules {
            let name = "\(rule.rule ?? "") (\(rule.action.rawValue))"
            rows += rule.counts.all.map { Row(["rules", $0.0, "", String($0.1), name]) } + CSVDays.rows("rules", "days_to_decision", rule.toDecision, note: name)
        }
        rows += reasons.map { Row(["reasons", $0.reason, "", String($0.count), ""]) }
        for leaver in leavers { rows += CSVDays.rows("left_by_rule", "days", leaver.stayed, note: leaver.rule ?? "") }
        for (name, days) in lengths { rows += CSVDays.rows("days", name, days, note: "") }
        rows.append(Row(["recommendations", "overdue", "", String(overdue), ""]))
        rows += caveats.map { Row(["caveat", "", "", "", $0]) }
        return ReportTable("", columns: [.text("part"), .text("name"), .text("month"), .number("count"), .text("note")], rows: rows).csv
    }
}

extension RecruitmentMonth {
    fileprivate var counts: [(String, Int)] {
        [
            ("recommended", recommended), ("confirmed", confirmed), ("departed", departed), ("joined", joined), ("moved", moved), ("left", left), ("members", members),
            ("watched", watched),
        ]
    }
}

extension RecruitmentReport.CategoryCount {
    fileprivate var counts: [(String, Int)] {
        [("at_start", atStart), ("joined", joined), ("moved_in", movedIn), ("moved_out", movedOut), ("left", left), ("at_end", atEnd)]
    }
}

extension RecommendationCounts {
    fileprivate var all: [(String, Int)] {
        [("made", made), ("confirmed", confirmed), ("departed", departed), ("fell_away", fellAway), ("waiting", waiting)]
    }
}
