import Governance
import Notation
import RulePackTesting
import RulePacks

/// The drafts in a store's folder, as ordinary files: `drafts/camford/camford/pack.lua`. Each stands in a folder of its own together
/// with the packs that it extends and the modules that it uses, so that `waymark check` and the others find everything beside it.
final class Drafts: Sendable {
    static let folderName = "drafts"
    /// What the loader takes of a file, and of all of them together; and more than any pack has.
    static let mostBytes = SourceFile.longestSource
    private static let mostTogether = 4 << 20
    private static let mostFiles = 400
    private static let mostDrafts = 200

    private let store: String
    /// One writes at a time, between looking at what is there and replacing it.
    private let writing = Locked<Void>(())

    init(store: String) { self.store = store }

    /// How somebody at the command line names it, from the folder that holds the store's.
    func path(of draft: String) -> String { "\(store)/\(Drafts.folderName)/\(draft)/\(draft)" }

    private func root(makes: Bool = false) throws(GovernanceError) -> SafeFolder? {
        let store = try SafeFolder(store, label: "the store's folder")
        return makes ? try store.makeFolder(Drafts.folderName) : store.folder(Drafts.folderName)
    }

    /// In order.
    func names() throws(GovernanceError) -> [String] { try root()?.names.filter { $0.isFolder && DraftNames.isPack($0.name) }.map(\.name) ?? [] }

    /// Reads a draft as it is now. What is called otherwise than files of drafts are called is left out.
    /// - Throws: `Missing`; `GovernanceError` where it cannot be read or is too large.
    func draft(_ name: String) throws -> Draft {
        guard DraftNames.isPack(name), let folder = try root()?.folder(name) else { throw Missing() }
        var draft = Draft(name: name, files: [:])
        var bytes = 0
        func read(_ folder: SafeFolder, _ prefix: String, _ depth: Int) throws {
            for (name, isFolder) in folder.names {
                let path = prefix + name
                if isFolder {
                    if depth < 4, let inner = folder.folder(name) { try read(inner, path + "/", depth + 1) }
                } else if DraftNames.isFile(path), let text = try folder.read(name, most: Drafts.mostTogether) {
                    bytes += text.count
                    draft.files[path] = text
                    guard bytes <= Drafts.mostTogether, draft.files.count <= Drafts.mostFiles else {
                        throw GovernanceError("the draft `\(draft.name)` is too large: it may have \(Drafts.mostFiles) files and \(Drafts.mostTogether >> 20) MiB")
                    }
                }
            }
        }
        try read(folder, "", 0)
        return draft
    }

    enum Saved: Sendable {
        case done
        /// Somebody else has saved it since: what stands there now.
        case conflict([UInt8])
    }

    /// Replaces what stands in a file, or adds one.
    /// - Parameter mark: of the text that it is to replace; nil for a file that is not there yet.
    /// - Throws: `Missing`; `GovernanceError` where it cannot be written or is too large.
    func save(_ text: [UInt8], to file: String, of name: String, replacing mark: String?) throws -> Saved {
        guard DraftNames.isPack(name), DraftNames.isFile(file), let draft = try root()?.folder(name) else { throw Missing() }
        guard text.count <= Drafts.mostBytes else { throw GovernanceError("`\(file)` would be larger than \(Drafts.mostBytes >> 10) KiB: split it") }
        return try writing.withLock { _ in
            var folder = draft
            let pieces = file.split(separator: "/").map(String.init)
            for piece in pieces.dropLast() { folder = try folder.makeFolder(piece) }
            let last = pieces[pieces.count - 1]
            let now = try folder.read(last, most: Drafts.mostTogether)
            if let now, Draft.mark(now) != mark { return .conflict(now) }
            if now == nil, try self.draft(name).files.count >= Drafts.mostFiles {
                throw GovernanceError("the draft `\(name)` has \(Drafts.mostFiles) files already: take one out first")
            }
            try folder.write(text, to: last)
            return .done
        }
    }

    /// Begins a draft from files.
    /// - Throws: `GovernanceError` where there is one of that name already, or it cannot be written.
    func begin(_ draft: Draft) throws {
        try begin(draft.name) { folder in
            for (path, bytes) in draft.files.sorted(by: { $0.key < $1.key }) where DraftNames.isFile(path) {
                let pieces = path.split(separator: "/").map(String.init)
                var inner = folder
                for piece in pieces.dropLast() { inner = try inner.makeFolder(piece) }
                try inner.write(bytes, to: pieces[pieces.count - 1])
            }
        }
    }

    /// Begins a draft of a pack that `waymark new` would write.
    func beginNew(_ name: String, from day: Day) throws {
        try begin(name) { _ in
            do throws(NewPackError) {
                _ = try NewPack(name, in: "\(store)/\(Drafts.folderName)/\(name)", extending: nil, from: day).write()
            } catch {
                throw GovernanceError(error.message)
            }
        }
    }

    private func begin(_ name: String, _ fill: (SafeFolder) throws -> Void) throws {
        guard DraftNames.isPack(name) else { throw GovernanceError("`\(name)` cannot be a pack's name, which is up to 40 small letters and digits, with single `-` between them") }
        try writing.withLock { _ in
            guard let root = try root(makes: true) else { throw Missing() }
            guard root.names.count < Drafts.mostDrafts else { throw GovernanceError("there are \(Drafts.mostDrafts) drafts already: take the folder of one away first") }
            if root.folder(name) != nil { throw GovernanceError("there is a draft `\(name)` already: go on with that one, or take its folder away first") }
            try fill(try root.makeFolder(name, isNew: true))
        }
    }
}
