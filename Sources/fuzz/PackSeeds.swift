/// Packs to start from: those of the project, and those of the pack reference, which declare one of everything.
struct PackSeeds {
    /// Each pack's own files first, its manifest before them; then those of what it may extend and use.
    let packs: [[FuzzInput.File]]
    let mutation: Mutation

    private static let pieces = [
        "{", "}", "(", ")", "[[", "]]", "\"", "'", ",", ";", "=", "..", "...", "--", "--[[", "nil", "true", "0", "-1", "0.5", "0/0", "1/0", "function", "end",
        "return", "local", "while true do end", "for i = 1, 1e9 do end", "goto x", "::x::", "return nil", "error()", "error({})", "error(nil)",
        "local t = {} t.t = t return t", "string.rep(\"x\", 1e9)", "string.rep(\"{\", 1e5)", "(\"x\"):rep(1e9)", "setmetatable({}, {})", "print(_G)",
        "pcall(error)", "select(\"#\")", "table.concat({})", "require \"common.rag\"", "selection {}", "criteria \"x\" {}", "matrix \"x\" {}",
        "decision_table \"x\" {}", "allocation {}", "deselection {}", "tasking {}", "group \"x\" {}", "classification \"x\" {}", "title = \"\",",
        "when = true,", "points = 1e308,", "max = -1,", "from = 0/0,", "extends = \"staffordshire\",", "files = {},", "reads = { \"offences\" },",
        "[1] = 1,", "[0.5] = 1,", "[true] = 1,", "[{}] = 1,", "months(1e9)", "days(-1)", "years(2^53)", "date(\"2026-02-30\")", "filter {}", "<const>", "<close>",
        "\\0", "\\u{7FFFFFFF}", "\\xZZ", String(repeating: "{", count: 300), String(repeating: "(", count: 300), String(repeating: "x", count: 3000),
        String(repeating: "not ", count: 500), String(repeating: "a.", count: 400), String(repeating: "[1]=", count: 300),
    ]

    init(project: String) throws(FuzzFailure) {
        var files: [FuzzInput.File] = []
        for name in try FuzzFiles.luaFiles(in: project + "/rules") {
            files.append(FuzzInput.File(name: name, bytes: try FuzzFiles.read(project + "/rules/" + name)))
        }
        let page = String(decoding: try FuzzFiles.read(project + "/docs/pack-reference.md"), as: UTF8.self)
        for block in page.split(separator: "```lua file=rules/").dropFirst() {
            guard let heading = block.firstIndex(of: "\n"), let end = block.range(of: "\n```") else { continue }
            let name = String(block[..<heading])
            files.removeAll { $0.name == name }
            files.append(FuzzInput.File(name: name, bytes: Array(block[heading..<end].dropFirst().utf8)))
        }
        let folders = Set(files.filter { $0.name.hasSuffix("/pack.lua") }.map { $0.name.dropLast("/pack.lua".count) }).sorted()
        packs = folders.map { folder in
            let own = files.filter { $0.name.hasPrefix(folder + "/") }.sorted { Self.order($0.name) < Self.order($1.name) }
            return own + files.filter { !$0.name.hasPrefix(folder + "/") }
        }
        guard !packs.isEmpty else { throw FuzzFailure(description: "there are no packs in `\(project)/rules`") }
        mutation = Mutation(pieces: PackSeeds.pieces, others: files.map(\.bytes))
    }

    private static func order(_ name: String) -> String { (name.hasSuffix("/pack.lua") ? "0" : "1") + name }
}

extension Substring {
    /// Where a text first begins, up to which all stays.
    fileprivate func range(of text: String) -> Index? {
        indices.first { self[$0...].hasPrefix(text) }
    }
}
