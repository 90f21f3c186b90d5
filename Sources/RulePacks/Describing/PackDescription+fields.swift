import FieldDefinitions
import Notation

extension PackDescription {
    func describeFields(_ page: inout MarkdownText) {
        page.heading(2, "What is read of a person's record")
        page.paragraph("The rules can read these fields and no others. Each protected or sensitive field says why it is read.")
        page.table(["Field", "Name", "Care", "Why it is read", "Oldest that counts"], shownPaths.map(row))
        let own = pack.catalogue.field(at: "local")?.type.parts ?? []
        if !own.isEmpty {
            let names = own.map { "\(MarkdownText.plain($0.title)) (\(MarkdownText.code("local.\($0.name)")))" }
            page.paragraph("The borough's own fields: \(names.joined(separator: ", ")).")
        }
    }

    /// What `reads` lists, each followed by those of its parts that have a reason or an age of their own.
    private var shownPaths: [String] {
        let further = Set(pack.protected.keys).union(pack.maxAge.keys).subtracting(pack.reads)
        return pack.reads.flatMap { path in [path] + further.filter { $0.hasPrefix(path + ".") }.sorted() }
    }

    private func row(_ path: String) -> [String] {
        let field = pack.catalogue.field(at: path)
        let title = field?.title ?? path
        let care = pack.catalogue.sensitivity(at: path) ?? .ordinary
        let reasons = FieldAccess.lineage(path).compactMap { pack.protected[$0] }
        return [
            MarkdownText.plain(title.prefix(1).uppercased() + title.dropFirst()), MarkdownText.code(path),
            care == .ordinary ? "" : care.rawValue, reasons.first.map(MarkdownText.plain) ?? "",
            FieldAccess.lineage(path).compactMap { pack.maxAge[$0] }.first?.description ?? "",
        ]
    }
}
