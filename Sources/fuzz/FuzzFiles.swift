import Foundation
import Glibc

/// Files as the fuzzer needs them: small, and in folders of its own.
enum FuzzFiles {
    static func read(_ path: String) throws(FuzzFailure) -> [UInt8] {
        guard let file = fopen(path, "r") else { throw failure("open", path) }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    static func write(_ path: String, _ bytes: [UInt8]) throws(FuzzFailure) {
        guard let file = fopen(path, "w") else { throw failure("write", path) }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw failure("write", path) }
    }

    /// A new folder; the caller removes it.
    static func scratch() throws(FuzzFailure) -> String {
        var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/waymark-fuzz-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw failure("make", "a temporary folder") }
        return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    /// Removes a folder with all that is in it.
    static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }

    /// Lua files at any depth below a folder, by their paths in it.
    static func luaFiles(in folder: String) throws(FuzzFailure) -> [String] {
        guard let entries = opendir(folder) else { throw failure("open", folder) }
        defer { closedir(entries) }
        var files: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name.hasPrefix(".") { continue }
            if name.hasSuffix(".lua") { files.append(name) }
            if entry.pointee.d_type == UInt8(DT_DIR) { files += try luaFiles(in: folder + "/" + name).map { name + "/" + $0 } }
        }
        return files.sorted()
    }

    private static func failure(_ doing: String, _ path: String) -> FuzzFailure {
        FuzzFailure(description: "cannot \(doing) `\(path)`: \(String(cString: strerror(errno)).lowercased())")
    }
}
