import Evidence
import LuaSyntax
import Notation
import RulePacks

/// What one variation changes in a pack, within what the pack allows.
struct SimulationAxis {
    enum Change: Equatable {
        case parameter(String)
        /// The number of places itself, where the pack writes it as a number.
        case capacity
    }

    let axis: SimulationReport.Axis
    let change: Change
    let values: [Double]

    /// - Throws: `GovernanceError` where the pack has no such number, or does not allow one of the values.
    init(_ variation: Variation, _ program: RuleProgram) throws(GovernanceError) {
        values = variation.values
        let pack = program.pack
        if let parameter = SimulationAxis.parameter(variation.name, program) {
            guard case .number(let usual) = parameter.value else {
                throw GovernanceError("the parameter `\(parameter.name)` is not a number, so it has no range: only numbers can be varied")
            }
            try SimulationAxis.check(variation, parameter)
            change = .parameter(parameter.name)
            axis = .init(name: variation.name, title: parameter.title.isEmpty ? parameter.name : parameter.title, unit: parameter.unit, usual: usual)
            return
        }
        guard variation.name == "capacity" else {
            let names = pack.parameters.filter { if case .number = $0.value { true } else { false } }.map(\.name)
            let near = nearestName(to: variation.name, in: names + ["capacity"]).map { "did you mean `\($0)`?" }
            throw GovernanceError(
                "`\(pack.manifest.id)` has no parameter `\(variation.name)`; \(near ?? (names.isEmpty ? "it has none that is a number" : "it has \(names.joined(separator: ", "))"))")
        }
        guard let allocation = program.rules.allocation else {
            throw GovernanceError("`\(pack.manifest.id)` has no limit on places, so there is no `capacity` to vary")
        }
        if let wrong = values.first(where: { $0 < 0 || $0 != $0.rounded() || $0 > 1e9 }) {
            throw GovernanceError("`capacity` cannot be \(shortestText(wrong)): places are counted in whole numbers from 0")
        }
        change = .capacity
        axis = .init(name: "capacity", title: allocation.heading.title, unit: "places", usual: Double(allocation.capacity))
    }

    /// The parameter of that name; for `capacity` the one that gives the number of places.
    private static func parameter(_ name: String, _ program: RuleProgram) -> Parameter? {
        let parameters = program.pack.parameters
        if let parameter = parameters.first(where: { $0.name == name }) { return parameter }
        guard name == "capacity", let heading = program.rules.allocation?.heading,
            let file = program.pack.writtenFiles.first(where: { $0.source.name == heading.file }),
            case .index(let of, let key)? = file.rule("allocation")?["capacity"]?.kind, case .name("param") = of.kind, case .string(let bytes) = key.kind
        else { return nil }
        return parameters.first { $0.name == String(decoding: bytes, as: UTF8.self) }
    }

    private static func check(_ variation: Variation, _ parameter: Parameter) throws(GovernanceError) {
        let wrong = variation.values.first { value in (parameter.min.map { value < $0 } ?? false) || (parameter.max.map { value > $0 } ?? false) }
        guard let wrong else { return }
        let bounds = switch (parameter.min, parameter.max) {
        case (let min?, let max?): "from \(shortestText(min)) to \(shortestText(max))"
        case (let min?, nil): "\(shortestText(min)) or more"
        case (nil, let max?): "\(shortestText(max)) or less"
        case (nil, nil): "any number"
        }
        let name = variation.name == parameter.name ? "`\(parameter.name)`" : "`\(variation.name)`, the parameter `\(parameter.name)`,"
        throw GovernanceError("\(name) cannot be \(shortestText(wrong)): the pack allows \(bounds)\(parameter.unit.map { " \($0)" } ?? "")")
    }
}
