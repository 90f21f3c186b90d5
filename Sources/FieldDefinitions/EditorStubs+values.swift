extension EditorStubs {
    static let valueTypes = """

        --- A date without a time of day. Compares with `<`, `<=` and `==`; `tostring` gives `2026-11-01`. Less another date
        --- it is a number of days.
        ---@class waymark.Date
        ---@operator add(waymark.Span): waymark.Date
        ---@operator sub(waymark.Span): waymark.Date
        ---@operator sub(waymark.Date): integer

        --- A length of time: `days(5)`, `months(12)`, `years(2)`.
        ---@class waymark.Span

        --- What every filter can say. Both ends of `within`, and the dates `from` and `to`, are included.
        ---@class waymark.Filter
        ---@field within? waymark.Span Counted back from `as_of`.
        ---@field from? waymark.Date
        ---@field to? waymark.Date
        ---@field at_least? integer For `:all`: how many items there must be.

        """
}
