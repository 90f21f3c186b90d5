import Foundation
import Governance
import TestSupport
import Testing

@Suite("the package")
struct PackagingTests {
    /// The lines of a file in `packaging` that set a key, with what they set it to.
    private static func values(_ key: String, in file: String) throws -> [String] {
        try projectLines("packaging/" + file).filter { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
    }

    private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: Project.folder + "/packaging")) ?? []).sorted()
    static let units = files.filter { $0.hasSuffix(".service") || $0.hasSuffix(".timer") }

    @Test("starts verbs that the program has")
    func verbs() throws {
        #expect(PackagingTests.units == ["waymark-failed@.service", "waymark-run.service", "waymark-run.timer"])
        let starts = try PackagingTests.values("ExecStart", in: "waymark-run.service").map { DocumentationPage.words($0) }
        #expect(starts.map(\.first) == ["/usr/bin/waymark"])
        for words in starts {
            let help = try WaymarkBinary.run(["help"] + words.dropFirst().prefix { !$0.hasPrefix("-") }, in: "/")
            #expect(help.status == 0 && help.out.contains("USAGE: waymark \(words[1])"), "\(words)")
        }
        #expect(try fileText(Project.folder + "/scripts/deb.sh").contains("$root/usr/bin/waymark"))
    }

    @Test("names one folder for the store everywhere")
    func folder() throws {
        let store = try #require(try PackagingTests.values("Environment", in: "waymark-run.service").first { $0.hasPrefix("WAYMARK_STORE=") }).dropFirst(14)
        #expect(try PackagingTests.values("ReadWritePaths", in: "waymark-run.service") == [String(store)])
        #expect(try PackagingTests.values("WorkingDirectory", in: "waymark-run.service") == [String(store)])
        for key in ["ReadOnlyPaths", "ConditionPathExists"] { #expect(try PackagingTests.values(key, in: "waymark-run.service") == ["\(store)/\(People.fileName)"]) }
        #expect(try PackagingTests.values("InaccessiblePaths", in: "waymark-failed@.service") == [String(store)])
        let postinst = try fileText(Project.folder + "/packaging/postinst")
        #expect(postinst.contains("install -d -o waymark -g waymark -m 0700 \(store)\n"))
        for unit in PackagingTests.units where unit.hasSuffix(".service") {
            let user = try #require(try PackagingTests.values("User", in: unit).first)
            #expect(postinst.contains("useradd --system") && postinst.contains(" \(user)\n"))
            #expect(try PackagingTests.values("UMask", in: unit) == ["0077"])
        }
    }

    @Test("keeps the settings that somebody changed, and ends with what is told of a failure")
    func failure() throws {
        let told = try #require(try PackagingTests.values("ExecStart", in: "waymark-failed@.service").first).split(separator: " ")
        #expect(try projectLines("packaging/conffiles") == [String(told[0])])
        #expect(PackagingTests.files.contains(String(told[0].split(separator: "/").last ?? "")))
        #expect(try PackagingTests.values("OnFailure", in: "waymark-run.service") == ["waymark-failed@%n.service"])
        #expect(try PackagingTests.values("OnCalendar", in: "waymark-run.timer") == ["*-*-* 02:30:00"])
        #expect(try PackagingTests.values("Persistent", in: "waymark-run.timer") == ["true"])
    }

    @Test("fills in every place of its forms", arguments: ["control", "changelog"])
    func forms(file: String) throws {
        let script = try fileText(Project.folder + "/scripts/deb.sh")
        for place in try fileText(Project.folder + "/packaging/" + file).matches(of: /@[A-Z]+@/) { #expect(script.contains("s|\(place.output)|")) }
    }

    @Test("has a page of every verb, made of what the program says")
    func manual() throws {
        let page = try WaymarkBinary.shell("sh '\(Project.folder)/scripts/man.sh' \"$WAYMARK\" 2026-11-21", in: "/")
        #expect(page.status == 0 && page.err.isEmpty, "\(page.err)")
        for verb in HelpTests.verbs { #expect(page.out.contains("\n.B \(verb[0])\n")) }
        #expect(!page.out.contains("\\fB\n") && page.out.hasPrefix(".TH WAYMARK 1 \"2026-11-21\" \"waymark "))
    }
}
