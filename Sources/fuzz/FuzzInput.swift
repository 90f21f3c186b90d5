import Glibc

/// One piece of input: files, by their paths in a folder of their own.
struct FuzzInput: Equatable {
    struct File: Equatable {
        var name: String
        var bytes: [UInt8]
    }

    var files: [File] = []

    init(_ files: [File]) { self.files = files }

    init(_ name: String, _ bytes: [UInt8]) { files = [File(name: name, bytes: bytes)] }

    /// The bytes of a file; none where there is no such file.
    subscript(_ name: String) -> [UInt8] { files.first { $0.name == name }?.bytes ?? [] }

    var byteCount: Int { files.reduce(0) { $0 + $1.bytes.count } }

    /// Reads what ``write(to:)`` has written.
    init(folder: String) throws(FuzzFailure) {
        for line in try FuzzFiles.read(folder + "/files").split(separator: 0x0A) {
            let name = String(decoding: line, as: UTF8.self)
            files.append(File(name: name, bytes: try FuzzFiles.read(folder + "/" + name)))
        }
    }

    /// Writes the files, and a list of them in their order.
    func write(to folder: String) throws(FuzzFailure) {
        mkdir(folder, 0o755)
        for file in files {
            var path = folder
            for part in file.name.split(separator: "/").dropLast() {
                path += "/" + part
                mkdir(path, 0o755)
            }
            try FuzzFiles.write(folder + "/" + file.name, file.bytes)
        }
        try FuzzFiles.write(folder + "/files", Array(files.map { $0.name + "\n" }.joined().utf8))
    }
}

/// The fuzzer itself cannot go on.
struct FuzzFailure: Error, CustomStringConvertible {
    let description: String
}
