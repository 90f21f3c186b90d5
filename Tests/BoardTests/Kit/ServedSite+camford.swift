import Foundation
import TestSupport

extension ServedSite.Workshop {
    static var today: String {
        let parts = Calendar(identifier: .gregorian).dateComponents(in: TimeZone(identifier: "UTC") ?? .current, from: Date())
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    /// The pack that `waymark new` writes, and sixty people who live where it is for.
    func layOutCamford() throws {
        try run("new", "camford", "--valid-from", ServedSite.Workshop.today)
        try run("cohort", "synth", "--count", "60", "--seed", "5", "--as-of", ServedSite.Workshop.today, "-o", "cohort.ndjson")
        try move("cohort.ndjson", to: "Camford")
    }

    func submit() throws {
        try run("board", "submit", "rules/camford", "--cohort", "cohort.ndjson", "--skip-mutation", "--store", "store", "--by", "j.ofori", "--key", "j.ofori.key", "--passphrase-file", "passphrase.txt")
    }

    func approve() throws {
        for id in ["a.khan", "b.ash", "c.day"] {
            try run("board", "approve", "camford", "--store", "store", "--by", id, "--key", "\(id).key", "--passphrase-file", "passphrase.txt")
        }
    }

    func importCohort() throws { try run("cohort", "import", "cohort.ndjson", "--by", "j.ofori", "--why", "a test", "--store", "store") }

    /// A pack in force, a night's run of it, and the next version before the board.
    func layOutEverything() throws {
        try layOutCamford()
        try submit()
        try approve()
        try importCohort()
        try run("run", "--store", "store")
        let manifest = "\(folder)/rules/camford/pack.lua"
        try fileText(manifest).replacing("version = \"0.1.0\"", with: "version = \"0.2.0\"").write(toFile: manifest, atomically: true, encoding: .utf8)
        try submit()
    }
}

extension ServedSite {
    func importCohort() throws { try Workshop(folder: place.path).importCohort() }
}
