import Decisions
import RulePacks

/// Where findings stand, for programs that open files by their paths and count letters rather than bytes.
struct FindingPlaces {
    /// The pack's folder as the user gave it.
    let pack: String
    private var texts: [String: [[UInt8]]] = [:]

    init(pack: String) { self.pack = pack }

    /// The path of a file that a finding names, from where the command was started: `rules/camford/score.lua`.
    func path(of file: String) -> String {
        isInPack(file) ? FindingPlaces.plain("\(pack)/\(file)") : FindingPlaces.plain("\(pack)/../\(file)")
    }

    /// A line of a file, counted from 1, without its end; nil where there is none.
    mutating func line(_ line: Int, of file: String) -> [UInt8]? {
        let lines = texts[file] ?? read(file).split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        texts[file] = lines
        return lines.indices.contains(line - 1) ? lines[line - 1] : nil
    }

    /// The finding's column in letters (Unicode code points), counted from 1; nil where the finding has none.
    mutating func column(of finding: Finding) -> Int? {
        guard let file = finding.file, let line = finding.line, let column = finding.column else { return nil }
        guard let bytes = self.line(line, of: file) else { return column }
        return String(decoding: bytes.prefix(column - 1), as: UTF8.self).unicodeScalars.count + 1
    }

    /// Baselines and modules are named by the folder beside the pack that holds them.
    private func isInPack(_ file: String) -> Bool { !file.contains("/") || PackSource.bytes(of: file, inFolder: pack) != nil }

    private func read(_ file: String) -> [UInt8] {
        if isInPack(file) { return PackSource.bytes(of: file, inFolder: pack) ?? [] }
        let pieces = file.split(separator: "/", maxSplits: 1).map(String.init)
        return PackSource.bytes(of: pieces[1], inFolder: "\(pack)/../\(pieces[0])") ?? []
    }

    /// The path without `.` and, as far as it can be told without looking, without `..`.
    static func plain(_ path: String) -> String {
        var pieces: [Substring] = []
        for piece in path.split(separator: "/") where piece != "." {
            if piece == "..", let last = pieces.last, last != ".." { pieces.removeLast() } else { pieces.append(piece) }
        }
        return (path.hasPrefix("/") ? "/" : "") + pieces.joined(separator: "/")
    }
}
