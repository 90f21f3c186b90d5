extension SiteFiles {
    /// What the analyst's editor is made of: Debian's CodeMirror, and what ties it to the catalogue and to the answers of this site.
    /// Without CodeMirror the script works on the plain box of text.
    static let editor: [SiteFile] = codeMirror + [SiteFile("editor", .js, PackageResources.editor_js)]

    private static let codeMirror: [SiteFile] = {
        let folder = "/usr/share/javascript/codemirror"
        guard let core = SiteFile("codemirror", .js, installedAt: "\(folder)/lib/codemirror.js") else { return [] }
        let parts: [(String, SiteFile.Kind, String)] = [
            ("codemirror", .css, "lib/codemirror"), ("lua", .js, "mode/lua/lua"), ("show-hint", .js, "addon/hint/show-hint"), ("show-hint", .css, "addon/hint/show-hint"),
            ("lint", .js, "addon/lint/lint"), ("matchbrackets", .js, "addon/edit/matchbrackets"), ("closebrackets", .js, "addon/edit/closebrackets"),
            ("dialog", .js, "addon/dialog/dialog"), ("dialog", .css, "addon/dialog/dialog"), ("searchcursor", .js, "addon/search/searchcursor"), ("search", .js, "addon/search/search"),
        ]
        return [core] + parts.compactMap { name, kind, path in SiteFile(name, kind, installedAt: "\(folder)/\(path).\(kind.rawValue)") }
    }()
}
