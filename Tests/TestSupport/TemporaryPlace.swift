package import Foundation

/// A folder for one test, gone with it.
package final class TemporaryPlace: Sendable {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "waymark-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the folders on the way to it.
    @discardableResult
    package func file(_ name: String, _ data: Data) throws -> URL {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }

    package func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
}
