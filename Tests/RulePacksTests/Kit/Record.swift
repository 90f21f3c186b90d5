import Foundation

/// A decision record as a reader of the file sees it, as far as tests ask.
struct Record: Decodable {
    struct Recommendation: Decodable {
        let action: String
        let category: String?
        let rule: String?
        let because: [String]
        let unknown: [String]
    }

    struct Matrix: Decodable {
        let score: Double
        let to: Double?
        let band: String?
    }

    struct Group: Decodable, Equatable {
        let key: String?
        /// nil where it is not known whether the person is in one.
        let size: Int?
    }

    struct Tasking: Decodable {
        let kind: String
    }

    struct Placement: Decodable, Equatable {
        let rank: Int
        let outcome: String
        let kept: Bool?
    }

    struct Warning: Decodable {
        let code: String
        let field: String?
        let text: String
    }

    struct Failure: Decodable {
        let code: String
        let message: String
        let file: String?
        let line: Int?
        let rule: String?
    }

    let nominal: String
    let recommendation: Recommendation
    let matrices: [String: Matrix]
    let groups: [String: Group]
    let taskings: [Tasking]
    let allocation: Placement?
    let reads: [String]
    let warnings: [Warning]
    let trace: [String]
    let error: Failure?

    init(_ line: String) throws { self = try JSONDecoder().decode(Record.self, from: Data(line.utf8)) }
}
