package import Notation

extension People {
    /// What stands between a pack and its approval, whatever the pack is, on a day.
    package struct Shortage: Sendable, Hashable {
        /// Members of the board whose keys count, without the author.
        package var members: Int
        /// Agencies of which one must sign, and nobody can.
        package var agencies: [String]
    }

    /// Those who could submit a pack on a day.
    package func authors(on day: Day) -> [Person] { people.filter { $0.roles.contains(.analyst) && $0.hasKey(on: day) } }

    /// nil where somebody's pack could get all the signatures that it needs. Where nobody could submit one, the board alone counts.
    package func shortage(on day: Day) -> Shortage? {
        let members = people.filter { $0.roles.contains(.board) && $0.hasKey(on: day) }
        let authors = authors(on: day).map(\.id)
        let shortages = (authors.isEmpty ? [""] : authors).map { author -> Shortage? in
            let signers = members.filter { quorum.authorMaySign || $0.id != author }
            let agencies = Set(signers.map(\.agency))
            let shortage = Shortage(members: signers.count, agencies: quorum.oneEach.filter { !agencies.contains($0) })
            return signers.count >= quorum.signatures && shortage.agencies.isEmpty ? nil : shortage
        }
        return shortages.contains(nil) ? nil : shortages.compactMap { $0 }.max { $0.members < $1.members }
    }
}
