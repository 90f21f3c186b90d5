extension EditorStubs {
    static let decisionTypes = """

        --- What is known of a group to which the person belongs.
        ---@class waymark.Group
        ---@field size integer People in the group; 0 for a person in no such group.
        ---@field selected integer Those of them who are in the cohort at present.
        do
          local group = {}
          --- The mean of a matrix's scores over the group.
          ---@param matrix string
          ---@return number
          function group:mean_score(matrix) end
        end

        --- The decision so far. Each part is worked out when it is first read; reading one that is unknown stops the rule
        --- with the answer unknown.
        ---@class waymark.Decision
        ---@field met table<string, boolean> By the name of a `criteria`.
        ---@field score table<string, number> By the name of a `matrix`.
        ---@field band table<string, string> By the name of a `matrix`: the band's identifier.
        ---@field row table<string, table<string, number>> By the name of a `matrix` and of its row: the points.
        ---@field table table<string, any> By the name of a `decision_table`: its output, or a table of outputs by name.
        ---@field class table<string, any> By the name of a `classification`: a class; with `pick = "any"` a set of them.
        ---@field group table<string, waymark.Group> By the name of a `group`.

        ---@alias waymark.Test fun(n: waymark.Nominal, d: waymark.Decision): boolean?
        ---@alias waymark.Measure fun(n: waymark.Nominal, d: waymark.Decision): number
        ---@alias waymark.Points fun(n: waymark.Nominal, d: waymark.Decision): number, string?
        ---@alias waymark.Words fun(n: waymark.Nominal, d: waymark.Decision): string
        ---@alias waymark.Value fun(n: waymark.Nominal, d: waymark.Decision): any

        """
}
