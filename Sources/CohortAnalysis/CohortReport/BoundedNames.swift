/// Names that files bring along, up to so many; the rest go under one name together, so that no file can fill the memory.
struct BoundedNames {
    static let others = "(further names)"

    private let most: Int
    private var known: Set<String> = []

    init(most: Int = 200) { self.most = most }

    /// The name itself, or the one for all that came too late.
    mutating func kept(_ name: String) -> String {
        if known.contains(name) { return name }
        guard known.count < most else { return BoundedNames.others }
        known.insert(name)
        return name
    }
}
