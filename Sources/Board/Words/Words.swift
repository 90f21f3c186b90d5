/// What the site says, in one language. A translation is another value of this: what it lacks is said in English.
struct Words: Sendable {
    /// As in the `lang` of a page.
    let tag: String
    private let said: [Phrase: String]

    init(tag: String, _ said: [Phrase: String] = [:]) {
        self.tag = tag
        self.said = said
    }

    static let english = Words(tag: "en-GB")

    subscript(_ phrase: Phrase) -> String { said[phrase] ?? String(phrase.rawValue.prefix { $0 != "|" }) }

    /// With a value in the place of each name in braces. One for which there is none stays, so that it is seen.
    func callAsFunction(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String {
        var text = ""
        var rest = self[phrase][...]
        while let brace = rest.firstIndex(of: "{"), let end = rest[brace...].firstIndex(of: "}") {
            let name = rest[rest.index(after: brace)..<end]
            text += rest[..<brace] + (values.first { $0.key == name }?.value ?? "{\(name)}")
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }

    /// `1 thing` or `3 things`, by the two phrases for them.
    func count(_ number: Int, _ one: Phrase, _ many: Phrase) -> String { self(number == 1 ? one : many, ["n": String(number)]) }
}
