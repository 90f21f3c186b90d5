import Decisions

/// What the files of a pack may take together, with those of its baselines and its modules. Each has limits of its own, too.
struct LoadingBudget {
    static let mostBytes = 1 << 20
    /// As many as five files may take that each run to the limit of one.
    static let mostInstructions = 10_000_000

    private var bytes = 0
    private var instructions = 0

    /// - Throws: a finding where the files read so far are too large together.
    mutating func spend(bytes count: Int, file: String) throws(Finding) {
        bytes += count
        guard bytes <= LoadingBudget.mostBytes else {
            throw Finding(
                .limit, "the files of the pack, with its baselines and modules, are larger than 1 MiB together: this one and those behind it are not read",
                file: file, hint: "take out what the pack does not need")
        }
    }

    /// - Throws: a finding where the files run so far took too long together.
    mutating func spend(instructions count: Int, file: String) throws(Finding) {
        instructions += count
        guard instructions <= LoadingBudget.mostInstructions else {
            throw Finding(
                .limit, "the files of the pack take more than \(LoadingBudget.mostInstructions) instructions together to load: those behind this one are not run",
                file: file, hint: "do less while files load")
        }
    }
}
