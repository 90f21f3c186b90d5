/// Which part of a long list a page shows.
struct ListPart: Sendable {
    static let size = 25

    let number: Int

    init(_ query: FormFields) { number = max(1, min(Int(query["page"]) ?? 1, 100_000)) }

    var range: Range<Int> { (number - 1) * ListPart.size..<number * ListPart.size }

    /// Links to the parts before and behind.
    func links(_ path: String, _ values: [String: String], total: Int, _ words: Words) -> HTML {
        let last = max(1, (total + ListPart.size - 1) / ListPart.size)
        guard last > 1 else { return .empty }
        func link(_ page: Int, _ phrase: Phrase) -> HTML {
            guard (1...last).contains(page) else { return .empty }
            let query = values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\($0.key)=\(percentEncoded($0.value))&" }.joined()
            return "<a class=\"button second\" href=\"\(path)?\(query)page=\(page)\">\(words[phrase])</a>"
        }
        return "<nav aria-label=\"\(words[.pages])\"><p>\(words(.pageOf, ["n": String(number), "last": String(last)]))</p><p class=\"actions\">\(link(number - 1, .previous))\(link(number + 1, .next))</p></nav>\n"
    }
}
