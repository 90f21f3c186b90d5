import FieldDefinitions

/// Words by which a title or a reason gives a protected or sensitive field away, as the catalogue marks them.
struct TellingWords {
    private let words: Set<String>

    init(_ catalogue: FieldCatalogue) {
        var words: Set<String> = []
        for (_, field) in catalogue.placedFields where field.sensitivity != .ordinary {
            words.formUnion(field.tellingWords)
            // A borough's own field has no list; the words of its name and title stand in for one.
            if field.tellingWords.isEmpty { words.formUnion(TellingWords.split(field.name + " " + field.title).filter { $0.count > 3 }) }
        }
        self.words = words
    }

    func givesAway(_ text: String) -> Bool { TellingWords.split(text).contains { words.contains($0) } }

    private static func split(_ text: String) -> [String] {
        text.lowercased().split { !($0.isLetter || $0 == "-") }.map(String.init)
    }
}
