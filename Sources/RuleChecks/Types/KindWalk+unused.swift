import Decisions
import LuaSyntax
import RulePacks

extension KindWalk {
    /// Reports what is made and never used. What a baseline makes is its own affair.
    func reportUnused() {
        for variable in variables {
            guard let held = variable.held, !variable.isUsed, !variable.name.hasPrefix("_"), !files[variable.file].isBaseline else { continue }
            let hint = held == .module ? "take the line out" : "use it, or take it out"
            report(
                .unused, "the \(held.rawValue) `\(variable.name)` is never used", at: variable.position, severity: .warning, hint: hint,
                file: variable.file)
        }
        for (name, global) in globals.sorted(by: { $0.key < $1.key }) where global.isFunction && !global.isUsed && !files[global.file].isBaseline {
            report(
                .unused, "the function `\(name)` is never used", at: global.position, severity: .warning, hint: "use it, or take it out", file: global.file)
        }
        reportParameters()
        reportModules()
    }

    private func reportParameters() {
        guard !usesAnyParameter, areAllFilesFollowed else { return }
        let inherited = Set(program.pack.baselines.flatMap { $0.parameters.map(\.name) })
        for parameter in program.pack.manifest.parameters where !inherited.contains(parameter.name) && !usedParameters.contains(parameter.name) {
            report(
                .unused, "no file uses the parameter `\(parameter.name)`", manifest: [.name("parameters"), .name(parameter.name)], severity: .warning,
                hint: "use `param.\(parameter.name)`, or take it out: a board would decide something that changes nothing")
        }
    }

    private func reportModules() {
        guard !usesAnyModule, areAllFilesFollowed else { return }
        for (place, module) in program.pack.manifest.uses.enumerated() where !loadedModules.contains(module) {
            report(
                .unused, "no file loads the module `\(module)`", manifest: [.name("uses"), .index(place + 1)], severity: .warning,
                hint: "take it out of `uses`")
        }
    }

    /// Every file was read to its end, so that what is not seen is not there.
    var areAllFilesFollowed: Bool { files.allSatisfy { $0.block != nil } && !isAnythingCut }

    private var isAnythingCut: Bool {
        variables.contains(where: \.kind.isCut) || globals.values.contains(where: \.kind.isCut) || moduleKinds.values.contains(where: \.isCut)
            || functions.contains { $0.varargs.isCut || $0.results?.first.contains(where: \.isCut) == true || $0.results?.rest.isCut == true }
            || tables.contains { $0.items.isCut || $0.others.isCut || $0.named.values.contains(where: \.kind.isCut) }
    }
}
