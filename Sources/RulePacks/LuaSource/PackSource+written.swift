extension PackSource {
    /// Every rule file, then every module by name, as trees. Files that this parser cannot read are left out; loading says why.
    package var writtenFiles: [WrittenFile] {
        (ruleFiles + modules.keys.sorted().compactMap { modules[$0] }).compactMap { try? WrittenFile($0) }
    }
}
