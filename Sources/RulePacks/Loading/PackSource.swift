import Crypto
package import Decisions
package import FieldDefinitions
package import LuaRuntime
package import Notation

/// A pack as it lies on disk, with its baseline packs and modules: read and checked, but none of its rules run yet.
package struct PackSource: Sendable {
    /// The pack's folder, as the user gave it.
    package let path: String
    /// The pack's own `pack.lua`.
    package let manifestFile: SourceFile
    /// The pack's own manifest; what comes of the baselines is merged in the properties below.
    package let manifest: Manifest
    /// The baselines it extends, the nearest first.
    package let baselines: [Manifest]
    /// Rule files in the order in which they load: the baseline's first.
    package internal(set) var ruleFiles: [SourceFile]
    /// Modules by name, for `require`.
    package internal(set) var modules: [String: SourceFile]
    /// The standard fields and those of the pack's boroughs.
    package let catalogue: FieldCatalogue
    /// Paths that rules may read, with `reads` of the baselines.
    package let reads: [String]
    package let protected: [String: String]
    package internal(set) var parameters: [Parameter]
    package internal(set) var maxAge: [String: Span]
    package let limits: PackLimits
    /// `sha256:…` over every file that the pack loads, with its name and length.
    package let digest: String
    /// What the host allows every pack.
    package var hostLimits = LuaLimits()
    /// Everything that the pack was loaded from.
    package internal(set) var files = PackFiles(id: "", files: [:])

    package var identity: PackIdentity { PackIdentity(id: manifest.id, version: manifest.version, digest: digest) }
    /// Rule files in the pack's own folder, without those of baselines.
    package var ownRuleFiles: [SourceFile] { manifest.files.compactMap { name in ruleFiles.first { $0.name == name } } }
    package var uses: [String] { modules.keys.sorted() }

    /// The host's limits, lowered by the pack's.
    var luaLimits: LuaLimits {
        var host = hostLimits
        if let instructions = limits.instructions { host.instructions = min(host.instructions, instructions) }
        if let mib = limits.memoryMiB { host.memory = min(host.memory, mib << 20) }
        return host
    }
}

/// A pack that does not load, and everything that was found wrong with it.
package struct PackError: Error, Sendable {
    package let findings: [Finding]
}

extension PackSource {
    /// Reads the pack in a folder.
    /// - Parameter replacements: what to read instead of files of the pack's own folder, by their names.
    /// - Returns: the pack, and findings that are not errors.
    /// - Throws: `PackError` with every error found.
    package static func load(_ path: String, replacing replacements: [String: [UInt8]] = [:]) throws(PackError) -> (pack: PackSource, findings: [Finding]) {
        let findings = FindingList()
        var reader = PackSourceReader(findings: findings, replacements: replacements)
        guard let pack = reader.read(path), !findings.hasErrors else { throw PackError(findings: findings.all) }
        return (pack, findings.all)
    }

    /// What stands in a file of a pack's folder; nil where there is none that a pack could load.
    package static func bytes(of file: String, inFolder path: String) -> [UInt8]? {
        try? PackFolder(path).read(file, label: file)
    }

    /// The digest of files: for each, in order, its name, its length and its bytes.
    static func digest(of files: [(name: String, bytes: [UInt8])]) -> String {
        var hash = SHA256()
        for file in files {
            hash.update(data: Array("\(file.name)\n\(file.bytes.count)\n".utf8))
            hash.update(data: file.bytes)
        }
        return hexDigest(hash.finalize())
    }

    /// `sha256:…` of one piece of input.
    package static func digest(of bytes: UnsafeRawBufferPointer) -> String {
        var hash = SHA256()
        hash.update(bufferPointer: bytes)
        return hexDigest(hash.finalize())
    }

    private static func hexDigest(_ digest: SHA256.Digest) -> String { "sha256:" + hexadecimal(digest) }
}
