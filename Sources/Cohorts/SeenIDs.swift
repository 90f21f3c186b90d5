/// The ids that a cohort has had so far, to find the second line of the same nominal.
///
/// Ids that count upwards (`N0000001`, `N0000002`, …) are kept as runs of numbers and take next to nothing; every other
/// id takes sixteen bytes and some room, whatever its length.
package struct SeenIDs {
    private var numbers: NumberRuns?
    private var hashes = HashSet128()

    package init() {}

    /// - Returns: false where the id was there already.
    package mutating func insert(_ id: UnsafeRawBufferPointer) -> Bool {
        if numbers == nil { numbers = NumberRuns(first: id) }
        guard let number = numbers?.number(of: id) else { return hashes.insert(IDHash(id)) }
        if numbers?.append(number) == true { return true }
        if numbers?.contains(number) == true { return false }
        return hashes.insert(IDHash(id))
    }
}
