import Foundation
import TestSupport
import Testing

@Suite("a disk that fills up while a result is written")
struct FullDiskTests {
    private func cohort(_ place: BadPlace) throws {
        try place.write("cohort.ndjson", (0..<2000).map { Person.json("N-\($0)") + "\n" }.joined())
    }

    /// Mounting needs rights that a container may not have.
    static let canMount: Bool = {
        guard let place = try? BadPlace() else { return false }
        return (try? place.shell("mkdir disk && unshare -m sh -c 'mount -t tmpfs -o size=64k none disk'").status) == 0
    }()

    @Test(
        "leaves no half of it and no temporary file, and an older result as it was",
        .enabled(if: canMount, "a small disk cannot be mounted here"), arguments: [[], ["--jobs", "4"]])
    func smallDisk(more: [String]) throws {
        let place = try BadPlace()
        try cohort(place)
        let result = try place.shell(
            "mkdir disk; unshare -m sh -c 'mount -t tmpfs -o size=64k none disk; echo older > disk/older; "
                + "\"$WAYMARK\" evaluate rules/small cohort.ndjson \(more.joined(separator: " ")) -o disk/new; echo $?; "
                + "\"$WAYMARK\" evaluate rules/small cohort.ndjson -o disk/older 2>/dev/null; echo $?; ls -A disk; cat disk/older'")
        #expect(result.out == "2\n2\nolder\nolder\n")
        #expect(result.err == "waymark: cannot write `disk/new`: no space left on device\n")
    }

    @Test(
        "and whose limit is a signal, ends with 2 and not by it",
        .disabled(if: Sanitizer.isThread, "ThreadSanitizer has a file of its own, which the limit cuts"), arguments: ["", "trap '' XFSZ; "])
    func fileLimit(trap: String) throws {
        let place = try BadPlace()
        try cohort(place)
        let result = try place.shell("\(trap)ulimit -f 64; \"$WAYMARK\" evaluate rules/small cohort.ndjson -o out")
        #expect(result.status == 2)
        #expect(result.err == "waymark: cannot write `out`: file too large\n")
        #expect(place.files == ["cohort.ndjson"])
    }

    @Test("says so for the rejects, too, and keeps no records that go without them")
    func rejects() throws {
        let place = try BadPlace()
        try place.write("cohort.ndjson", Person.json("A") + "\nno JSON\n" + Person.json("B"))
        let result = try place.shell("\"$WAYMARK\" evaluate rules/small cohort.ndjson -o out --rejects /dev/full")
        #expect(result.status == 2)
        #expect(result.err.contains("`/dev/full`"))
        #expect(place.files == ["cohort.ndjson"])
    }

    @Test("is a pipe that closes: the program ends with 2 and says so")
    func closedPipe() throws {
        let place = try BadPlace()
        try cohort(place)
        let result = try place.shell("{ \"$WAYMARK\" evaluate rules/small cohort.ndjson 2>said; echo $? >status; } | head -c 100 | wc -c; while [ ! -s status ]; do sleep 0.05; done; cat status said")
        #expect(result.out.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == ["100", "2", "waymark: cannot write `standard output`: broken pipe"])
    }
}
