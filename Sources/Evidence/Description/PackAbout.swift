package import Notation

/// What a pack's manifest says of it as a whole.
package struct PackAbout: Sendable, Equatable {
    package var purpose: String
    package var lawfulBasis: String
    package var borough: String
    package var contact: String
    package var from: Day
    package var reviewBy: Day
    package var until: Day
    /// Names of the baselines, the nearest first: `staffordshire 1.0.0`.
    package var baselines: [String]

    package init(purpose: String, lawfulBasis: String, borough: String, contact: String, from: Day, reviewBy: Day, until: Day, baselines: [String]) {
        self.purpose = purpose
        self.lawfulBasis = lawfulBasis
        self.borough = borough
        self.contact = contact
        self.from = from
        self.reviewBy = reviewBy
        self.until = until
        self.baselines = baselines
    }
}
