import DecisionStore
import Decisions
import Governance
import HTTPTypes
import Notation
import RulePacks

/// The drafts, what is in each, and how one is begun.
enum DraftPages {
    private static let new = "new"

    // MARK: All of them

    static func list(_ site: Site, _ visit: Visit) throws -> Answer { try list(site, visit, problems: []) }

    private static func list(_ site: Site, _ visit: Visit, problems: [Problem]) throws -> Answer {
        let words = visit.words
        let drafts = try site.drafts.names().map { name -> HTML in "<li><a href=\"\(path(name))\">\(name)</a></li>\n" }
        let options = try sources(site, visit)
        let listed: HTML = drafts.isEmpty ? "<p>\(words[.draftsNone])</p>" : "<ul class=\"cards\">\n\(drafts)</ul>"
        return .html(
            Layout.page(
                words[.drafts], visit, problems: problems,
                """
                <p>\(words[.draftsLead])</p>
                \(listed)
                <h2>\(words[.draftBegin])</h2>
                <p>\(words[.draftFromHint])</p>
                <form class="narrow" method="post" action="/drafts" novalidate>
                \(Forms.token(visit))
                \(Forms.choice("from", words[.draftFrom], options, chosen: visit.form["from"], problems: problems))
                \(Forms.field("name", words[.draftName], value: visit.form["name"], hint: words[.draftNameHint], problems: problems, isRequired: false))
                <button>\(words[.draftBegin])</button>
                </form>
                """), status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// What a draft can be begun from: first what is in force and lies in the folder of packs too, since it has its tests there.
    private static func sources(_ site: Site, _ visit: Visit) throws -> [(value: String, text: String)] {
        let words = visit.words
        let shelf = try site.options.packs.map { try PackShelf($0).names() } ?? []
        let book = try site.book(visit.people, visit.today)
        let inForce = book.standings.filter { $0.state == .inForce }.compactMap { $0.approval?.pack.id }
        let standings = book.standings.reversed().compactMap { standing -> (value: String, text: String)? in
            guard let approval = standing.approval, standing.state != .altered, standing.examination.source != nil else { return nil }
            return ("store:\(standing.examination.digest)", words(.draftFromStore, ["pack": PackPages.name(approval)]))
        }
        return (shelf.filter(inForce.contains) + shelf.filter { !inForce.contains($0) }).map { ("folder:\($0)", words(.draftFromFolder, ["pack": $0])) } + standings + [(new, words[.draftFromNew])]
    }

    static func begin(_ site: Site, _ visit: Visit) throws -> Answer {
        let from = visit.form["from"]
        let name: String
        if from == new {
            name = visit.form["name"]
            guard DraftNames.isPack(name) else { return try list(site, visit, problems: [Problem("name", visit.words[.draftNameMissing])]) }
            try site.drafts.beginNew(name, from: visit.today)
        } else {
            let draft = try draft(from, site, visit)
            name = draft.name
            try site.drafts.begin(draft)
        }
        site.notice(visit.words(.draftBegun, ["pack": name]), visit)
        return .see(path(name))
    }

    private static func draft(_ from: String, _ site: Site, _ visit: Visit) throws -> Draft {
        if let packs = site.options.packs, from.hasPrefix("folder:") { return try PackShelf(packs).draft(String(from.dropFirst("folder:".count))) }
        guard from.hasPrefix("store:sha256:") else { throw Missing() }
        let examination = try site.examination(String(from.dropFirst("store:sha256:".count)), try site.book(visit.people, visit.today))
        guard examination.alterations.isEmpty, let source = examination.source else { throw Missing() }
        return Draft(name: source.files.id, files: source.files.files)
    }

    // MARK: One of them

    static func path(_ draft: String) -> String { "/drafts/\(draft)" }

    /// A slash within a part of an address is refused by some servers that stand in front of this one.
    static func path(_ file: String, of draft: String) -> String { "\(path(draft))/files/\(percentEncoded(file.replacing("/", with: "~")))" }

    /// The file that an address of ``path(_:of:)`` names.
    static func file(_ visit: Visit) -> String { visit["file"].replacing("~", with: "/") }

    static func show(_ site: Site, _ visit: Visit) throws -> Answer { try show(site, visit, problems: []) }

    private static func show(_ site: Site, _ visit: Visit, problems: [Problem]) throws -> Answer {
        let words = visit.words
        let draft = try site.drafts.draft(visit["draft"])
        return .html(
            Layout.page(
                words(.draftOf, ["pack": draft.name]), visit, problems: problems,
                """
                \(files(draft, current: nil, words))
                <details\(problems.isEmpty ? .empty : " open")>
                <summary>\(words[.draftAddFile])</summary>
                <form method="post" action="\(path(draft.name))" novalidate>
                \(Forms.token(visit))
                \(Forms.field("file", words[.draftFileName], value: visit.form["file"], hint: words[.draftFileNameHint], problems: problems))
                <button>\(words[.draftAddFile])</button>
                </form>
                </details>
                \(next(draft, site, visit))
                """), status: problems.isEmpty ? .ok : .unprocessableContent)
    }

    /// The files by their folders, the pack's own first.
    /// - Parameter current: the path of the one that is shown.
    static func files(_ draft: Draft, current: String?, _ words: Words) -> HTML {
        let folders = Dictionary(grouping: draft.files.keys) { String($0.prefix { $0 != "/" }) }
        let ordered = folders.keys.sorted { ($0 != draft.name ? 1 : 0, $0) < ($1 != draft.name ? 1 : 0, $1) }
        return HTML(ordered.map { folder in
            let items = (folders[folder] ?? []).sorted().map { file -> HTML in
                let mark: HTML = file == current ? " aria-current=\"page\"" : .empty
                return "<li><a href=\"\(path(file, of: draft.name))\"\(mark)>\(String(file.dropFirst(folder.count + 1)))</a></li>"
            }
            let title = folder == draft.name ? words[.draftFiles] : words(.draftFilesOther, ["folder": folder])
            return "<nav class=\"files\" aria-label=\"\(title)\"><p>\(title)</p><ul>\(items)</ul></nav>\n"
        })
    }

    /// What its author does with it: nothing of that is done here.
    static func next(_ draft: Draft, _ site: Site, _ visit: Visit) -> HTML {
        let (words, folder) = (visit.words, site.drafts.path(of: draft.name))
        return """
            <h2>\(words[.draftNext])</h2>
            <p>\(words[.draftNextLead])</p>
            <pre tabindex="0"><code>\("waymark test \(folder) --coverage --mutate\nwaymark board submit \(folder) --cohort cohort.ndjson --by \(visit.who) --key \(visit.who).key --store \(site.store.folder)")</code></pre>
            """
    }

    static func addFile(_ site: Site, _ visit: Visit) throws -> Answer {
        let draft = try site.drafts.draft(visit["draft"])
        let file = "\(draft.name)/\(visit.form["file"])"
        guard DraftNames.isFile(file), draft.files[file] == nil else { return try show(site, visit, problems: [Problem("file", visit.words[.draftFileNameWrong])]) }
        _ = try site.drafts.save([], to: file, of: draft.name, replacing: nil)
        return .see(path(file, of: draft.name))
    }
}
