package import Notation

/// Something that `check`, or loading, has to say about a pack.
package struct Finding: Error, Sendable, Hashable {
    package enum Severity: String, Sendable {
        case error, warning, note
    }

    /// Permanent: a code never changes its meaning and is never used again.
    package var code: FindingCode
    package var severity: Severity
    /// One lower-case sentence, with the analyst's own text in backticks, shortened where it is long.
    package var message: String
    /// As the analyst knows it: `scoring.lua`, `../common/rag.lua`; nil where it is about the pack as a whole.
    package var file: String?
    package var line: Int?
    package var column: Int?
    /// What to do next, where the message does not already say so.
    package var hint: String?
    /// A nominal that shows it, as one line of a spec: `nominal { age = 17 }`; nil where there is none.
    package var witness: String?
    /// What `check --fix` may do about it; nil where people have to decide.
    package var fix: FindingFix?

    package init(
        _ code: FindingCode, _ message: String, severity: Severity = .error, file: String? = nil, line: Int? = nil,
        column: Int? = nil, hint: String? = nil, witness: String? = nil, fix: FindingFix? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = Finding.shortened(message)
        self.file = file.map { Finding.shortened(path: $0) }
        self.line = line
        self.column = column
        self.hint = hint.map { Finding.shortened($0) }
        self.witness = witness
        self.fix = fix
    }

    /// `scoring.lua:12:7: error WM014: …`, with the witness on a second line.
    package var text: String {
        var place = ""
        if let file {
            place = file + [line, column].compactMap { $0 }.map { ":\($0)" }.joined() + ": "
        }
        return "\(place)\(severity.rawValue) \(code.rawValue): \(message)" + (hint.map { "; \($0)" } ?? "")
            + (witness.map { "\n    \($0)" } ?? "")
    }

    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("code"); json.string(code.rawValue)
        json.key("severity"); json.string(severity.rawValue)
        json.key("message"); json.string(message)
        json.key("file"); json.optional(file)
        json.key("line")
        json.optional(line)
        json.key("column")
        json.optional(column)
        if let hint { json.key("hint"); json.string(hint) }
        if let witness { json.key("witness"); json.string(witness) }
        if let fix { json.key("fix"); fix.write(to: &json) }
        json.endObject()
    }
}

/// The kinds of finding. `docs/checks` has a page for each.
package enum FindingCode: String, Sendable, CaseIterable {
    case unreadableFile = "WM001"
    case syntax = "WM002"
    case forbidden = "WM003"
    case missingKey = "WM004"
    case unknownKey = "WM005"
    case wrongType = "WM006"
    case wrongValue = "WM007"
    case outOfBounds = "WM008"
    case unknownField = "WM009"
    case undeclaredField = "WM010"
    case unjustifiedField = "WM011"
    case undefinedName = "WM012"
    case duplicateName = "WM013"
    case missingTitle = "WM014"
    case badRow = "WM015"
    case badCell = "WM016"
    case badTable = "WM017"
    case extendsLoop = "WM018"
    case missingModule = "WM019"
    case loadFailed = "WM020"
    case limit = "WM021"
    case fieldFile = "WM022"
    case needlessJustification = "WM023"
    case outsidePack = "WM024"
    case unknownAnswer = "WM025"
    case impossibleValue = "WM026"
    case neverRead = "WM027"
    case unused = "WM028"
    case unlikeKinds = "WM029"
    case unknownVerb = "WM030"
    case notFollowed = "WM031"
    case conditionNeverHolds = "WM032"
    case conditionAlwaysHolds = "WM033"
    case unreachableRule = "WM034"
    case unreachableBand = "WM035"
    case unreachableClass = "WM036"
    case unanalysedCondition = "WM037"
    case needlessBound = "WM038"
    case tableGap = "WM039"
    case tableOverlap = "WM040"
    case maskedRow = "WM041"
    case badBands = "WM042"
    case tableNotAnalysed = "WM043"
    case lastingChange = "WM044"

    /// What the code means, for the list of codes.
    package var meaning: String {
        switch self {
        case .unreadableFile: "a file of the pack cannot be read"
        case .syntax: "the text is not Lua"
        case .forbidden: "a part of Lua is used that rule packs leave out"
        case .missingKey: "a key that is required is missing"
        case .unknownKey: "a key is not one that belongs here"
        case .wrongType: "a value is of the wrong kind"
        case .wrongValue: "a value is of the right kind but cannot be right"
        case .outOfBounds: "a parameter's value is outside its bounds"
        case .unknownField: "a field of that name does not exist"
        case .undeclaredField: "a field is read that `reads` does not list"
        case .unjustifiedField: "a protected or sensitive field is read and `protected` does not say why"
        case .undefinedName: "a name is used that is defined nowhere"
        case .duplicateName: "two things have one name"
        case .missingTitle: "a declaration or row has no title"
        case .badRow: "a row is not written as its kind of row is"
        case .badCell: "a cell of a decision table cannot be read"
        case .badTable: "a decision table cannot work as it is written"
        case .extendsLoop: "packs extend one another in a loop"
        case .missingModule: "a module is not declared in `uses`, or does not exist"
        case .loadFailed: "a file stops with an error while it loads"
        case .limit: "a limit is above the host's, or loading reached one"
        case .fieldFile: "`fields.lua` declares a field wrongly"
        case .needlessJustification: "`protected` justifies a field that `reads` does not list"
        case .outsidePack: "a file lies outside the pack's folder"
        case .conditionNeverHolds: "a condition can never hold"
        case .conditionAlwaysHolds: "a condition always holds"
        case .unreachableRule: "a rule can never be reached"
        case .unreachableBand: "no total reaches a band, or the rows go beyond the matrix's range"
        case .unreachableClass: "nobody can be put into a class"
        case .unanalysedCondition: "a condition could not be analysed"
        case .needlessBound: "a step or `max` can never matter, or cuts every value"
        case .tableGap: "a decision table has a gap"
        case .tableOverlap: "rows of a decision table overlap"
        case .maskedRow: "a row of a decision table, or a test in it, can never match"
        case .badBands: "some totals of a matrix have no band"
        case .tableNotAnalysed: "a decision table could not be analysed"
        case .unknownAnswer: "an answer of that name does not exist"
        case .impossibleValue: "a value is asked for that can never be there"
        case .neverRead: "a field is declared in `reads` that no rule reads"
        case .unused: "something is declared or made and never used"
        case .unlikeKinds: "values of different kinds are compared"
        case .unknownVerb: "a list is asked for something that it cannot do"
        case .notFollowed: "a part of the pack cannot be followed"
        case .lastingChange: "a rule changes what outlives one person"
        }
    }
}
