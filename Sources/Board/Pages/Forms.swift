/// Pieces of forms.
enum Forms {
    /// What shows that a form comes from a page of this session.
    static func token(_ visit: Visit) -> HTML { "<input type=\"hidden\" name=\"token\" value=\"\(visit.token)\">" }

    enum Kind {
        case line, secret, lines, file
    }

    /// A field with its label above it, and what is wrong with it between them.
    /// - Parameters:
    ///   - completes: the browser's name for what belongs there, which may fill it in.
    ///   - id: by which the page knows it, where another form of it has a field of the same name.
    static func field(
        _ name: String, _ label: String, _ kind: Kind = .line, value: String = "", hint: String? = nil, problems: [Problem] = [], completes: String = "off",
        isRequired: Bool = true, id: String? = nil
    ) -> HTML {
        let id = id ?? name
        let problem = problems.first { $0.field == id }
        let described = (hint == nil ? [] : ["\(id)-hint"]) + (problem == nil ? [] : ["\(id)-problem"])
        var attributes: HTML = "id=\"\(id)\" name=\"\(name)\""
        if !described.isEmpty { attributes += " aria-describedby=\"\(described.joined(separator: " "))\"" }
        if problem != nil { attributes += " aria-invalid=\"true\"" }
        if isRequired { attributes += " required" }
        let box: HTML =
            switch kind {
            case .line: "<input type=\"text\" \(attributes) value=\"\(value)\" autocomplete=\"\(completes)\" autocapitalize=\"none\" spellcheck=\"false\">"
            case .secret: "<input type=\"password\" \(attributes) autocomplete=\"\(completes)\">"
            case .lines: "<textarea \(attributes) rows=\"4\">\n\(value)</textarea>"
            case .file: "<input type=\"file\" \(attributes)>"
            }
        return """
            <div class="field">
            <label for="\(id)">\(label)</label>
            \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" } ?? .empty)\(problem.map { "<p class=\"problem\" id=\"\(id)-problem\">\($0.shown)</p>" } ?? .empty)
            \(box)
            </div>

            """
    }

    static func tick(_ name: String, _ label: String, problems: [Problem] = []) -> HTML {
        let problem = problems.first { $0.field == name }
        return """
            <div class="field tick">
            \(problem.map { "<p class=\"problem\" id=\"\(name)-problem\">\($0.shown)</p>" } ?? .empty)
            <input type="checkbox" id="\(name)" name="\(name)" value="yes" required\(problem == nil ? .empty : " aria-describedby=\"\(name)-problem\" aria-invalid=\"true\"")>
            <label for="\(name)">\(label)</label>
            </div>

            """
    }

    static func choice(_ name: String, _ label: String, _ options: [(value: String, text: String)], chosen: String, hint: String? = nil, problems: [Problem] = [], id: String? = nil) -> HTML {
        let id = id ?? name
        let problem = problems.first { $0.field == id }
        let described = (hint == nil ? [] : ["\(id)-hint"]) + (problem == nil ? [] : ["\(id)-problem"])
        let said: HTML = problem.map { "<p class=\"problem\" id=\"\(id)-problem\">\($0.shown)</p>" } ?? .empty
        var attributes: HTML = described.isEmpty ? .empty : " aria-describedby=\"\(described.joined(separator: " "))\""
        if problem != nil { attributes += " aria-invalid=\"true\"" }
        let items = options.map { option -> HTML in "<option value=\"\(option.value)\"\(option.value == chosen ? " selected" : .empty)>\(option.text)</option>" }
        return """
            <div class="field">
            <label for="\(id)">\(label)</label>
            \(hint.map { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" } ?? .empty)\(said)
            <select id="\(id)" name="\(name)"\(attributes)>\(items)</select>
            </div>

            """
    }
}
