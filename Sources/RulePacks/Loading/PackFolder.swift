package import Decisions
import Glibc
import Notation

/// Reads files of a pack's folder, and nothing outside it.
package struct PackFolder {
    /// As the user gave it.
    package let path: String
    /// With links followed, to tell what lies inside.
    private let real: String
    private let replacements: [String: [UInt8]]
    /// The files of all folders by path where they are not on the disk; else nil.
    private let kept: [String: [UInt8]]?

    /// A folder of files that were kept without one.
    /// - Parameter path: of which the last part names the folder.
    /// - Throws: a finding where none of the files is in that folder.
    init(_ path: String, in files: PackFiles) throws(Finding) {
        let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
        guard files.files.keys.contains(where: { $0.hasPrefix(name + "/") }) else {
            throw Finding(.unreadableFile, "there is no folder `\(name)` among the files that were kept of the pack")
        }
        self.path = name
        real = "/" + name
        replacements = [:]
        kept = files.files
    }

    /// - Throws: a finding where there is no such folder.
    package init(_ path: String, replacements: [String: [UInt8]] = [:]) throws(Finding) {
        guard let real = PackFolder.realPath(path) else {
            if let reason = PackFolder.reason(errno) { throw Finding(.unreadableFile, "the folder `\(path)` cannot be opened: \(reason)") }
            throw Finding(.unreadableFile, "there is no folder `\(path)`", hint: "give the path of a pack's folder, such as `rules/staffordshire`")
        }
        var status = stat()
        guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Finding(.unreadableFile, "`\(path)` is not a folder", hint: "give the folder that holds `pack.lua`")
        }
        self.path = path
        self.real = real
        self.replacements = replacements
        kept = nil
    }

    var name: String { String(real[real.index(after: real.lastIndex(of: "/") ?? real.startIndex)...]) }
    /// The folder that holds this one.
    var parent: String { String(real[..<(real.lastIndex(of: "/") ?? real.startIndex)]) }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// What keeps a path from being followed, for a message; nil where there is just nothing at its end.
    private static func reason(_ code: Int32) -> String? {
        code == ENOENT || code == ENOTDIR ? nil : systemReason(code)
    }

    /// Whether the folder has something of that name, be it a link to nowhere.
    func contains(_ file: String) -> Bool {
        if let kept { return kept[name + "/" + file] != nil }
        var status = stat()
        return lstat(real + "/" + file, &status) == 0
    }

    /// The bytes of a file in the folder.
    /// - Parameters:
    ///   - label: how messages name it.
    ///   - limit: the most bytes that it may have.
    /// - Throws: a finding where it is missing, too large, not a file, or outside the folder.
    package func read(_ file: String, label: String, limit: Int = SourceFile.longestSource) throws(Finding) -> [UInt8] {
        if let replacement = replacements[file] { return replacement }
        if let kept {
            guard let bytes = kept[name + "/" + file] else {
                throw Finding(.unreadableFile, "there is no file `\(file)` in the pack", file: label, hint: "add it, or take it out of the manifest")
            }
            return bytes
        }
        guard let full = PackFolder.realPath(real + "/" + file) else {
            if let reason = PackFolder.reason(errno) {
                throw Finding(.unreadableFile, "`\(file)` cannot be opened: \(reason)", file: label)
            }
            throw Finding(.unreadableFile, "there is no file `\(file)` in the pack", file: label, hint: "add it, or take it out of the manifest")
        }
        guard full.hasPrefix(real + "/") else {
            throw Finding(.outsidePack, "`\(file)` lies outside the pack's folder", file: label, hint: "a pack holds all of its own files")
        }
        let descriptor = open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw Finding(.unreadableFile, "`\(file)` cannot be opened: \(PackFolder.reason(errno) ?? "it is gone")", file: label)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Finding(.unreadableFile, "`\(file)` is not a file", file: label)
        }
        guard status.st_size <= limit else {
            throw Finding(.unreadableFile, "`\(file)` is larger than \(limit >> 10) KiB", file: label, hint: "split it")
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            filled += count
        }
        guard filled == bytes.count else {
            throw Finding(.unreadableFile, "`\(file)` cannot be read to its end", file: label)
        }
        return bytes
    }
}
