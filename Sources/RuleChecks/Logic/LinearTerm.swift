/// A number or date as a sum of variables, each times a factor, and a constant.
struct LinearTerm {
    /// By place of the variable, each once, with a factor that is not 0.
    private(set) var parts: [(variable: Int, factor: Double)] = []
    var constant = 0.0
    /// A date, as its number of days; otherwise a number.
    var isDate = false
    /// The constant depends on the date of the run.
    var followsRun = false

    init(_ constant: Double) { self.constant = constant }
    init(variable: Int, isDate: Bool = false) {
        parts = [(variable, 1)]
        self.isDate = isDate
    }
    init(date: Int, followsRun: Bool = false) {
        constant = Double(date)
        isDate = true
        self.followsRun = followsRun
    }

    var isConstant: Bool { parts.isEmpty }
    var isFinite: Bool { constant.isFinite && parts.allSatisfy { $0.factor.isFinite } }
    var hasWholeFactors: Bool { parts.allSatisfy { $0.factor == $0.factor.rounded() } }

    static func + (a: LinearTerm, b: LinearTerm) -> LinearTerm { a.plus(b, times: 1) }
    static func - (a: LinearTerm, b: LinearTerm) -> LinearTerm { a.plus(b, times: -1) }

    func times(_ factor: Double) -> LinearTerm {
        var result = self
        result.parts = factor == 0 ? [] : parts.map { ($0.variable, $0.factor * factor) }
        result.constant = constant * factor
        return result
    }

    private func plus(_ other: LinearTerm, times factor: Double) -> LinearTerm {
        var result = self
        for part in other.parts {
            if let place = result.parts.firstIndex(where: { $0.variable == part.variable }) {
                result.parts[place].factor += part.factor * factor
                if result.parts[place].factor == 0 { result.parts.remove(at: place) }
            } else {
                result.parts.append((part.variable, part.factor * factor))
            }
        }
        result.parts.sort { $0.variable < $1.variable }
        result.constant += other.constant * factor
        // A date less a date is a number, and so is the length that is left of it.
        result.isDate = isDate != other.isDate
        result.followsRun = followsRun != other.followsRun || (followsRun && factor > 0)
        return result
    }
}
