import ArgumentParser

/// How `waymark check` writes what it found.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
    /// SARIF 2.1.0, one log for all packs.
    case sarif
    /// Commands that GitHub's workflows show beside the lines.
    case github
}
