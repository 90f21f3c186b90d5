/// What noticed a fault.
struct FoundFault: Equatable, Sendable {
    let pack: String
    let words: String
    /// The codes of errors and warnings that the unspoilt pack does not have.
    let codes: [String]
    /// Whether a check that every pack gets fails; nil where the pack does not load.
    let automatic: Bool?
    /// Whether a test of the pack's own fails; nil where the pack does not load.
    let tests: Bool?

    init(_ fault: SeededFault, codes: [String], automatic: Bool?, tests: Bool?) {
        pack = fault.pack
        words = fault.words
        self.codes = codes
        self.automatic = automatic
        self.tests = tests
    }

    var isFound: Bool { !codes.isEmpty || automatic == true || tests == true }

    // MARK: As a row of the page

    var row: String {
        let cells = [pack, words, codes.isEmpty ? "no" : codes.joined(separator: ", "), FoundFault.cell(automatic), FoundFault.cell(tests)]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static func cell(_ found: Bool?) -> String { found.map { $0 ? "yes" : "no" } ?? "does not load" }

    /// nil for a line that is no row.
    init?(row: some StringProtocol) {
        let cells = row.split(separator: "|").map { $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
        guard cells.count == 5, row.hasPrefix("| "), let automatic = FoundFault.found(cells[3]), let tests = FoundFault.found(cells[4]) else { return nil }
        pack = cells[0]
        words = cells[1]
        codes = cells[2] == "no" ? [] : cells[2].split(separator: ", ").map(String.init)
        self.automatic = automatic
        self.tests = tests
    }

    /// The inner nil stands for a pack that does not load, the outer for a cell that says nothing of the kind.
    private static func found(_ cell: String) -> Bool?? {
        switch cell {
        case "yes": .some(true)
        case "no": .some(false)
        case "does not load": .some(nil)
        default: nil
        }
    }
}
