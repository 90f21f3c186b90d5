extension EditorStubs {
    /// What the fields of made-up people are written with.
    static let madeTypes = """

        -- In tests/*.lua

        --- A value that is left out, so that no rule knows it.
        ---@class waymark.Unknown

        --- `2026-11-01`, `today`, or counted from the date of the run: `-2 months`, `-10 days`, `+1 years`.
        ---@alias waymark.MadeDate string|waymark.Date

        """

    static let testTypes = """

        --- A recommendation as a test sees it.
        ---@class waymark.Recommendation
        ---@field action "none"|"select"|"monitor"|"retain"|"deselect"|"refer"
        ---@field category? string
        ---@field rule? string The rule that decided.
        ---@field title? string That rule's title.
        ---@field because string[] The reasons in words.
        ---@field unknown string[] The fields without which the rules could not decide.

        --- A tasking as a test sees it.
        ---@class waymark.MadeTasking
        ---@field kind string
        ---@field title string
        ---@field owner string
        ---@field due? waymark.Date
        ---@field priority? string
        ---@field because? string
        ---@field key string

        --- A decision as a test sees it. An answer that is not known is a value of its own: `expect(d.score.sac).is_unknown()`.
        ---@class waymark.Decided
        ---@field nominal string
        ---@field as_of waymark.Date
        ---@field recommendation waymark.Recommendation
        ---@field met table<string, boolean> By the name of a `criteria`.
        ---@field score table<string, number> By the name of a `matrix`.
        ---@field band table<string, string> By the name of a `matrix`: the band's identifier.
        ---@field row table<string, table<string, number>> By the name of a `matrix` and of its row: the points.
        ---@field table table<string, any> By the name of a `decision_table`: its output, or a table of outputs by name.
        ---@field class table<string, any> By the name of a `classification`: a class, or with `pick = "any"` a list of them.
        ---@field group table<string, { size: integer, key: string }> By the name of a `group`.
        ---@field taskings waymark.MadeTasking[]
        ---@field tasking table<string, waymark.MadeTasking> By the tasking's name.
        ---@field allocation? { outcome: string, rank: integer } What became of the person's claim to a place.
        ---@field warnings { code: string, text: string }[]
        ---@field trace string[] What rules printed.
        ---@field reads string[] The fields that the rules looked at.
        ---@field error? { code: string, message: string }

        --- Several people to be decided on together.
        ---@class waymark.MadeCohort: { [integer|string]: waymark.Decided }

        """

    static let testFunctions = """

        --- Leaves a field out: `nominal { ogrs2 = unknown }`.
        ---@type waymark.Unknown
        unknown = nil

        --- Groups tests under a name.
        ---@param name string
        ---@param body fun()
        function describe(name, body) end

        --- One test. It must expect something.
        ---@param name string
        ---@param body fun()
        function it(name, body) end

        --- A person with the fields given and neutral values for the rest.
        ---@param fields waymark.Made
        ---@return waymark.Made
        function nominal(fields) end

        --- Several people, to be evaluated together, groups and places included.
        ---@param nominals waymark.Made[]
        ---@param options? { as_of: string|waymark.Date }
        ---@return waymark.MadeCohort
        function cohort(nominals, options) end

        --- The decision on a nominal, as of the first day on which the pack is valid or of the day given.
        ---@param subject waymark.Made
        ---@param options? { as_of: string|waymark.Date }
        ---@return waymark.Decided
        ---@overload fun(subject: waymark.MadeCohort, options?: { as_of: string|waymark.Date }): waymark.MadeCohort
        function evaluate(subject, options) end

        --- What can be expected of a value or of a decision. Called with a dot: `expect(d.score.sac).is(92)`.
        ---@class waymark.Expectation
        ---@field is fun(wanted: any) The value is this one.
        ---@field is_not fun(unwanted: any) The value is another.
        ---@field is_one_of fun(...: any) The value is one of these.
        ---@field is_between fun(least: any, most: any) Both ends included.
        ---@field is_at_least fun(least: any)
        ---@field is_at_most fun(most: any)
        ---@field is_unknown fun() The answer is not known.
        ---@field is_unknown_for fun(...: string) The answer is not known for want of these fields.
        ---@field is_unknown_between fun(low: number, high?: number) The score, or the points, are not known and lie between these; without `high` there is no upper end.
        ---@field is_true fun()
        ---@field is_false fun()
        ---@field is_nothing fun() There is no value.
        ---@field contains fun(part: any) The list holds the value, or the text holds the part.
        ---@field has_reason fun(rule: string) This rule decided the recommendation, or these words are among its reasons.
        ---@field has_tasking fun(name: string, details?: table) The decision makes this tasking, with this owner, due date or priority.
        ---@field has_no_tasking fun(name?: string) It does not make this tasking; without a name, it makes none.
        ---@field has_warning fun(code: string) The decision has a warning of this code, or with these words.
        ---@field reads fun(path: string) The rules looked at this field.
        ---@field does_not_read fun(path: string)
        ---@field errors_with fun(code: string) The rules failed with this code, or with these words.
        ---@field is_placed fun() The person has a place.
        ---@field is_displaced fun() The person asked for a place and has none.

        ---@param value any A part of a decision, or a decision.
        ---@return waymark.Expectation
        function expect(value) end

        ---@class waymark.Property
        ---@field raises? string A list that gets an item, or a number that grows.
        ---@field lowers? string A number that shrinks.
        ---@field by? number By how much.
        ---@field add? table The item.
        ---@field set? waymark.Made Fields and the values that they get.
        ---@field given? waymark.Made Fields and the values that they have beforehand.
        ---@field never_lowers? string|string[] Matrices whose score must not fall.
        ---@field never_raises? string|string[] Matrices whose score must not rise.
        ---@field never_changes? string|string[] Answers that must stay as they are.
        ---@field never_selects? boolean|string|string[] True, or the rules or categories meant.
        ---@field never_deselects? boolean|string|string[]
        ---@field never_tasks? boolean|string|string[]
        ---@field as_of? string|waymark.Date
        ---@field count? integer How many people to make up.
        ---@field seed? integer Another seed makes up other people.

        --- `property "name" { raises = …, add = …, never_lowers = … }`: holds for every nominal that can be made up.
        ---@param name string
        ---@return fun(declaration: waymark.Property)
        function property(name) end

        """
}
