package import Notation

/// What `pack.lua` says of a pack.
package struct Manifest: Sendable {
    package struct Owner: Sendable {
        package var borough: String
        package var contact: String
    }

    package struct Validity: Sendable {
        package var from: Day
        package var reviewBy: Day
        package var until: Day
    }

    package var id: String
    package var title: String
    package var version: String
    package var owner: Owner
    package var purpose: String
    package var lawfulBasis: String
    package var valid: Validity
    /// The baseline pack, a folder beside this one.
    package var extends: String?
    /// Modules that `require` may load: `common.rag`.
    package var uses: [String]
    package var files: [String]
    /// Paths of the fields that the pack may read, whole or dotted.
    package var reads: [String]
    /// Why each protected or sensitive field is read, by path.
    package var protected: [String: String]
    package var parameters: [Parameter]
    /// How old a field may be before it counts as missing, by path.
    package var maxAge: [String: Span]
    package var limits: PackLimits
}

/// Limits that a pack sets for one nominal; nil keeps the host's.
package struct PackLimits: Sendable, Equatable {
    package var instructions: Int?
    package var memoryMiB: Int?
}

/// A threshold or list that a board decides, with its bounds and where it comes from.
package struct Parameter: Sendable {
    package enum Value: Sendable, Hashable {
        case number(Double)
        case text(String)
        case bool(Bool)
        case texts([String])
        case numbers([Double])
    }

    package var name: String
    package var value: Value
    package var min: Double?
    package var max: Double?
    package var unit: String?
    /// Empty in an overlay that only sets another value.
    package var title: String
    package var source: String?
    package var note: String?
    /// Where it stands, for messages.
    package var file: String
    package var line: Int?
}

extension Parameter.Value {
    /// `90`, `true`, `Camden, Enfield`.
    package var inWords: String {
        switch self {
        case .number(let value): shortestText(value)
        case .text(let text): text
        case .bool(let value): value ? "yes" : "no"
        case .texts(let texts): texts.joined(separator: ", ")
        case .numbers(let numbers): numbers.map(shortestText).joined(separator: ", ")
        }
    }
}
