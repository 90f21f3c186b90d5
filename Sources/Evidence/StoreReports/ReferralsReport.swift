/// Which services people of the cohort may have, were referred to and took up, and which of them they share.
package struct ReferralsReport: Sendable {
    package var scope: ReportScope
    /// In the cohort on any day of the period: everything below is about them.
    package var members = 0
    package var services: [ServiceCount] = []
    /// People who were referred to both of two services, most first; pairs without any are left out.
    package var overlaps: [ServiceOverlap] = []
    /// Of these people, by how many of the services they were referred to, from none on.
    package var byServices: [Int] = []
    /// For each month of the scope, the referrals made in it to each of ``services``.
    package var months: [[Int]] = []

    package init(_ scope: ReportScope) { self.scope = scope }

    /// People who were referred to both; to one where the two are the same.
    package func people(_ first: String, _ second: String) -> Int {
        if first == second { return services.first { $0.service == first }?.referred ?? 0 }
        return overlaps.first { [[first, second], [second, first]].contains([$0.first, $0.second]) }?.people ?? 0
    }
}
