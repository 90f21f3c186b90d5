package import Cohorts
package import Decisions
package import LuaRuntime

extension Evaluator {
    /// Whether one condition holds for a nominal, whatever other rules come before it; nil where it fails.
    package func met(_ condition: LuaFunction, for row: NominalRow) -> Met? {
        begin(row)
        let name = RuleName(path: "", heading: Heading(title: "", file: ""))
        switch self.condition(condition, name) {
        case .yes: return .yes
        case .no: return .no
        case .unknown: return .unknown
        case .failed: return nil
        }
    }
}
