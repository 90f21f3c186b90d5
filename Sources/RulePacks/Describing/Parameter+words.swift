extension Parameter {
    /// The value with its unit: `90 points`, `1 crime`.
    package var valueInWords: String {
        let value = value.inWords
        return value + (unit.map { " " + (value == "1" ? DecisionWords.one($0) : $0) } ?? "")
    }
}
