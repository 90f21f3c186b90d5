package import Notation
package import RulePacks
import FieldDefinitions
import LuaSyntax

/// The values with which a pack compares what it reads, as far as they stand in its files and its manifest.
///
/// They are kept by the field's own name, without the record or list that holds it: `type`, `ogrs2`, `drugs`.
package struct ComparedValues: Sendable {
    package private(set) var numbers: [String: [Double]] = [:]
    package private(set) var texts: [String: [String]] = [:]
    /// Every number of the rules and parameters, whatever it is compared with.
    package private(set) var allNumbers: [Double] = []
    /// Lengths of time that rules count back or forward, and those of `max_age`.
    package private(set) var spans: [Span] = []

    package init(_ program: RuleProgram) {
        let pack = program.pack
        let names = Set(pack.catalogue.placedFields.map(\.field.name))
        for file in pack.writtenFiles {
            let reader = ComparisonReader(file: file, parameters: pack.parameters, fieldNames: names)
            var found: [LuaExpression] = []
            LuaWalk {
                found.append($0)
                return true
            }.block(file.block)
            for expression in found {
                for comparison in reader.comparisons(expression) {
                    for name in comparison.names.sorted() { add(comparison.constants, to: name) }
                }
                if let span = reader.span(expression), !spans.contains(span) { spans.append(span) }
                if let number = reader.number(expression), !allNumbers.contains(number) { allNumbers.append(number) }
            }
            for rule in file.rules where rule.kind == "decision_table" && rule.part == .declaration {
                addTable(rule, reader, program)
            }
        }
        for parameter in pack.parameters {
            if case .number(let number) = parameter.value, !allNumbers.contains(number) { allNumbers.append(number) }
        }
        for span in pack.maxAge.sorted(by: { $0.key < $1.key }).map(\.value) where !spans.contains(span) { spans.append(span) }
    }

    private mutating func add(_ constants: Constants, to name: String) {
        for number in constants.numbers where numbers[name]?.contains(number) != true { numbers[name, default: []].append(number) }
        for text in constants.texts where texts[name]?.contains(text) != true { texts[name, default: []].append(text) }
    }

    /// A decision table compares each input with the cells of its column.
    private mutating func addTable(_ rule: WrittenRule, _ reader: ComparisonReader, _ program: RuleProgram) {
        guard let table = program.rules.tables.first(where: { "table." + $0.name == rule.path }), case .table(let inputs)? = rule["inputs"]?.kind else {
            return
        }
        for (column, input) in inputs.enumerated() where column < table.table.inputCount {
            let names = reader.fieldNames(in: input.value)
            for row in table.table.cells where column < row.count {
                let constants = Constants(cell: row[column].text)
                for name in names { add(constants, to: name) }
            }
        }
    }
}

/// Numbers and texts, in the order in which they were met.
struct Constants {
    var numbers: [Double] = []
    var texts: [String] = []

    init() {}

    /// The numbers and quoted texts of a cell of a decision table, whatever signs stand between them.
    init(cell: String) {
        var rest = Substring(cell)
        while let first = rest.first {
            if first == "\"" {
                let text = rest.dropFirst().prefix { $0 != "\"" }
                texts.append(String(text))
                rest = rest.dropFirst(text.count + 2)
            } else if first.isASCII, first.isNumber {
                let whole = rest.prefix { $0.isASCII && $0.isNumber }
                rest = rest.dropFirst(whole.count)
                var fraction = Substring()
                if rest.first == "." { fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber } }
                if !fraction.isEmpty { rest = rest.dropFirst(fraction.count + 1) }
                if let number = Double(fraction.isEmpty ? String(whole) : whole + "." + fraction) { numbers.append(number) }
            } else {
                rest = rest.dropFirst()
            }
        }
    }
}
