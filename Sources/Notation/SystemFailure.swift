import Glibc

/// The operating system's reason, as the end of a sentence: `no such file or directory`.
package func systemReason(_ code: Int32) -> String {
    let reason = String(cString: strerror(code))
    return reason.prefix(1).lowercased() + reason.dropFirst()
}

/// What could not be done, to what, and why: "cannot open `a.csv`: permission denied".
package func systemFailure(_ doing: String, _ path: String, code: Int32 = errno) -> String {
    "cannot \(doing) `\(path)`: \(systemReason(code))"
}
