import Foundation
import TestSupport
import Testing

@Suite("a pack of bad files")
struct PackFileTests {
    /// Shell that spoils the pack in `rules/bad`, and what is said of it.
    static let cases: [(make: String, place: String, words: String)] = [
        ("rm rules.lua; mkfifo rules.lua", "pack.lua:5:13", "`rules.lua` is not a file"),
        ("rm pack.lua; mkfifo pack.lua", "pack.lua", "`pack.lua` is not a file"),
        ("mkfifo fields.lua", "fields.lua", "`fields.lua` is not a file"),
        ("ln -sf /dev/zero rules.lua", "pack.lua:5:13", "lies outside the pack's folder"),
        ("ln -sf /dev/stdin pack.lua", "pack.lua", "`pack.lua`"),
        ("rm rules.lua; mkdir rules.lua", "pack.lua:5:13", "`rules.lua` is not a file"),
        ("rm pack.lua; mkdir pack.lua", "pack.lua", "`pack.lua` is not a file"),
        ("rm pack.lua", "pack.lua", "there is no file `pack.lua`"),
        ("ln -sf ../small/rules.lua rules.lua", "pack.lua:5:13", "lies outside the pack's folder"),
        ("ln -sf ../small/pack.lua pack.lua", "pack.lua", "lies outside the pack's folder"),
        ("rm rules.lua; ln -s rules.lua rules.lua", "pack.lua:5:13", "`rules.lua` cannot be opened: too many levels of symbolic links"),
        ("rm pack.lua; ln -s pack.lua pack.lua", "pack.lua", "`pack.lua` cannot be opened: too many levels of symbolic links"),
        ("ln -s nowhere fields.lua", "fields.lua", "there is no file `fields.lua`"),
        ("ln -s ../small sub; sed -i 's#\"rules.lua\"#\"sub/rules.lua\"#' pack.lua", "pack.lua:5:13", "lies outside the pack's folder"),
        ("head -c 3000 /dev/urandom | tr '\\033' x | cat - /dev/null > pack.lua; printf '\\377' >> pack.lua", "pack.lua", "the file is not UTF-8 text"),
        ("printf '\\033Lua\\124\\0' > rules.lua", "rules.lua", "the file is compiled Lua"),
        ("printf 'return {}\\0' > pack.lua", "pack.lua:1:10", "control character"),
        ("printf '\\357\\273\\277' | cat - rules.lua > r; mv r rules.lua", "rules.lua:1:1", "byte order mark"),
        ("(echo 'return {'; yes '  title = \"x\",' | head -c 10000000; echo '}') > pack.lua", "pack.lua", "larger than 64 KiB"),
        ("truncate -s 5G rules.lua", "pack.lua:5:13", "larger than 64 KiB"),
        (": > pack.lua", "pack.lua", "the manifest gives nothing, not a table"),
        ("(printf 'return '; head -c 60000 /dev/zero | tr '\\0' '{') > pack.lua", "pack.lua", "error WM002"),
        ("(printf 'local x = '; head -c 60000 /dev/zero | tr '\\0' '(') > rules.lua", "rules.lua", "error WM002"),
        ("echo 'local t = {} t.title = t return t' > pack.lua", "pack.lua", "contains itself"),
        ("echo 'while true do end' > pack.lua", "pack.lua:1", "longer"),
        ("echo 'return { title = (\"x\"):rep(1e9) }' > pack.lua", "pack.lua", "error WM0"),
        ("echo 'local t = {} for i = 1, 1e6 do t[\"k\" .. i] = {} end return t' > pack.lua", "pack.lua", "error WM0"),
        ("sed -i 's#\"rules.lua\"#\"rules.lua\\\\0x.lua\"#' pack.lua", "pack.lua:5:13", "is not a plain file name"),
        ("sed -i 's#\"rules.lua\"#\"ru\\\\nles.lua\"#' pack.lua", "pack.lua:5:13", "is not a plain file name"),
        ("sed -i 's#\"rules.lua\"#\"rules.lua\", \"./rules.lua\"#' pack.lua", "pack.lua:5:26", "is not a plain file name"),
    ]

    @Test("does not load, hangs nowhere, and the finding says which file and why", arguments: cases.indices)
    func findings(index: Int) throws {
        let (make, at, words) = PackFileTests.cases[index]
        let place = try BadPlace()
        try place.pack("bad")
        #expect(try place.shell("cd rules/bad && \(make)").status == 0)
        let result = try place.shell("timeout 30 \"$WAYMARK\" check rules/bad < /dev/null")
        #expect(result.status == 1)
        let said = result.out.replacing("\n    ", with: " ")
        #expect(said.hasPrefix(at + ":"), "\(said.prefix(500))")
        #expect(said.contains(words), "\(said.prefix(500))")
        #expect(said.contains("error WM0"))
        #expect(result.out.utf8.count < 2000)
        #expect(result.err.isEmpty)
    }

    static let folders: [(make: String, path: String, words: String)] = [
        ("ln -s loop rules/loop", "rules/loop", "too many levels of symbolic links"), ("true", "rules/nothing", "there is no folder `rules/nothing`"),
        ("true", "rules/small/pack.lua", "is not a folder"), ("mkfifo rules/pipe", "rules/pipe", "is not a folder"), ("true", "/dev/null", "is not a folder"),
        ("mkdir rules/empty", "rules/empty", "there is no file `pack.lua`"), ("true", "", "there is no folder ``"),
    ]

    @Test("and a folder that is none are told apart", arguments: folders)
    func folder(make: String, path: String, words: String) throws {
        let place = try BadPlace()
        #expect(try place.shell(make).status == 0)
        let result = try place.shell("timeout 30 \"$WAYMARK\" check '\(path)'")
        #expect(result.status == 1)
        #expect(result.out.replacing("\n    ", with: " ").contains(words), "\(result.out)")
    }

    static let closed: [(file: String, said: String)] = [
        ("rules/bad", "pack.lua: error WM001: `pack.lua` cannot be opened: permission denied"),
        ("rules/bad/pack.lua", "pack.lua: error WM001: `pack.lua` cannot be opened: permission denied"),
        ("rules/bad/rules.lua", "pack.lua:5:13: error WM001: `rules.lua` cannot be opened: permission denied"),
        ("rules", "error WM001: the folder `rules/bad` cannot be opened: permission denied"),
    ]

    @Test("without permission says so", .enabled(if: Nobody.canRun, Nobody.why), arguments: closed)
    func permission(file: String, said: String) throws {
        let place = try BadPlace()
        try place.pack("bad")
        let result = try place.shell("chmod 000 \(file); \(Nobody.runs)\"$WAYMARK\" check rules/bad; s=$?; chmod 755 \(file); exit $s")
        #expect(result.status == 1)
        #expect(result.out.replacing("\n    ", with: " ").hasPrefix(said), "\(result.out)")
    }

    @Test("10,000 of them load as far as the manifest can name them, and one that is missing is found among them")
    func many() throws {
        let place = try BadPlace()
        func named(_ count: Int) -> String { (1...count).map { "\"\($0).lua\"," }.joined() }
        try place.pack("many", files: named(6000))
        #expect(try place.shell("cd rules/many; for i in $(seq 10000); do echo \"local x = $i\" > $i.lua; done; mv rules.lua 5000.lua").status == 0)
        try place.write("cohort.ndjson", Person.json("A"))
        let whole = try place.shell("timeout 60 \"$WAYMARK\" evaluate rules/many cohort.ndjson")
        #expect(whole.status == 0, "\(whole.err)")
        #expect(whole.out.contains("\"action\":\"select\""))
        let broken = try place.shell("mv rules/many/5555.lua away; timeout 60 \"$WAYMARK\" check rules/many; mv away rules/many/5555.lua")
        #expect(broken.out.contains("there is no file `5555.lua`"), "\(broken.out.prefix(500))")
        #expect(broken.out.contains("many: 1 error"), "\(broken.out.prefix(500))")
        try place.write("rules/many/pack.lua", BadPlace.manifest("many", files: named(10_000)))
        let tooMany = try place.run("check", "rules/many")
        #expect(tooMany.status == 1)
        #expect(tooMany.out.contains("`pack.lua` is larger than 64 KiB"), "\(tooMany.out.prefix(500))")
    }

    @Test("saved with CRLF is a pack like any other")
    func lineEnds() throws {
        let place = try BadPlace()
        #expect(try place.shell("sed -i 's/$/\\r/' rules/small/*.lua; \"$WAYMARK\" check rules/small").out == "small 1.0.0: nothing found\n")
    }
}
