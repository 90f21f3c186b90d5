extension EditorStubs {
    static let declarations = """

        --- `criteria "name" { title = …, all = { … } }`: rows that must be met.
        ---@param name string
        ---@return fun(declaration: waymark.Criteria)
        function criteria(name) end

        --- `matrix "name" { title = …, range = …, rows = … }`: rows that award points.
        ---@param name string
        ---@return fun(declaration: waymark.Matrix)
        function matrix(name) end

        --- `decision_table "name" { … }`: a DMN decision table.
        ---@param name string
        ---@return fun(declaration: waymark.Table)
        function decision_table(name) end

        --- `classification "name" { title = …, classes = { … } }`
        ---@param name string
        ---@return fun(declaration: waymark.Classification)
        function classification(name) end

        --- `group "name" { title = …, key = … }`: people who belong together.
        ---@param name string
        ---@return fun(declaration: waymark.Grouping)
        function group(name) end

        --- For people not in the cohort: the first rule that holds decides.
        ---@param rules waymark.Selection[]
        function selection(rules) end

        --- For people in the cohort: the first rule that holds decides.
        ---@param rules waymark.Deselection[]
        function deselection(rules) end

        --- Work for those in the cohort and those to be selected: every rule that holds makes a tasking.
        ---@param rules waymark.Tasking[]
        function tasking(rules) end

        --- Places for the whole cohort, after everyone is evaluated.
        ---@param declaration waymark.Allocation
        function allocation(declaration) end

        --- Makes a filter once, for use in many rules: `filter { outcome = "convicted", within = months(12) }`.
        ---@generic F: table
        ---@param conditions F
        ---@return F
        function filter(conditions) end

        --- The date written `2026-01-31`.
        ---@param text string
        ---@return waymark.Date
        function date(text) end

        ---@param count integer
        ---@return waymark.Span
        function days(count) end

        ---@param count integer
        ---@return waymark.Span
        function months(count) end

        ---@param count integer
        ---@return waymark.Span
        function years(count) end

        --- The date of the run.
        ---@type waymark.Date
        as_of = nil

        --- The pack's parameters by name. A list can be asked `param.pilot_boroughs["Camden"]` and gone through with `ipairs`.
        ---@type table<string, any>
        param = {}

        --- A module that the manifest names under `uses`.
        ---@param module string
        ---@return any
        function require(module) end

        --- Writes to the decision's trace.
        ---@param ... any
        function print(...) end

        """
}
