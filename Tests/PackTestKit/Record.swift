import Foundation

/// A decision record as a reader of the file sees it, as far as tests ask.
package struct Record: Decodable {
    package struct Recommendation: Decodable {
        package let action: String
        package let category: String?
        package let rule: String?
        package let because: [String]
        package let unknown: [String]
    }

    package struct Matrix: Decodable {
        package let score: Double
        package let to: Double?
        package let band: String?
    }

    package struct Group: Decodable, Equatable {
        package let key: String?
        /// nil where it is not known whether the person is in one.
        package let size: Int?

        package init(key: String?, size: Int?) {
            self.key = key
            self.size = size
        }
    }

    package struct Tasking: Decodable {
        package let kind: String
    }

    package struct Placement: Decodable, Equatable {
        package let rank: Int
        package let outcome: String
        package let kept: Bool?

        package init(rank: Int, outcome: String, kept: Bool?) {
            self.rank = rank
            self.outcome = outcome
            self.kept = kept
        }
    }

    package struct Warning: Decodable {
        package let code: String
        package let field: String?
        package let text: String
    }

    package struct Failure: Decodable {
        package let code: String
        package let message: String
        package let file: String?
        package let line: Int?
        package let rule: String?
    }

    package let nominal: String
    package let recommendation: Recommendation
    package let matrices: [String: Matrix]
    package let groups: [String: Group]
    package let taskings: [Tasking]
    package let allocation: Placement?
    package let reads: [String]
    package let warnings: [Warning]
    package let trace: [String]
    package let error: Failure?

    package init(_ line: String) throws { self = try JSONDecoder().decode(Record.self, from: Data(line.utf8)) }
}
