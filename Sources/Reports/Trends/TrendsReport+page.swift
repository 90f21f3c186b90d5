package import Evidence
package import Notation

extension TrendsReport: PrintedReport {
    /// What must be read beside the figures, in every form of the report.
    package var caveats: [String] {
        let ofStore = store == nil
            ? []
            : [
                "Scores are those that came with imported records and those that runs kept: the first of each month, and each that is in another band. Who has left the cohort is in no later month.",
                StoreWords.forgotten,
            ]
        return [
            "A zero in prison is not an improvement. Scores marked P are in no band here, and the second comparison leaves them out.",
            "A score stays as it is until the next one: between two scores nothing is known of how the risk moved.",
            "People are chosen when their scores are high, and most scores fall afterwards for that reason alone. A fall does not show what management did.",
        ] + ofStore
    }

    package var page: ReportPage {
        var lead = scored == 0 ? "Nobody has a score of the matrix `\(matrix)`." : "\(Numbers.count(scored, "person has", "people have")) scores of the matrix `\(matrix)`: \(words(asRecorded)), as recorded."
        if scored == 0, !otherMatrices.isEmpty { lead += " There are scores of \(otherMatrices.map { "`\($0)`" }.joined(separator: ", "))." }
        var facts = [ReportFact(store == nil ? "Date of the file" : "Date", asOf.inWords), ReportFact("Read", Numbers.count(read, "nominal"))]
        if let store { facts += StoreWords.facts(store) }
        if rejected > 0 { facts.append(ReportFact("Not read", Numbers.count(rejected, "line"))) }
        let caution = ReportBlock.note(ReportNote(.caution, "Read with the figures", caveats))
        return ReportPage(
            title: "How the scores moved", lead: [lead], facts: facts,
            sections: [ReportSection("First score to last", [.table(directions), caution]), ReportSection("Bands by date", bandBlocks)])
    }

    private func words(_ directions: TrendDirections) -> String {
        "\(Numbers.grouped(directions.down)) went down, \(Numbers.grouped(directions.up)) up, \(Numbers.grouped(directions.same)) stayed the same"
    }

    private var directions: ReportTable {
        let rows = [("As recorded", asRecorded), ("Without the scores given in prison", outsidePrison)].map { name, directions in
            ReportTable.Row([name] + [directions.down, directions.up, directions.same, directions.notComparable].map(Numbers.grouped))
        }
        return ReportTable(
            "People by their first and their last score", columns: [.text("Scores"), .number("Down"), .number("Up"), .number("Same"), .number("Fewer than two scores")],
            rows: rows, notes: ["\(Numbers.count(zerosInPrison, "score")) of nought \(zerosInPrison == 1 ? "was" : "were") given in prison."])
    }

    private var columns: [(name: String, values: [Int])] {
        let inBands = bands.indices.map { band in (bands[band], points.map { $0.people[band] }) }
        let without = points.contains { $0.withoutBand > 0 } ? [("no band", points.map(\.withoutBand))] : []
        return inBands + without + [("in prison", points.map(\.inPrison))]
    }

    private var bandBlocks: [ReportBlock] {
        let shown = columns
        let rows = points.enumerated().map { place, point in ReportTable.Row([point.day.description] + shown.map { Numbers.grouped($0.values[place]) }) }
        let table = ReportTable(
            "People by the band of their last score up to each date", columns: [.text("Date")] + shown.map { .number($0.name.prefix(1).uppercased() + $0.name.dropFirst()) }, rows: rows,
            notes: ["In prison: the last score was given there."])
        // A chart tells four lines apart, no more.
        let lines = shown.count > 4 ? [0, 1, 2, shown.count - 1] : Array(shown.indices)
        let chart = LineChart(
            "People by band", axis: points.map(\.day.description), lines.map { LineChart.Series(shown[$0].name, shown[$0].values.map(Double.init)) },
            source: ChartSource(lines.map { $0 + 1 }))
        return scored == 0 ? [.table(table)] : [.lines(chart), .table(table), .table(movement)]
    }

    private var movement: ReportTable {
        let rows = points.compactMap { point in
            point.moves.map { ReportTable.Row([point.day.description] + [$0.down, $0.up, $0.same, $0.notComparable].map(Numbers.grouped)) }
        }
        return ReportTable(
            "People by how their score moved since the date before", columns: [.text("Date"), .number("Down"), .number("Up"), .number("Same"), .number("Not compared")],
            rows: rows, notes: ["Not compared: in prison at either date, or without a score at the one before. The same: no new score, or one as high."])
    }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("as_of"); json.string(asOf.description)
        json.key("matrix"); json.string(matrix)
        json.key("read"); json.int(read)
        json.key("rejected"); json.int(rejected)
        if let store { store.writeKeys(to: &json) }
        json.key("scored"); json.int(scored)
        json.key("zeros_in_prison"); json.int(zerosInPrison)
        for (name, directions) in [("as_recorded", asRecorded), ("outside_prison", outsidePrison)] {
            json.key(name)
            json.directions(directions)
        }
        json.key("points")
        json.beginArray()
        for point in points {
            json.beginObject()
            json.key("date"); json.string(point.day.description)
            json.key("bands")
            json.beginObject()
            for (band, count) in zip(bands, point.people) { json.key(band); json.int(count) }
            json.endObject()
            json.key("in_prison"); json.int(point.inPrison)
            json.key("without_band"); json.int(point.withoutBand)
            json.key("moves")
            if let moves = point.moves { json.directions(moves) } else { json.null() }
            json.endObject()
        }
        json.endArray()
        json.key("caveats"); json.strings(caveats)
        json.endObject()
    }

    /// One line a figure.
    package var csv: String {
        typealias Row = ReportTable.Row
        var rows = [("read", read), ("rejected", rejected), ("scored", scored), ("zeros_in_prison", zerosInPrison)].map { Row(["people", $0.0, "", String($0.1), ""]) }
        for (name, directions) in [("as_recorded", asRecorded), ("outside_prison", outsidePrison)] { rows += directions.counts.map { Row([name, $0.0, "", String($0.1), ""]) } }
        for (place, point) in points.enumerated() { rows += columns.map { Row(["bands", $0.name, point.day.description, String($0.values[place]), ""]) } }
        for point in points { rows += (point.moves?.counts ?? []).map { Row(["moves", $0.0, point.day.description, String($0.1), ""]) } }
        if let store { rows += [Row(["store", "borough", "", "", store.borough ?? ""]), Row(["store", "restricted", "", String(store.restricted), ""])] }
        rows += caveats.map { Row(["caveat", "", "", "", $0]) }
        return ReportTable("", columns: [.text("part"), .text("name"), .text("date"), .number("people"), .text("note")], rows: rows).csv
    }
}

extension TrendDirections {
    fileprivate var counts: [(String, Int)] { [("down", down), ("up", up), ("same", same), ("not_comparable", notComparable)] }
}

extension JSONWriter {
    fileprivate mutating func directions(_ directions: TrendDirections) {
        beginObject()
        counts(directions.counts)
        endObject()
    }
}
