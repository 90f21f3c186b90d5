/// People by one field, or by two at once.
package struct EqualityBreakdown: Sendable, Equatable {
    /// `sex`, `age`, `age+sex`.
    package var field: String
    package var title: String
    /// In the field's own order; people of whom it is not known come last, as a group of their own.
    package var groups: [EqualityGroup]

    package init(field: String, title: String, groups: [EqualityGroup]) {
        self.field = field
        self.title = title
        self.groups = groups
    }

    package var isCrossed: Bool { field.contains("+") }
}
