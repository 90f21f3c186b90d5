extension Sensitivity: Comparable {
    private var strictness: Int {
        switch self {
        case .ordinary: 0
        case .protected: 1
        case .sensitive: 2
        }
    }

    /// Less strict comes first.
    package static func < (a: Sensitivity, b: Sensitivity) -> Bool { a.strictness < b.strictness }
}
