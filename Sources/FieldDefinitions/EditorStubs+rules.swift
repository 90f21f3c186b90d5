extension EditorStubs {
    static let ruleTypes = """

        --- `{ "id", "Title", … }`
        ---@class waymark.Row
        ---@field [1] string Identifier: small letters, digits and `_`.
        ---@field [2] string Title: what people read.
        ---@field source? string Where the rule comes from.
        ---@field note? string

        --- `{ "adult", "Aged 18 or over", function(n) return n.age >= 18 end }`
        ---@class waymark.Criterion: waymark.Row
        ---@field [3] waymark.Test

        ---@class waymark.Criteria.Part
        ---@field [integer] waymark.Criterion|waymark.Criteria.Part
        ---@field all? waymark.Criteria.Part Every one must be met.
        ---@field any? waymark.Criteria.Part One must be met.

        ---@class waymark.Declaration
        ---@field title string What people read.
        ---@field source? string Where the rule comes from.
        ---@field note? string

        ---@class waymark.Criteria: waymark.Declaration
        ---@field all? waymark.Criteria.Part Every one must be met.
        ---@field any? waymark.Criteria.Part One must be met.

        --- Points come from a function, from `of` with `steps`, or are constant with `when`.
        ---@class waymark.Matrix.Row: waymark.Row
        ---@field points? number|waymark.Points The function may return a reason in words as its second value.
        ---@field when? waymark.Test With constant points: whether they are given.
        ---@field of? waymark.Measure With `steps`: what is measured.
        ---@field steps? number[][] `{ { 75, 20 }, { 50, 10 } }`: the first step reached, from the top; else 0.
        ---@field min? number The least points, 0 where left out.
        ---@field max? number The most points.

        ---@class waymark.Matrix.Band
        ---@field [1] string Identifier.
        ---@field [2] string Title.
        ---@field from? number The least score in the band; left out in the last.

        ---@class waymark.Matrix: waymark.Declaration
        ---@field range number[] The least and the greatest total: `{ 0, 150 }`.
        ---@field rows waymark.Matrix.Row[]
        ---@field total? fun(row: table<string, number>): number From the rows' points by identifier; the sum where left out.
        ---@field bands? waymark.Matrix.Band[] From the top.

        ---@alias waymark.HitPolicy
        ---| "unique" # one row matches
        ---| "any" # all rows that match agree
        ---| "first" # the first row that matches
        ---| "priority" # the output that stands first in `values`
        ---| "rule_order" # all outputs, in the order of the rows
        ---| "output_order" # all outputs, in the order of `values`
        ---| "collect" # all outputs
        ---| "collect_sum"
        ---| "collect_min"
        ---| "collect_max"
        ---| "collect_count"

        ---@class waymark.Table.Input
        ---@field [1] string Identifier.
        ---@field of waymark.Value

        ---@class waymark.Table.Output
        ---@field [1] string Identifier.
        ---@field values? any[] Best first; needed for `priority` and `output_order`.
        ---@field default? string|number|boolean|waymark.Date What it gives where no row matches.

        ---@class waymark.Table: waymark.Declaration
        ---@field hit? waymark.HitPolicy
        ---@field inputs waymark.Table.Input[]
        ---@field outputs waymark.Table.Output[]
        ---@field rows any[][] Cells of inputs, `"->"`, outputs: `{ ">= 75", "-", "->", "A" }`.

        ---@class waymark.Classification.Class: waymark.Row
        ---@field when? waymark.Test Left out in the last: otherwise.

        ---@class waymark.Classification: waymark.Declaration
        ---@field pick? "first"|"one"|"any" The first that matches; exactly one; all that match.
        ---@field classes waymark.Classification.Class[]

        --- People who share a `key`, or who are connected by a `link`.
        ---@class waymark.Grouping: waymark.Declaration
        ---@field key? waymark.Value
        ---@field link? waymark.associates.kind[] Kinds of association to follow.
        ---@field within? waymark.Span How old an association may be.

        ---@class waymark.Rule: waymark.Row
        ---@field when waymark.Test
        ---@field because? waymark.Words The reason in words.
        ---@field before? string In a pack that extends another: the rule before which this one goes.

        ---@class waymark.Selection: waymark.Rule
        ---@field category? string
        ---@field action? "select"|"monitor"

        ---@class waymark.Deselection: waymark.Rule
        ---@field to? string `monitor`: kept under observation.

        ---@class waymark.Tasking: waymark.Rule
        ---@field owner? string The role that does the work.
        ---@field due? waymark.Span Counted from `as_of`.
        ---@field priority? string
        ---@field every? waymark.Span Not again within this span, nor while one is open.
        ---@field enforcement? boolean Refused for a person recorded only as victim or exploited.

        ---@class waymark.Allocation: waymark.Declaration
        ---@field capacity integer
        ---@field rank waymark.Measure[] Highest first.
        ---@field keep? waymark.Test Never displaced.

        """
}
