/// The bytes of a small file that people write by hand.
/// - Throws: where it cannot be opened or read, or is longer than `most` bytes.
package func readWholeFile(path: String, most: Int = 1 << 20) throws(CohortError) -> [UInt8] {
    let feed = ByteFeed(try InputFile(path: path, rewindable: false))
    while try feed.more() {
        guard feed.count <= most else { throw CohortError(message: "`\(path)` is longer than \(most) bytes: is it the right file?") }
    }
    return Array(feed.bytes)
}
