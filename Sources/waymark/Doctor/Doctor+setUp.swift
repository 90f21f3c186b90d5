import ArgumentParser
import DecisionStore
import Glibc
import Notation

extension Doctor {
    mutating func checkSetUp() {
        check("program") { _ in "waymark \(Waymark.configuration.version)" }
        check("lua") { found in
            // The library tells what it is by a text that it carries, and the headers only what it was built against.
            guard let symbol = dlsym(nil, "lua_ident") else { throw Stop(.fault, "the Lua library does not say what version it is") }
            let words = String(cString: symbol.assumingMemoryBound(to: CChar.self)).split(separator: " ")
            let version = words.firstIndex(of: "Lua").flatMap { $0 + 1 < words.count ? String(words[$0 + 1]) : nil } ?? "of no known version"
            if !version.hasPrefix("5.4.") { found.wrong("the Lua library is \(version), and packs are written for 5.4", mend: "install the package `liblua5.4-0`") }
            else if version.compare(numbers: "5.4.4") < 0 {
                found.wrong("the Lua library is \(version), which has flaws that later ones mend", mend: "install 5.4.4 or later")
            }
            return "Lua \(version)"
        }
        check("sqlite") { found in
            let version = try Store.sqliteVersion()
            if version.compare(numbers: "3.37.0") < 0 { found.wrong("SQLite is \(version), which cannot hold a store", mend: "install 3.37 or later") }
            return "SQLite \(version)"
        }
        checkTimer()
    }

    /// Nothing where there is no systemd, or another program starts the services.
    private mutating func checkTimer() {
        guard let units = SystemdUnits(["waymark-run.timer", "waymark-run.service"]) else { return }
        check("timer") { found in
            let timer = units["waymark-run.timer"], service = units["waymark-run.service"]
            if timer["LoadState"] != "loaded" {
                found.note("the timer for the run each night is not installed", mend: "on a server, install the package: docs/operations.md")
                return ""
            }
            if timer["UnitFileState"] != "enabled" || timer["ActiveState"] != "active" {
                found.wrong("the timer for the run each night is installed, and not active", mend: "`systemctl enable --now waymark-run.timer`")
            }
            if service["ActiveState"] == "failed" { found.wrong("the last run failed", mend: Doctor.journal) }
            return "the timer for the run each night is active"
        }
    }

    private static let journal = "`journalctl -u waymark-run` says why; `systemctl start waymark-run` does it again"
}

extension String {
    /// Compares versions of numbers with dots between them: negative where this one is the lower.
    fileprivate func compare(numbers other: String) -> Int {
        let (a, b) = (split(separator: ".").map { Int($0) ?? 0 }, other.split(separator: ".").map { Int($0) ?? 0 })
        return a.lexicographicallyPrecedes(b) ? -1 : a == b ? 0 : 1
    }
}
