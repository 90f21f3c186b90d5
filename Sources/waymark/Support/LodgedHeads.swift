import DecisionStore
import Governance

/// Last rows of a log that were lodged elsewhere, as files.
struct LodgedHeads {
    private let heads: [(lodged: LodgedHead, path: String)]

    init(_ paths: [String]) throws {
        heads = try paths.map { (try LodgedHead(reading: try WholeFile.read($0, most: 4 << 10), name: $0), $0) }
    }

    /// Each with its name for messages.
    var named: [(head: AuditHead, name: String)] { heads.map { ($0.lodged.head, "`\($0.path)`") } }

    var isSigned: Bool { heads.contains { $0.lodged.signature != nil } }

    /// - Throws: `Refusal` where a signature on one of them does not count.
    func check(_ people: People) throws {
        if let refusal = heads.compactMap({ $0.lodged.refusal(people) }).first { throw refusal }
    }
}
