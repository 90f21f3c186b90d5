/// How carefully a field must be handled. Marked here, once; justifications, redaction and reports follow from the mark.
package enum Sensitivity: String, Sendable {
    /// No special care beyond that of any personal record.
    case ordinary
    /// A characteristic protected by the Equality Act 2010. A pack says in `protected` why it reads one.
    case protected
    /// Special-category or intelligence data. A pack says in `protected` why it reads one, and no letter shows it.
    case sensitive
}

/// One field of a nominal, of a record inside it or of an item of one of its lists.
package struct FieldDefinition: Sendable {
    /// The name in cohort files, and in Lua unless it is a keyword there: `ogrs2`.
    package var name: String
    /// Other names that Lua code may use for it: `ends` for `end`, `here` for `local`.
    package var luaAliases: [String] = []
    package var type: FieldType
    /// A cohort line without it is rejected.
    package var isRequired: Bool = false
    package var sensitivity: Sensitivity = .ordinary
    /// How sentences name it: `OGRS2`, as in "OGRS2 is not known".
    package var title: String
    /// One or two sentences for the field guide.
    package var summary: String
    /// `points`, `years`; nil where the value has no unit.
    package var unit: String? = nil
    /// Where the definition comes from, for the guide; nil where it is Waymark's own.
    package var source: String? = nil
    /// The field whose date says how old this one is: for a scalar a field beside it (`ogrs2_date`), for a record
    /// or a list a part of it (`last_confirmed`, `date`). nil: no `max_age` can be given for it.
    package var dateField: String? = nil
    /// For a field that is given in cohort files but not shown to rules: the field that rules read instead.
    package var readInstead: String? = nil
    /// The heading under which the guide lists it, such as `The person`; nil for parts and for local fields.
    package var topic: String? = nil

    /// Of a protected or sensitive field: words, in lower case, by which a title or reason gives it away. A letter leaves
    /// out what a pack's author wrote with one of them.
    package var tellingWords: [String] = []

    package init(
        _ name: String, _ type: FieldType, required: Bool = false, _ sensitivity: Sensitivity = .ordinary,
        title: String, summary: String, unit: String? = nil, source: String? = nil, dateField: String? = nil,
        luaAliases: [String] = [], readInstead: String? = nil
    ) {
        self.name = name
        self.type = type
        self.isRequired = required
        self.sensitivity = sensitivity
        self.title = title
        self.summary = summary
        self.unit = unit
        self.source = source
        self.dateField = dateField
        self.luaAliases = luaAliases
        self.readInstead = readInstead
    }

    func telling(_ words: String...) -> FieldDefinition {
        var field = self
        field.tellingWords = words
        return field
    }
}

/// What values a field can have.
package indirect enum FieldType: Sendable {
    case bool
    /// A whole number, in the range where one is given.
    case int(ClosedRange<Int>?)
    /// A number, in the range where one is given.
    case number(ClosedRange<Double>?)
    /// A number from 0 to 100.
    case percent
    case string
    /// A few words: in a cohort file a string or an array of strings, in Lua one string with a space between words.
    /// A filter's condition on it holds where one of the words is the value.
    case words
    case date
    case enumeration(EnumerationDefinition)
    /// Whole years from the named date field beside it to the date of the run; not given in cohort files.
    case yearsSince(String)
    case record(RecordDefinition)
    case list(ListDefinition)
}

/// A closed set of values.
package struct EnumerationDefinition: Sendable {
    /// The values as rules see them, in the catalogue's order.
    package var values: [String]
    /// Other spellings that cohort files may use, in lower case, each with the value that it stands for.
    package var spellings: [String: String] = [:]
    /// Spellings, in lower case, that say outright that the value is not known; read as a field left out.
    package var unknownSpellings: Set<String> = []
    /// What each value means, where the value alone does not say.
    package var meanings: [String: String] = [:]

    package init(
        _ values: [String], spellings: [String: String] = [:], unknownSpellings: Set<String> = [],
        meanings: [String: String] = [:]
    ) {
        self.values = values
        self.spellings = spellings
        self.unknownSpellings = unknownSpellings
        self.meanings = meanings
    }
}

/// A group of fields that are there together or not at all, such as `gang`.
package struct RecordDefinition: Sendable {
    package var fields: [FieldDefinition]
    package init(_ fields: [FieldDefinition]) { self.fields = fields }
}

/// A list of records such as `offences`, kept in date order where its items have a date.
package struct ListDefinition: Sendable {
    package var item: RecordDefinition
    /// Items with this value in this field count only where a filter names it: intelligence assessed E.
    package var setAside: (field: String, value: String)? = nil
    /// Text of items with this value in this field appears in no explanation: intelligence handled C.
    package var withheld: (field: String, value: String)? = nil
    /// A field under which files may give another field's value, where that one is left out: `grade` for `assessment`.
    package var inputAliases: [String: String] = [:]

    package init(
        _ fields: [FieldDefinition], setAside: (field: String, value: String)? = nil,
        withheld: (field: String, value: String)? = nil, inputAliases: [String: String] = [:]
    ) {
        self.item = RecordDefinition(fields)
        self.setAside = setAside
        self.withheld = withheld
        self.inputAliases = inputAliases
    }
}
