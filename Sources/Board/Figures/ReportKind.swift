import Governance

/// A report that the site can make from the store. Its name is the one on the command line.
enum ReportKind: String, CaseIterable, Sendable {
    case recruitment, trends, referrals, taskings, outcomes, equality

    /// What people may choose beside the borough.
    enum Filter: Sendable {
        /// The days that are counted.
        case period
        /// The days on which management began.
        case began
        /// The last day, and how many months back.
        case lastDay
        case months
        case matrix
        case every
        /// A protected field by which people are grouped.
        case field
    }

    var filters: Set<Filter> {
        switch self {
        case .recruitment, .referrals, .taskings: [.period]
        case .equality: [.period, .every, .field]
        case .trends: [.lastDay, .months, .matrix]
        case .outcomes: [.began, .months]
        }
    }

    var title: Phrase {
        switch self {
        case .recruitment: .recruitmentTitle
        case .trends: .trendsTitle
        case .referrals: .referralsTitle
        case .taskings: .taskingsTitle
        case .outcomes: .outcomesTitle
        case .equality: .equalityTitle
        }
    }

    /// What it answers, and for whom.
    var answers: Phrase {
        switch self {
        case .recruitment: .recruitmentAnswers
        case .trends: .trendsAnswers
        case .referrals: .referralsAnswers
        case .taskings: .taskingsAnswers
        case .outcomes: .outcomesAnswers
        case .equality: .equalityAnswers
        }
    }

    /// Reports name nobody. Those who approve, decide, write rules and look over all of it read them; looking after the store needs none.
    static let access = Access.roles([.board, .panel, .analyst, .auditor])

    var path: String { "/reports/\(rawValue)" }
}
