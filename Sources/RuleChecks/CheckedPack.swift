import Cohorts
package import Decisions
package import Notation
package import RulePacks

/// What checking one pack came to, whether it loads or not.
package struct CheckedPack: Sendable {
    /// As the user gave it.
    package let path: String
    /// nil where the pack cannot be read.
    package private(set) var source: PackSource?
    /// By file, line, column and code.
    package private(set) var findings: [Finding]

    /// - Parameter replaced: what to take instead of what stands in files of the pack's own, by the file's name.
    package init(_ path: String, asOf: Day, replacing replaced: [String: [UInt8]] = [:]) {
        self.init(path, asOf: asOf) { () throws(PackError) in try PackSource.load(path, replacing: replaced) }
    }

    /// The same for a pack without a folder.
    package init(_ files: PackFiles, asOf: Day) {
        self.init(files.id, asOf: asOf) { () throws(PackError) in try PackSource.read(files) }
    }

    private init(_ path: String, asOf: Day, _ load: () throws(PackError) -> (pack: PackSource, findings: [Finding])) {
        self.path = path
        var found: [Finding] = []
        do throws(PackError) {
            let (pack, findings) = try load()
            source = pack
            found = findings
            found += PackCheck.findings(of: try RuleProgram(pack, layout: RowLayout(pack.catalogue), asOf: asOf))
        } catch {
            found += error.findings
        }
        findings = PackCheck.sorted(found)
    }

    package func count(_ severity: Finding.Severity) -> Int { findings.count { $0.severity == severity } }

    /// Whether a file that findings name is the pack's own, and neither a baseline's nor a module.
    func owns(_ file: String) -> Bool {
        guard let source else { return !file.contains("/") }
        return source.owns(file)
    }
}

extension PackSource {
    func owns(_ file: String) -> Bool {
        if file == "pack.lua" || file == "fields.lua" { return true }
        return manifest.files.contains(file) && !baselines.contains { file.hasPrefix($0.id + "/") } && !modules.values.contains { $0.name == file }
    }
}
