/// The lines in which two texts differ, each side in its own order.
struct ChangedLines {
    let was: [String]
    let now: [String]

    /// By the longest run of lines that both have.
    init(_ old: String, _ new: String) {
        let a = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let b = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var longest = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in a.indices.reversed() {
            for j in b.indices.reversed() {
                longest[i][j] = a[i] == b[j] ? longest[i + 1][j + 1] + 1 : max(longest[i + 1][j], longest[i][j + 1])
            }
        }
        var (was, now) = ([String](), [String]())
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if i < a.count, j < b.count, a[i] == b[j] {
                i += 1
                j += 1
            } else if j == b.count || (i < a.count && longest[i + 1][j] >= longest[i][j + 1]) {
                was.append(a[i])
                i += 1
            } else {
                now.append(b[j])
                j += 1
            }
        }
        (self.was, self.now) = (was, now)
    }
}
