/// A line of a report for people.
package enum ReportLine: Sendable, Equatable {
    /// Words, which may be cut to the width of a terminal.
    case words(String)
    /// A line of a spec, to be pasted as it stands.
    case spec(String)

    package var text: String {
        switch self {
        case .words(let text), .spec(let text): text
        }
    }

    func indented(_ columns: Int) -> ReportLine {
        let indent = String(repeating: " ", count: columns)
        return switch self {
        case .words(let text): .words(indent + text)
        case .spec(let text): .spec(indent + text)
        }
    }
}
