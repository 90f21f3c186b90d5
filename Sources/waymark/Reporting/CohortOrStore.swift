import ArgumentParser

/// A report's people: those of a cohort file, or those of a store.
struct CohortOrStore: ParsableArguments {
    @OptionGroup var store: StoreOption
    @Option(help: ArgumentHelp("With a store: who you are, by your id in its waymark.lua.", valueName: "id"))
    var by: String?
    @Option(help: ArgumentHelp("With a store: why, for the log.", valueName: "words"))
    var why: String?
    @Option(help: "With a store: only this borough.")
    var borough: String?

    /// nil where the report is made from a file.
    func reading(cohort: String?) throws -> StoreReading? {
        if let cohort {
            guard store.store == nil, by == nil, why == nil, borough == nil else {
                throw Stop(.usage, "the report is made from the file `\(cohort)` or from a store: leave one of them out; --by, --why and --borough go with --store")
            }
            return nil
        }
        if store.store == nil, by == nil, why == nil { throw Stop(.usage, "name a cohort file, or a store with --store, --by and --why") }
        guard let by, let why else { throw Stop(.usage, "a report on a store is logged: say who you are with --by, and why with --why") }
        return try StoreReading(store, by: by, why: why, borough: borough)
    }
}
