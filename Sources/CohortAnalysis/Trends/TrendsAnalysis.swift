package import Cohorts
package import DecisionStore
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
    private var moves: [TrendDirections]

    /// - Parameters:
    ///   - name: of the matrix, as records have it.
    ///   - months: how far back the bands are shown, a point a month.
    ///   - store: where the people come from, where that is a store.
    package init(layout: RowLayout, asOf: Day, matrix name: String, months: Int, store: StoreSource? = nil) {
        report = TrendsReport(asOf: asOf, matrix: name)
        report.store = store
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
        moves = days.map { _ in TrendDirections() }
    }

    private struct Score {
        let day: Day
        let value: Double
        var band: String?
        let isInPrison: Bool
    }

    package mutating func add(_ row: NominalRow) { add(row, kept: [], steps: []) }

    /// - Parameters:
    ///   - kept: scores that a store kept. Where the record has one of the same day, that stays.
    ///   - steps: where the person stood; who has left the cohort is in no later point.
    package mutating func add(_ row: NominalRow, kept: [TrendScore], steps: [StandingStep]) {
        let found = scoresFound(in: row, kept)
        guard !found.isEmpty else { return }
        report.scored += 1
        report.zerosInPrison += found.count { $0.isInPrison && $0.value == 0 }
        report.asRecorded.add(TrendsAnalysis.change(found))
        report.outsidePrison.add(TrendsAnalysis.change(found.filter { !$0.isInPrison }))
        var before: Score?
        for (place, day) in days.enumerated() {
            let isGone = steps.last(on: day).map { !$0.isMember } ?? false
            // Scores are in the order of their days.
            let last = isGone ? nil : found.last { $0.day <= day }
            defer { before = last }
            guard let last else { continue }
            if let before, !before.isInPrison, !last.isInPrison { moves[place].add(last.value - before.value) } else { moves[place].add(nil) }
            if last.isInPrison {
                inPrison[place] += 1
            } else if let band = last.band {
                inBand[place][band, default: 0] += 1
            } else {
                withoutBand[place] += 1
            }
        }
    }

    /// A person's scores of the matrix up to the date, in the order of their days.
    private mutating func scoresFound(in row: NominalRow, _ kept: [TrendScore]) -> [Score] {
        var found: [Score] = []
        for item in row.places(scores) ?? stride(from: 0, to: 0, by: 1) {
            guard let name = row.text(matrix, item: item), let day = row.day(date, item: item), let bits = row.int(score, item: item) else { continue }
            let marks = row.text(flags, item: item)?.split(separator: " ") ?? []
            let isInPrison = marks.contains { $0 == TrendsAnalysis.prison }
            take(name, Score(day: day, value: Double(bitPattern: UInt64(bitPattern: Int64(bits))), band: row.text(band, item: item), isInPrison: isInPrison), into: &found)
        }
        let recorded = Set(found.map(\.day))
        for score in kept where !(score.matrix == report.matrix && recorded.contains(score.day)) {
            take(score.matrix, Score(day: score.day, value: score.score, band: score.band, isInPrison: score.isInPrison), into: &found)
        }
        return kept.isEmpty ? found : found.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    private mutating func take(_ name: String, _ score: Score, into found: inout [Score]) {
        guard score.day <= report.asOf else { return }
        guard name == report.matrix else {
            others.insert(matrices.kept(name))
            return
        }
        var score = score
        score.band = score.band.map { names.kept($0) }
        found.append(score)
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
            TrendPoint(day: days[place], people: report.bands.map { inBand[place][$0] ?? 0 }, inPrison: inPrison[place], withoutBand: withoutBand[place],
                moves: place == 0 ? nil : moves[place])
        }
        report.otherMatrices = others.sorted()
        return report
    }
}
