package import Decisions

/// The files of a pack with those of its baselines and modules, without their folders: enough to load the same pack again.
package struct PackFiles: Sendable, Hashable {
    /// The name of the pack's own folder.
    package var id: String
    /// What stands in each file, by its path from the folder that holds the packs: `stoke-on-trent/pack.lua`, `common/rag.lua`.
    package var files: [String: [UInt8]]

    package init(id: String, files: [String: [UInt8]]) {
        self.id = id
        self.files = files
    }
}

extension PackSource {
    /// Reads a pack that was kept without its folder.
    /// - Throws: `PackError` with every error found.
    package static func load(_ files: PackFiles) throws(PackError) -> PackSource { try read(files).pack }

    /// The same, with findings that are not errors.
    /// - Throws: `PackError` with every error found.
    package static func read(_ files: PackFiles) throws(PackError) -> (pack: PackSource, findings: [Finding]) {
        let findings = FindingList()
        var reader = PackSourceReader(findings: findings, kept: files)
        guard let pack = reader.read(files.id), !findings.hasErrors else { throw PackError(findings: findings.all) }
        return (pack, findings.all)
    }
}
