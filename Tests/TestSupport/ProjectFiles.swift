import Foundation

/// The project's own folder, found from where this file stands.
package let projectFolder: String = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The lines of a file of the project.
package func projectLines(_ path: String) throws -> [String] {
    try fileText(projectFolder + "/" + path).split(separator: "\n").map(String.init)
}

package func fileText(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

/// The packs that come with Waymark, in the order of their names.
package let shippedPackNames: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: projectFolder + "/rules")) ?? [])
    .filter { FileManager.default.fileExists(atPath: "\(projectFolder)/rules/\($0)/pack.lua") }.sorted()

/// Their folders, such as `rules/staffordshire`.
package let shippedPacks = shippedPackNames.map { "rules/" + $0 }

/// The example of a pack with fields of its own.
package let examplePack = "examples/ecins/rules/ecins"
