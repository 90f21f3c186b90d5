import DecisionStore
import Notation

/// The names that packs give to things, read once for each approval pack.
package final class KnownPacks: Sendable {
    private static let most = 16

    private let names = Locked<[String: PackNames]>([:])

    package init() {}

    /// - Returns: nil where the pack is not in the store as it was, or does not load.
    func names(_ record: KeptRecord, in reader: StoreReader) throws -> PackNames? {
        if let known = names.withLock({ $0[record.approval] }) { return known }
        guard let read = try PackNames(record, in: reader) else { return nil }
        names.withLock { names in
            if names.count >= KnownPacks.most { names = [:] }
            names[record.approval] = read
        }
        return read
    }
}
