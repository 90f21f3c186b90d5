import DecisionStore
import RulePacks

/// A pack that somebody works on, with what it extends and the modules that it uses beside it: one state of its files.
struct Draft: Sendable {
    /// That of the pack, and of its folder.
    let name: String
    /// What stands in each file, by its path: `camford/pack.lua`, `common/rag.lua`.
    var files: [String: [UInt8]]

    /// What a pack is loaded from.
    var pack: PackFiles { PackFiles(id: name, files: files.filter { $0.key.hasSuffix(".lua") }) }

    /// The pack's own tests, by their names in its folder.
    var tests: [String: [UInt8]] {
        let prefix = "\(name)/"
        return Dictionary(uniqueKeysWithValues: files.filter { $0.key.hasPrefix(prefix + "tests/") }.map { (String($0.key.dropFirst(prefix.count)), $0.value) })
    }

    /// The path of a file that a finding names as analysts know it: `scores.lua` is the pack's own.
    func path(of file: String) -> String { files[file] == nil ? "\(name)/\(file)" : file }

    /// By which it can be told that a text is another one.
    static func mark(_ text: [UInt8]) -> String { String(sha256(text).dropFirst("sha256:".count).prefix(32)) }

    /// With the line ends that packs have: browsers send others.
    static func lines(_ text: String) -> [UInt8] { Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8) }
}
