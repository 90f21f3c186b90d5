import Governance
import RulePacks

/// Packs in a folder that the server was given, from which drafts can be begun with their tests.
struct PackShelf: Sendable {
    private let path: String
    private static let mostBytes = 4 << 20

    init(_ path: String) { self.path = path }

    /// Folders that hold a pack, in order.
    /// - Throws: `GovernanceError` where the folder cannot be opened.
    func names() throws(GovernanceError) -> [String] {
        let shelf = try SafeFolder(path, label: "the folder of packs")
        return shelf.names.filter { entry in
            entry.isFolder && DraftNames.isPack(entry.name) && shelf.folder(entry.name)?.names.contains { !$0.isFolder && $0.name == "pack.lua" } == true
        }.map(\.name)
    }

    /// A pack with all that stands in its folder, and what it extends and uses as far as it loads.
    /// - Throws: `Missing`; `GovernanceError` where a file cannot be read.
    func draft(_ name: String) throws -> Draft {
        guard DraftNames.isPack(name), let folder = try SafeFolder(path, label: "the folder of packs").folder(name) else { throw Missing() }
        var draft = Draft(name: name, files: (try? PackSource.load("\(path)/\(name)").pack.files.files) ?? [:])
        func add(_ folder: SafeFolder, _ prefix: String) throws {
            for (file, isFolder) in folder.names {
                if isFolder {
                    if prefix.split(separator: "/").count < 3, let inner = folder.folder(file) { try add(inner, prefix + file + "/") }
                } else if DraftNames.isFile(prefix + file), let bytes = try folder.read(file, most: PackShelf.mostBytes) {
                    draft.files[prefix + file] = bytes
                }
            }
        }
        try add(folder, name + "/")
        return draft
    }
}
