/// A semantic version, for comparing.
struct PackVersion: Comparable {
    private let parts: [Int]

    init(_ text: String) { parts = text.split(separator: ".").map { Int($0) ?? 0 } }

    static func < (a: PackVersion, b: PackVersion) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
