/// What a draft, its folders and its files may be called: letters and digits that mean nothing to a file system, a shell or a page.
enum DraftNames {
    private static let longest = 40

    /// `stoke-on-trent`, as packs are called.
    static func isPack(_ name: some StringProtocol) -> Bool {
        name.utf8.count <= longest && !name.isEmpty
            && name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { isSmall($0) || isDigit($0) } }
    }

    /// `stoke-on-trent/tests/gangs.lua`: a pack's folder, folders in it, and a file of Lua, CSV or Markdown.
    static func isFile(_ path: String) -> Bool {
        let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
        guard (2...4).contains(pieces.count), isPack(pieces[0]), let file = pieces.last else { return false }
        let name = file.split(separator: ".", omittingEmptySubsequences: false)
        return name.count == 2 && ["lua", "csv", "md"].contains(name[1]) && isPiece(name[0]) && pieces[1..<(pieces.count - 1)].allSatisfy(isPiece)
    }

    private static func isPiece(_ name: Substring) -> Bool {
        (1...longest).contains(name.utf8.count) && name.utf8.allSatisfy { isSmall($0) || isDigit($0) || (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x2D }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
