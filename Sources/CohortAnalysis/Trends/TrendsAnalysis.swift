package import Cohorts
package import Evidence
package import Notation

/// Follows the scores of one matrix over time, person by person, holding sums only.
package struct TrendsAnalysis {
    private static let prison = "P"
    private static let worstFirst = ["red", "amber", "green"]

    private var report: TrendsReport
    private let scores, date, matrix, score, band, flags: RowField
    private let days: [Day]
    private var names = BoundedNames(most: 20)
    private var matrices = BoundedNames(most: 20)
    private var others: Set<String> = []
    private var inBand: [[String: Int]]
    private var inPrison: [Int]
    private var withoutBand: [Int]

    /// - Parameters:
    ///   - name: of the matrix, as records have it.
    ///   - months: how far back the bands are shown, a point a month.
    package init(layout: RowLayout, asOf: Day, matrix name: String, months: Int) {
        report = TrendsReport(asOf: asOf, matrix: name)
        scores = RowField("scores", in: layout)
        date = RowField("scores.date", in: layout)
        matrix = RowField("scores.matrix", in: layout)
        score = RowField("scores.score", in: layout)
        band = RowField("scores.band", in: layout)
        flags = RowField("scores.flags", in: layout)
        days = stride(from: months, through: 0, by: -1).map { asOf.adding(months: -$0) }
        inBand = days.map { _ in [:] }
        inPrison = days.map { _ in 0 }
        withoutBand = inPrison
    }

    private struct Score {
        let day: Day
        let value: Double
        let band: String?
        let isInPrison: Bool
    }

    package mutating func add(_ row: NominalRow) {
        var found: [Score] = []
        for item in row.places(scores) ?? stride(from: 0, to: 0, by: 1) {
            guard let name = row.text(matrix, item: item), let day = row.day(date, item: item), day <= report.asOf, let bits = row.int(score, item: item) else { continue }
            guard name == report.matrix else {
                others.insert(matrices.kept(name))
                continue
            }
            let marks = row.text(flags, item: item)?.split(separator: " ") ?? []
            found.append(
                Score(
                    day: day, value: Double(bitPattern: UInt64(bitPattern: Int64(bits))), band: row.text(band, item: item).map { names.kept($0) },
                    isInPrison: marks.contains { $0 == TrendsAnalysis.prison }))
        }
        guard !found.isEmpty else { return }
        report.scored += 1
        report.zerosInPrison += found.count { $0.isInPrison && $0.value == 0 }
        report.asRecorded.add(TrendsAnalysis.change(found))
        report.outsidePrison.add(TrendsAnalysis.change(found.filter { !$0.isInPrison }))
        // Scores are in the order of their days.
        for (place, day) in days.enumerated() {
            guard let last = found.last(where: { $0.day <= day }) else { continue }
            if last.isInPrison {
                inPrison[place] += 1
            } else if let band = last.band {
                inBand[place][band, default: 0] += 1
            } else {
                withoutBand[place] += 1
            }
        }
    }

    private static func change(_ scores: [Score]) -> Double? {
        guard scores.count > 1 else { return nil }
        return scores[scores.count - 1].value - scores[0].value
    }

    package func finish(read: Int, rejected: Int) -> TrendsReport {
        var report = report
        report.read = read
        report.rejected = rejected
        let found = Set(inBand.flatMap(\.keys))
        report.bands = TrendsAnalysis.worstFirst.filter(found.contains) + found.subtracting(TrendsAnalysis.worstFirst).sorted()
        report.points = days.indices.map { place in
            TrendPoint(day: days[place], people: report.bands.map { inBand[place][$0] ?? 0 }, inPrison: inPrison[place], withoutBand: withoutBand[place])
        }
        report.otherMatrices = others.sorted()
        return report
    }
}
