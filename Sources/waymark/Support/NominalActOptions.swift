import ArgumentParser
import DecisionStore

/// What every act on one nominal of a store is told.
struct NominalActOptions: ParsableArguments {
    @Argument(help: "The nominal's id.")
    var id: String
    @OptionGroup var why: WhyOption
    @OptionGroup var store: StoreOption

    /// - Parameter act: is given the store, the nominal, who acts and why.
    func perform<Result>(_ act: (Store, String, _ who: String, _ why: String) throws -> Result) throws -> Result {
        let (opened, people) = try store.open()
        try why.check(people)
        return try act(opened, id, why.by, why.why)
    }
}
