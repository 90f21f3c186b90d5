/// The first thing wrong with a line, as the scanner found it; ``Reject`` says it in words.
struct Fault {
    enum Kind {
        case notUTF8, nulByte, tooLong, notAnObject, afterTheEnd, syntax(String)
        case unknownField(String), duplicateField, missing, computed, aliasDisagrees
        case wrongType, badEscape, control, emptyRequired
        case badNumber, notWhole, tooLarge, outOfRange, noSuchDate, notADate, notAValue
        case disagree(Disagreement)
    }

    /// What a text that goes on to the end of the line lacks.
    static let closingQuote = "a closing quote"

    var kind: Kind
    /// The key concerned; -1 for the nominal itself and for the items of a list.
    var key: Int32
    /// The record or list concerned where `key` is -1.
    var container: Int32
    /// The place of the item in the input, where the field is in a list.
    var item: Int
    /// Bytes from the start of the line to the value, or to where reading stopped.
    var offset: Int
}
