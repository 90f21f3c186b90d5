package import Decisions
package import Notation

/// Copies of a pack with something changed, for what-ifs. A copy keeps the pack's digest and is nothing that could be in force.
extension PackSource {
    /// With other values of parameters, whatever their bounds. Names that the pack does not have change nothing.
    package func setting(_ values: [String: Parameter.Value]) -> PackSource {
        var copy = self
        for place in copy.parameters.indices {
            if let value = values[copy.parameters[place].name] { copy.parameters[place].value = value }
        }
        return copy
    }

    /// With another length of time after which a field counts as missing; nil for none.
    package func setting(maxAge: Span?, of path: String) -> PackSource {
        var copy = self
        copy.maxAge[path] = maxAge
        return copy
    }

    /// With another text of one rule file or module, known by the name that messages give it.
    /// - Throws: a finding where the text is not one that a pack may have.
    package func replacing(_ file: String, with bytes: [UInt8]) throws(Finding) -> PackSource {
        let changed = try SourceFile(name: file, bytes: bytes)
        var copy = self
        if let place = copy.ruleFiles.firstIndex(where: { $0.name == file }) { copy.ruleFiles[place] = changed }
        for (name, module) in copy.modules where module.name == file { copy.modules[name] = changed }
        return copy
    }
}
