/// The name of `candidates` that somebody who typed `word` most likely meant.
///
/// Uses the number of single-character edits, where swapping two neighbours counts as one (optimal string alignment).
/// - Returns: nil where nothing is close: more than a third of the letters would have to change.
package func nearestName(to word: String, in candidates: some Sequence<String>) -> String? {
    nearestNames(to: word, in: candidates).min()
}

/// The nearest name where no other is as near, so that it can be put in the word's place unasked.
/// - Returns: nil where nothing is close, or two names are equally so.
package func onlyNearestName(to word: String, in candidates: some Sequence<String>) -> String? {
    let nearest = nearestNames(to: word, in: candidates)
    return nearest.count == 1 ? nearest.first : nil
}

/// Every name that is as near as the nearest.
private func nearestNames(to word: String, in candidates: some Sequence<String>) -> Set<String> {
    let typed = Array(word.lowercased().utf8)
    guard typed.count <= 64 else { return [] }
    var nearest: Set<String> = []
    var least = Int.max
    for candidate in candidates where candidate != word {
        let name = Array(candidate.lowercased().utf8)
        let allowed = max(1, max(typed.count, name.count) / 3)
        guard abs(name.count - typed.count) <= allowed else { continue }
        let distance = editDistance(typed, name)
        guard distance <= allowed, distance <= least else { continue }
        if distance < least { nearest = [] }
        least = distance
        nearest.insert(candidate)
    }
    return nearest
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
