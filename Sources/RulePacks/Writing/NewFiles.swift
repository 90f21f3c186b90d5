import Glibc
package import Notation

/// Files and folders that are made one after the other, and can all be taken away again.
package struct NewFiles {
    /// One that could not be made.
    package struct Failure: Error, Sendable {
        /// In one sentence: what, which and why.
        package let message: String

        init(_ doing: String, _ path: String) { message = systemFailure(doing, path) }
    }

    private var made: [String] = []

    package init() {}

    /// Makes a folder; one that is there already stays.
    package mutating func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o777) == 0 { made.append(path) } else if errno != EEXIST { throw Failure("make the folder", path) }
    }

    /// Counts a folder that is there as one to be taken away.
    package mutating func add(_ path: String) { made.append(path) }

    /// Writes a file that must not be there yet into a folder, with the folder that its name gives.
    package mutating func write(_ text: String, to name: String, in folder: String) throws(Failure) {
        if let slash = name.lastIndex(of: "/") { try makeFolder("\(folder)/\(name[..<slash])") }
        let file = "\(folder)/\(name)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure("write", file) }
        made.append(file)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = Failure("write", file)
                close(descriptor)
                throw failure
            }
            rest = rest.dropFirst(count)
        }
        guard close(descriptor) == 0 else { throw Failure("write", file) }
    }

    /// Takes away what was made, and leaves a folder in which something else stands by now.
    package func remove() {
        for path in made.reversed() where unlink(path) != 0 { rmdir(path) }
    }
}
