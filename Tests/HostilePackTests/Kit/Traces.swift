import Foundation

/// Files that attacks try to make, by the name that all of them use.
enum Traces {
    static let name = "waymark-was-here"

    static var found: [String] {
        ["/tmp", NSTemporaryDirectory(), FileManager.default.currentDirectoryPath, NSHomeDirectory()].flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasPrefix(name) }.map { "\(folder)/\($0)" }
        }
    }
}
