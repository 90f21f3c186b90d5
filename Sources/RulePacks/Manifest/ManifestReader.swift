import Decisions
import FieldDefinitions
import LuaRuntime
import Notation

/// Checks the table that `pack.lua` returns, key by key.
struct ManifestReader {
    static let keys = [
        "waymark", "id", "title", "version", "owner", "purpose", "lawful_basis", "valid", "extends", "uses", "files", "reads",
        "protected", "parameters", "max_age", "limits",
    ]

    let root: DeclaredTable
    let folder: String
    /// The host's limits, which a pack may only lower.
    let limits: LuaLimits

    /// nil where something is wrong; the findings say what.
    func read() -> Manifest? {
        let before = root.findings.errorCount
        root.allowOnly(ManifestReader.keys)
        if let contract = root.whole("waymark", required: true), contract != 1 {
            root.report(
                .wrongValue, "`waymark = \(contract)` is a version of the contract that this program does not know",
                at: [.name("waymark")], hint: "write `waymark = 1`")
        }
        let id = identity()
        let title = root.text("title", required: true)
        let version = semanticVersion()
        let owner = owner()
        let purpose = root.text("purpose", required: true)
        let basis = root.text("lawful_basis", required: true)
        let valid = validity()
        let extends = root.text("extends")
        if let extends, !ManifestReader.isID(extends) || extends == id {
            root.report(.wrongValue, "`extends` wants the name of another pack's folder, not `\(extends)`", at: [.name("extends")])
        }
        let uses = modules()
        let files = fileNames()
        let reads = root.child("reads", required: true).map { list in
            list.allowOnly([], items: true)
            return list.texts()
        }
        let protected = justifications()
        let parameters = root.child("parameters").map { ParameterReader(table: $0).read() } ?? []
        let maxAge = ages()
        let limits = packLimits()
        guard root.findings.errorCount == before, let id, let title, let version, let owner,
            let purpose, let basis, let valid, let files, let reads
        else { return nil }
        return Manifest(
            id: id, title: title, version: version, owner: owner, purpose: purpose, lawfulBasis: basis, valid: valid,
            extends: extends, uses: uses, files: files, reads: reads, protected: protected, parameters: parameters,
            maxAge: maxAge, limits: limits)
    }

    static func isID(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    private func identity() -> String? {
        guard let id = root.text("id", required: true) else { return nil }
        if !ManifestReader.isID(id) {
            root.report(.wrongValue, "the id `\(id)` may hold only small letters, digits and `-`", at: [.name("id")])
        } else if id != folder {
            root.report(
                .wrongValue, "the id `\(id)` is not the name of the pack's folder, `\(folder)`", at: [.name("id")],
                hint: "rename one of them")
        }
        return id
    }

    private func semanticVersion() -> String? {
        guard let version = root.text("version", required: true) else { return nil }
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber: (Substring) -> Bool = { part in
            !part.isEmpty && part.count < 10 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } && (part == "0" || part.first != "0")
        }
        if parts.count != 3 || !parts.allSatisfy(isNumber) {
            root.report(
                .wrongValue, "the version `\(version)` is not three numbers", at: [.name("version")], hint: "write it as in `1.2.0`")
        }
        return version
    }

    private func owner() -> Manifest.Owner? {
        guard let table = root.child("owner", required: true) else { return nil }
        table.allowOnly(["borough", "contact"])
        let found = (table.text("borough", required: true), table.text("contact", required: true))
        guard let borough = found.0, let contact = found.1 else { return nil }
        return Manifest.Owner(borough: borough, contact: contact)
    }

    private func validity() -> Manifest.Validity? {
        guard let table = root.child("valid", required: true) else { return nil }
        table.allowOnly(["from", "review_by", "until_"])
        func day(_ key: String) -> Day? {
            guard let text = table.text(key, required: true) else { return nil }
            guard let day = Day(iso: text) else {
                table.report(.wrongValue, "`\(text)` is not a date", at: [.name(key)], hint: "write it as in `2026-12-01`")
                return nil
            }
            return day
        }
        let found = (day("from"), day("review_by"), day("until_"))
        guard let from = found.0, let review = found.1, let until = found.2 else { return nil }
        if review < from || until < review {
            table.report(.wrongValue, "`from`, `review_by` and `until_` are not in order", at: [.name("review_by")])
        }
        return Manifest.Validity(from: from, reviewBy: review, until: until)
    }

    private func modules() -> [String] {
        guard let list = root.child("uses") else { return [] }
        list.allowOnly([], items: true)
        let names = list.texts()
        for (index, name) in names.enumerated() where !ManifestReader.isModule(name) {
            list.report(
                .wrongValue, "`\(name)` is not a module's name", at: [.index(index + 1)], hint: "write it as in `common.rag`")
        }
        return names
    }

    /// `common.rag` is the file `common/rag.lua` beside the pack's folder.
    static func isModule(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count >= 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
                    }
            }
    }

    private func fileNames() -> [String]? {
        guard let list = root.child("files", required: true) else { return nil }
        list.allowOnly([], items: true)
        let names = list.texts()
        var seen: Set<String> = []
        for (index, name) in names.enumerated() {
            if !name.hasSuffix(".lua") || name == "pack.lua" || name == "fields.lua" {
                list.report(
                    .wrongValue, "`\(name)` is not a rule file", at: [.index(index + 1)],
                    hint: "rule files end in `.lua`; `pack.lua` and `fields.lua` are read by themselves")
            } else if !ManifestReader.isPlainPath(name) {
                list.report(
                    .wrongValue, "`\(name)` is not a plain file name", at: [.index(index + 1)],
                    hint: "write it as it stands in the pack's folder, without control characters")
            }
            if !seen.insert(name).inserted {
                list.report(.duplicateName, "`\(name)` stands in `files` twice", at: [.index(index + 1)])
            }
        }
        return names
    }

    /// Only one spelling for each file, and none that means another file to the operating system or another line to Lua.
    private static func isPlainPath(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0 != "." }
    }

    private func justifications() -> [String: String] {
        guard let table = root.child("protected") else { return [:] }
        table.allowOnly(table.table.named.map(\.name))
        var reasons: [String: String] = [:]
        for (field, _) in table.table.named { reasons[field] = table.text(field) }
        return reasons
    }

    private func ages() -> [String: Span] {
        guard let table = root.child("max_age") else { return [:] }
        table.allowOnly(table.table.named.map(\.name))
        var ages: [String: Span] = [:]
        for (field, _) in table.table.named {
            guard let words = table.text(field) else { continue }
            guard let span = Span(words: words) else {
                table.report(.wrongValue, "`\(words)` is not a length of time", at: [.name(field)], hint: "write it as in `12 months`")
                continue
            }
            ages[field] = span
        }
        return ages
    }

    private func packLimits() -> PackLimits {
        guard let table = root.child("limits") else { return PackLimits() }
        table.allowOnly(["instructions", "memory_mib"])
        func limit(_ key: String, host: Int) -> Int? {
            guard let value = table.whole(key) else { return nil }
            if value < 1 || value > host {
                table.report(
                    .limit, "`\(key) = \(value)` is not from 1 to \(host): a pack may only lower the host's limit", at: [.name(key)])
            }
            return value
        }
        return PackLimits(
            instructions: limit("instructions", host: limits.instructions),
            memoryMiB: limit("memory_mib", host: limits.memory >> 20))
    }
}
