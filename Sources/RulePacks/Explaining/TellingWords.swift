import FieldDefinitions

/// Words by which a title or a reason gives a protected or sensitive field away, as the catalogue marks them.
struct TellingWords {
    private let words: Set<String>

    /// Words that tell nothing by themselves, and stand in the title of many a field.
    private static let everyday: Set<String> = [
        "about", "after", "also", "been", "before", "between", "both", "date", "dates", "days", "does", "during", "each", "ever", "every", "from", "have",
        "here", "into", "kind", "known", "last", "less", "list", "many", "month", "months", "more", "most", "much", "never", "none", "number", "only", "other",
        "others", "over", "people", "person", "recorded", "same", "since", "some", "such", "than", "that", "their", "them", "then", "there", "these", "they",
        "this", "those", "time", "times", "type", "under", "until", "week", "weeks", "what", "when", "where", "whether", "which", "while", "whom", "whose",
        "will", "with", "within", "without", "year", "years",
    ]

    init(_ catalogue: FieldCatalogue) {
        var words: Set<String> = []
        for (_, field) in catalogue.placedFields where field.sensitivity != .ordinary {
            words.formUnion(field.tellingWords)
            // A borough's own field has no list; the words of its name and title stand in for one.
            if field.tellingWords.isEmpty { words.formUnion(TellingWords.split(field.name + " " + field.title).filter { $0.count > 3 && !TellingWords.everyday.contains($0) }) }
        }
        self.words = words
    }

    func givesAway(_ text: String) -> Bool { TellingWords.split(text).contains { words.contains($0) } }

    private static func split(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0 == "-") }.map(String.init)
    }
}
