import Decisions
import FieldDefinitions
import LuaSyntax
import RulePacks

extension KindWalk {
    /// A record of more parts than these is worth declaring part by part.
    private static let fewParts = 4

    /// Reports fields that the manifest declares and no rule reads.
    func reportReads() {
        guard areAllFilesFollowed else { return }
        let inherited = Set(program.pack.baselines.flatMap(\.reads))
        let byHost = readByHost
        for (index, path) in program.pack.manifest.reads.enumerated() where !inherited.contains(path) {
            guard let place = fields.places[path] else { continue }
            let key: [LuaSourceMap.Key] = [.name("reads"), .index(index + 1)]
            if !isRead(place), !byHost.contains(path) {
                report(
                    .neverRead, "no rule reads `\(path)`", manifest: key, severity: .warning,
                    hint: "take it out of `reads`: a pack may see no more of a person than it needs")
            } else if let part = onlyPart(of: place) {
                report(
                    .neverRead, "of `\(path)` rules read `\(part)` only", manifest: key, severity: .note,
                    hint: "declare `\(part)` in its place: a pack may see no more of a person than it needs")
            }
        }
    }

    /// A field brings its date with it, and a date its field.
    private func isRead(_ place: Int) -> Bool {
        if readFields.contains(place) { return true }
        if let date = fields.nodes[place].isDatedBy, readFields.contains(date),
            fields.nodes[date].path.contains(".") == fields.nodes[place].path.contains(".") {
            return true
        }
        return readFields.contains { fields.nodes[$0].isDatedBy == place }
    }

    private func onlyPart(of place: Int) -> String? {
        guard case .record(let record)? = fields.type(place), record.fields.count > KindWalk.fewParts else { return nil }
        let parts = fields.subtree(place).filter { $0 != place && readFields.contains($0) }.map { fields.nodes[$0].path }
        return parts.count == 1 ? parts[0] : nil
    }

    /// What the host looks at for the pack, so that a pack may well declare it.
    private var readByHost: Set<String> {
        let rules = program.rules
        var paths: Set<String> = []
        if !rules.selection.isEmpty || !rules.deselection.isEmpty || !rules.taskings.isEmpty || rules.allocation != nil { paths.insert("cohort") }
        if rules.taskings.contains(where: { $0.every != nil }) { paths.insert("taskings") }
        if rules.taskings.contains(where: \.isEnforcement) { paths.formUnion(["gang", "gang.role"]) }
        for group in rules.groups {
            guard case .link(_, let within) = group.members else { continue }
            paths.formUnion(["associates", "associates.id", "associates.kind"] + (within == nil ? [] : ["associates.date"]))
        }
        return paths
    }
}
