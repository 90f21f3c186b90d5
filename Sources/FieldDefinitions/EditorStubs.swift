/// Types for the Lua language server, so that an editor completes field names and shows what they mean.
package enum EditorStubs {
    /// A Lua 5.4 file of annotations: the fields, then what a rule file and a test file can call.
    package static func lua(_ catalogue: FieldCatalogue) -> String {
        var fields = FieldStubs()
        fields.write(catalogue)
        var made = MadeStubs()
        made.write(catalogue)
        return heading + valueTypes + fields.text + decisionTypes + ruleTypes + declarations + madeTypes + made.text + testTypes + testFunctions
    }

    private static let heading = """
        ---@meta
        -- Written by `waymark stubs`. Name its folder under `workspace.library` in the settings of the editor's Lua
        -- language server.

        """
}
