import TestSupport
import Testing

/// Whether Python has a module; `$PYTHON` says which Python is asked, and without it `python3`.
enum PythonModule {
    static func isThere(_ name: String) -> Bool {
        (try? TemporaryPlace()).flatMap { place in
            try? WaymarkBinary.shell("${PYTHON:-python3} -c 'import \(name)'", in: place.path, input: "").status == 0
        } ?? false
    }
}
