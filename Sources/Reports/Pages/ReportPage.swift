/// A report as people read it: a page of HTML by itself, or plain text of 80 columns.
///
/// The page needs nothing else: no script, no other file, one stylesheet in it. The same values give the same bytes.
/// Texts are plain words; what stands between a pair of backticks is shown as `code`. Nothing in them can become markup.
package struct ReportPage: Sendable {
    /// The heading, and the title of the HTML page.
    package var title: String
    /// Paragraphs under the heading: what was found, in a sentence or two.
    package var lead: [String]
    /// What the report is about and made from: date, cohort, pack, period.
    package var facts: [ReportFact]
    package var sections: [ReportSection]
    /// Paragraphs below everything.
    package var footer: [String]

    package init(title: String, lead: [String] = [], facts: [ReportFact] = [], sections: [ReportSection] = [], footer: [String] = []) {
        self.title = title
        self.lead = lead
        self.facts = facts
        self.sections = sections
        self.footer = footer
    }
}

/// A part of a page under a heading of its own.
package struct ReportSection: Sendable {
    package var heading: String
    package var blocks: [ReportBlock]
    /// Parts of this part, a heading lower.
    package var parts: [ReportSection]
    /// On paper it begins a page.
    package var startsPage: Bool

    package init(_ heading: String, _ blocks: [ReportBlock] = [], parts: [ReportSection] = [], startsPage: Bool = false) {
        self.heading = heading
        self.blocks = blocks
        self.parts = parts
        self.startsPage = startsPage
    }
}

/// A name and what it is, for a list of such.
package struct ReportFact: Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// A number that matters, large.
package struct ReportFigure: Sendable {
    package var name: String
    package var value: String
    /// A few words under it; nil where it needs none.
    package var note: String?

    package init(_ name: String, _ value: String, note: String? = nil) {
        self.name = name
        self.value = value
        self.note = note
    }
}

/// What must be read beside the figures.
package struct ReportNote: Sendable {
    package enum Kind: Sendable {
        /// A remark.
        case remark
        /// A limit of the figures, or something that is easily misread.
        case caution
    }

    package var kind: Kind
    package var title: String
    /// One line is a paragraph, several are a list.
    package var lines: [String]

    package init(_ kind: Kind, _ title: String, _ lines: [String]) {
        self.kind = kind
        self.title = title
        self.lines = lines
    }
}

/// What a part of a page is made of.
package enum ReportBlock: Sendable {
    case text(String)
    case list([String])
    /// Lines as they are, such as a piece of a rule.
    case code(String)
    case facts([ReportFact])
    case figures([ReportFigure])
    case note(ReportNote)
    case table(ReportTable)
    /// Shown in HTML only: a table with the same figures belongs beside it.
    case bars(BarChart)
    /// Shown in HTML only: a table with the same figures belongs beside it.
    case lines(LineChart)
}
