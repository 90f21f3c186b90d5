/// Everything that a pack decides, and what it decides it by, for people who will never read its files.
package struct PackInWords: Sendable {
    /// What a rule asks of a person, or gives.
    package struct Wording: Sendable, Equatable {
        /// Of a condition all of them must hold; of a value there is one. Empty where the rule always holds.
        package var lines: [String]
        /// Nothing had to be shown as it is written.
        package var isWhole: Bool

        package init(lines: [String], isWhole: Bool) {
            self.lines = lines
            self.isWhole = isWhole
        }

        package static let always = Wording(lines: [], isWhole: true)

        package var text: String { lines.isEmpty ? "always" : lines.joined(separator: ", and ") }
    }

    /// Where something comes from, and what is to be known of it.
    package struct Origin: Sendable, Equatable {
        package var source: String?
        package var note: String?

        package init(source: String?, note: String?) {
            self.source = source
            self.note = note
        }

        /// A number that stands there as an example until the board puts its own.
        package var isIllustrative: Bool { note?.lowercased().contains("illustrative") ?? false }
    }

    /// A rule of selection, de-selection or tasking.
    package struct Rule: Sendable {
        /// `selection.ppo`
        package var path: String
        package var title: String
        /// `select, as: ppo`
        package var outcome: String
        package var condition: Wording
        package var origin: Origin

        package init(path: String, title: String, outcome: String, condition: Wording, origin: Origin) {
            self.path = path
            self.title = title
            self.outcome = outcome
            self.condition = condition
            self.origin = origin
        }
    }

    /// A matrix: rows that give points, and the bands that they lead to.
    package struct Matrix: Sendable {
        package struct Row: Sendable {
            package var path: String
            package var title: String
            package var points: Wording
            package var condition: Wording
            /// `40`, `no limit`
            package var most: String
            package var origin: Origin

            package init(path: String, title: String, points: Wording, condition: Wording, most: String, origin: Origin) {
                self.path = path
                self.title = title
                self.points = points
                self.condition = condition
                self.most = most
                self.origin = origin
            }
        }

        package struct Band: Sendable {
            package var title: String
            /// `from 40 to below 70`
            package var range: String
            package init(title: String, range: String) {
                self.title = title
                self.range = range
            }
        }

        package var title: String
        package var origin: Origin
        package var rows: [Row]
        /// How the rows make the score, in a sentence.
        package var total: String
        package var bands: [Band]

        package init(title: String, origin: Origin, rows: [Row], total: String, bands: [Band]) {
            self.title = title
            self.origin = origin
            self.rows = rows
            self.total = total
            self.bands = bands
        }
    }

    /// Criteria, classes, groups: things found out about a person by conditions.
    package struct Answer: Sendable {
        package struct Part: Sendable {
            /// `criteria.gto_scope.adult`
            package var path: String
            package var title: String
            package var condition: Wording
            package var origin: Origin
            package init(path: String, title: String, condition: Wording, origin: Origin) {
                self.path = path
                self.title = title
                self.condition = condition
                self.origin = origin
            }
        }

        package var title: String
        package var origin: Origin
        /// How the parts go together, in a sentence.
        package var rule: String
        package var parts: [Part]

        package init(title: String, origin: Origin, rule: String, parts: [Part]) {
            self.title = title
            self.origin = origin
            self.rule = rule
            self.parts = parts
        }
    }

    /// A decision table, as it is laid out.
    package struct Table: Sendable {
        package var title: String
        package var origin: Origin
        package var rule: String
        package var inputs: [(title: String, of: Wording?)]
        package var outputs: [String]
        /// A cell for each input, then one for each output.
        package var rows: [[String]]

        package init(title: String, origin: Origin, rule: String, inputs: [(title: String, of: Wording?)], outputs: [String], rows: [[String]]) {
            self.title = title
            self.origin = origin
            self.rule = rule
            self.inputs = inputs
            self.outputs = outputs
            self.rows = rows
        }
    }

    /// A number or list that the board decides.
    package struct Threshold: Sendable {
        package var name: String
        package var title: String
        /// `90 points`
        package var value: String
        /// `70 to 100`, `any`
        package var allowed: String
        package var origin: Origin
        /// What the baseline has; nil where it has none, or there is no baseline.
        package var baseline: String?
        package init(name: String, title: String, value: String, allowed: String, origin: Origin, baseline: String?) {
            self.name = name
            self.title = title
            self.value = value
            self.allowed = allowed
            self.origin = origin
            self.baseline = baseline
        }
    }

    package struct Places: Sendable {
        package var title: String
        package var origin: Origin
        package var places: Int
        package var ranks: [Wording]
        package var kept: Wording?
        package init(title: String, origin: Origin, places: Int, ranks: [Wording], kept: Wording?) {
            self.title = title
            self.origin = origin
            self.places = places
            self.ranks = ranks
            self.kept = kept
        }
    }

    package var pack: PackLabel
    package var about: PackAbout
    package var selection: [Rule] = []
    package var deselection: [Rule] = []
    package var taskings: [Rule] = []
    package var places: Places?
    package var criteria: [Answer] = []
    package var matrices: [Matrix] = []
    package var tables: [Table] = []
    package var classifications: [Answer] = []
    package var groups: [Answer] = []
    package var thresholds: [Threshold] = []
    package var fields: [FieldUse] = []

    /// What each rule asks or gives, on one line, by its path.
    package var lines: [String: String] {
        var lines: [String: String] = [:]
        for rule in selection + deselection + taskings { lines[rule.path] = rule.condition.text }
        for row in matrices.flatMap(\.rows) {
            lines[row.path] = row.points.text + (row.condition.lines.isEmpty ? "" : ", where \(row.condition.text)")
        }
        for part in (criteria + classifications).flatMap(\.parts) { lines[part.path] = part.condition.text }
        return lines
    }

    package init(pack: PackLabel, about: PackAbout) {
        self.pack = pack
        self.about = about
    }
}
