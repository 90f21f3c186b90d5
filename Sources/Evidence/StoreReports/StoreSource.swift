/// Which nominals of a store a report counts.
package struct StoreSource: Sendable, Equatable {
    /// nil for all.
    package var borough: String?
    /// Nominals that are restricted: in no figure.
    package var restricted: Int

    package init(borough: String? = nil, restricted: Int = 0) {
        self.borough = borough
        self.restricted = restricted
    }
}
