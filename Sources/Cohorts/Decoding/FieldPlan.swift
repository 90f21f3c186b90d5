/// How the decoder treats one field: plain memory, so that nothing is counted or copied on the way.
struct FieldPlan {
    enum Kind: UInt8 {
        case bool, int, number, string, words, date, enumeration, yearsSince, record, list

        /// A value without parts, of which ``LineScan/usual(_:from:base:stamp:previous:missing:)`` knows how it is mostly written.
        var isUsual: Bool {
            switch self {
            case .bool, .int, .string, .date, .enumeration: true
            case .number, .words, .yearsSince, .record, .list: false
            }
        }
    }

    var kind: Kind
    var isRequired = false
    /// A list whose items the rules between fields look at.
    var isChecked = false
    var cell: Int32 = 0
    /// Lists: cells an item.
    var stride: Int32 = 0
    /// Lists: the cell in an item that dates it; -1 where items have no date.
    var dateCell: Int32 = -1
    /// Lists: the cell and the value that set an item aside; -1 where none is.
    var asideCell: Int32 = -1
    var asideValue: Int64 = 0
    /// Records and lists: the first of the keys of their parts, which stand together, and how many there are.
    var firstKey: Int32 = 0
    var keyCount: Int32 = 0
    /// Records and lists: parts that must be there.
    var requiredParts: Int32 = 0
    /// Records and lists: the key that an object began with last time.
    var guess: Int32 = -1
    /// Numbers: the range allowed.
    var low: Int64 = -FieldPlan.largestWhole
    var high: Int64 = FieldPlan.largestWhole
    var lowNumber = -Double.greatestFiniteMagnitude
    var highNumber = Double.greatestFiniteMagnitude
    /// Enumerations: the values as they stand, then the other spellings in lower case.
    var values = ValueTable.Slice()
    /// Those of the values that are short.
    var shortValues = ValueTable.Slice()
    var spellings = ValueTable.Slice()

    /// The largest whole number that every reader of JSON keeps exact.
    static let largestWhole: Int64 = 1 << 53
}

/// A name under which a cohort file may give a field.
struct KeyPlan {
    var field: Int32
    /// Another name for the field: `grade` for `assessment`.
    var isAlias = false
    /// The field has more than one name, so its cell may be filled already.
    var sharesCell = false
    /// The name has at most 24 bytes, and its value is one that ``LineScan/usual(_:from:base:stamp:previous:missing:)`` reads.
    var isUsual = false
    /// The key that came after this one last time; -1 where the object ended.
    var next: Int32
    /// The field's plan.
    var plan: UnsafeMutablePointer<FieldPlan>
    /// The object in which it was last seen.
    var seen: UInt64 = 0
    /// The name in quotes with a colon behind it, and its first 24 bytes as three words with what counts of each.
    var text: UnsafePointer<UInt8>
    var length: Int32
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
}
