import Foundation
import TestSupport

/// The built program serving a store of its own.
final class ServedSite: Sendable {
    let place: TemporaryPlace
    private let process: Process
    /// `http://127.0.0.1:41234`
    let origin: String

    /// - Parameter prepare: lays out the store's folder `store`, with the examples' people and keys in the working folder beside it.
    init(_ prepare: (ServedSite.Workshop) throws -> Void = { _ in }) async throws {
        place = try TemporaryPlace()
        let workshop = Workshop(folder: place.path)
        try workshop.layOut()
        try prepare(workshop)
        process = Process()
        process.executableURL = WaymarkBinary.program
        process.arguments = ["serve", "--store", "store", "--port", "0"] + (FileManager.default.fileExists(atPath: place.path + "/rules") ? ["--packs", "rules"] : [])
        process.currentDirectoryURL = URL(fileURLWithPath: place.path)
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)) }
        }
        guard let begin = said.firstRange(of: "http://") else {
            process.terminate()
            throw Browser.Failure(description: "the program does not serve: \(said)")
        }
        origin = String(said[begin.lowerBound...].prefix { !$0.isWhitespace }.dropLast())
    }

    func stop() { process.terminate() }

    func run(_ arguments: String...) throws -> WaymarkBinary.Result { try Workshop(folder: place.path).run(arguments) }

    /// Where a store is made ready.
    struct Workshop {
        let folder: String
        fileprivate func layOut() throws {
            let files = FileManager.default
            try files.createDirectory(atPath: "\(folder)/store", withIntermediateDirectories: true)
            try SitePlace.people().write(toFile: "\(folder)/store/waymark.lua", atomically: true, encoding: .utf8)
            for name in ["j.ofori.key", "a.khan.key", "b.ash.key", "c.day.key", "r.bell.key", "passphrase.txt"] {
                try files.copyItem(atPath: "\(projectFolder)/examples/board/\(name)", toPath: "\(folder)/\(name)")
                try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/\(name)")
            }
            try SitePlace.write(try SitePlace.users(try SitePlace.passphrase()), to: "\(folder)/store")
        }

        /// Everybody in a cohort file lives in one borough.
        func move(_ file: String, to borough: String) throws {
            let text = try fileText("\(folder)/\(file)")
            try text.replacing(/"borough":"[^"]*"/, with: "\"borough\":\"\(borough)\"").write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
        }

        @discardableResult
        func run(_ arguments: String...) throws -> WaymarkBinary.Result { try run(arguments) }

        @discardableResult
        fileprivate func run(_ arguments: [String]) throws -> WaymarkBinary.Result {
            let result = try WaymarkBinary.run(arguments, in: folder)
            guard result.status == 0 else { throw Browser.Failure(description: "`waymark \(arguments.joined(separator: " "))` ended with \(result.status): \(result.err)") }
            return result
        }
    }
}
