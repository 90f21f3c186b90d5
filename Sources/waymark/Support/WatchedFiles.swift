import Glibc

/// The files that tests of some packs depend on, as they stand now: those of the packs, and the baselines and modules beside
/// them. Two are equal where no file has come, gone or changed.
struct WatchedFiles: Equatable {
    private struct Stamp: Equatable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
    }

    private var stamps: [String: Stamp] = [:]

    /// Folders inside one another are followed this far.
    private static let deepest = 4

    init(_ packs: [String]) {
        for pack in packs { add(folder: pack + "/..", depth: 0) }
    }

    private mutating func add(folder: String, depth: Int) {
        guard depth <= WatchedFiles.deepest, let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasPrefix(".") { continue }
            let path = folder + "/" + name
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                add(folder: path, depth: depth + 1)
            } else if name.hasSuffix(".lua") || name.hasSuffix(".csv") {
                stamps[path] = Stamp(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size))
            }
        }
    }
}
