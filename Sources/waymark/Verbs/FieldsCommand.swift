import ArgumentParser
import FieldDefinitions
import RulePacks

/// What the verbs that render the field catalogue share: whose fields, and where to.
struct CatalogueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Add the fields of this pack's boroughs.", valueName: "folder"))
    var pack: String?
    @OptionGroup var output: OutputOption

    func catalogue() throws -> FieldCatalogue { try pack.map { try Packs.load($0).catalogue } ?? .standard }

    func write(_ text: String) throws {
        let file = try ResultFile(output.output)
        try file.write(text)
        try file.finish()
    }
}

struct FieldsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields", _superCommandName: Waymark.name, abstract: "Print the field guide: every field that a rule can read.",
        discussion: "Example: waymark fields -o docs/fields.md")

    @OptionGroup var options: CatalogueOptions
    func run() throws { try options.write(FieldGuide.markdown(try options.catalogue())) }
}

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", _superCommandName: Waymark.name, abstract: "Print the JSON Schema of one line of a cohort file.",
        discussion: "Example: waymark schema -o cohort.schema.json")

    @OptionGroup var options: CatalogueOptions
    func run() throws { try options.write(CohortSchema.json(try options.catalogue())) }
}

struct StubsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stubs", _superCommandName: Waymark.name, abstract: "Print type stubs for editors with a Lua language server.",
        discussion: "Example: waymark stubs --pack rules/staffordshire -o rules/.waymark.lua")

    @OptionGroup var options: CatalogueOptions
    func run() throws { try options.write(EditorStubs.lua(try options.catalogue())) }
}
