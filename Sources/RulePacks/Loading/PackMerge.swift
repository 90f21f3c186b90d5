import Decisions
import FieldDefinitions
import LuaRuntime
import LuaSyntax
import Notation

/// Lays a pack over the baselines that it extends, and checks what can only be checked on the whole.
struct PackMerge {
    typealias Part = (manifest: Manifest, manifestFile: SourceFile, reader: DeclaredTable, localFields: [FieldDefinition], ruleFiles: [SourceFile])

    let findings: FindingList
    /// The pack's folder, as the user gave it.
    let path: String

    /// - Parameter parts: the pack first, then what it extends, then what that extends.
    func merge(
        parts: [Part], modules: ([(name: String, part: Int, index: Int)]) -> [String: SourceFile],
        digest: ([SourceFile]) -> String
    ) -> PackSource? {
        guard let own = parts.first else { return nil }
        let fromBase = Array(parts.indices.reversed())
        var localFields: [FieldDefinition] = []
        for index in fromBase {
            for field in parts[index].localFields {
                localFields.removeAll { $0.name == field.name }
                localFields.append(field)
            }
        }
        let catalogue = localFields.isEmpty ? FieldCatalogue.standard : FieldCatalogue.standard.adding(local: localFields)
        let parameters = mergedParameters(parts, fromBase)
        var protected: [String: String] = [:]
        var maxAge: [String: Span] = [:]
        var reads: [String] = []
        var uses: [(name: String, part: Int, index: Int)] = []
        var limits = PackLimits()
        for index in fromBase {
            let manifest = parts[index].manifest
            protected.merge(manifest.protected) { $1 }
            maxAge.merge(manifest.maxAge) { $1 }
            for path in manifest.reads where !reads.contains(path) { reads.append(path) }
            for (place, use) in manifest.uses.enumerated() { uses.append((use, index, place + 1)) }
            limits.instructions = [limits.instructions, manifest.limits.instructions].compactMap { $0 }.min()
            limits.memoryMiB = [limits.memoryMiB, manifest.limits.memoryMiB].compactMap { $0 }.min()
        }
        for index in fromBase {
            checkFields(parts[index], catalogue: catalogue, reads: reads, protected: protected)
        }
        let loaded = modules(uses)
        return PackSource(
            path: path, manifestFile: own.manifestFile, manifest: own.manifest, baselines: parts.dropFirst().map(\.manifest), ruleFiles: fromBase.flatMap { parts[$0].ruleFiles },
            modules: loaded, catalogue: catalogue, reads: reads, protected: protected, parameters: parameters, maxAge: maxAge,
            limits: limits, digest: digest(Array(loaded.values)))
    }

    // MARK: Parameters

    private func mergedParameters(_ parts: [Part], _ fromBase: [Int]) -> [Parameter] {
        var merged: [Parameter] = []
        for index in fromBase {
            let table = parts[index].manifest.parameters.isEmpty ? nil : parts[index].reader.child("parameters")
            for parameter in parts[index].manifest.parameters {
                guard let place = merged.firstIndex(where: { $0.name == parameter.name }) else {
                    if parameter.title.isEmpty {
                        table?.report(.missingTitle, "parameter `\(parameter.name)` has no title", at: [.name(parameter.name)], hint: "add `title = \"…\"`: it is what a board reads")
                    }
                    checkBounds(parameter, parameter, table)
                    merged.append(parameter)
                    continue
                }
                merged[place] = overlaid(parameter, on: merged[place], table)
            }
        }
        return merged.sorted { $0.name < $1.name }
    }

    private func overlaid(_ parameter: Parameter, on base: Parameter, _ table: DeclaredTable?) -> Parameter {
        if parameter.min != nil || parameter.max != nil {
            table?.report(
                .outOfBounds, "the bounds of `\(parameter.name)` are the baseline's: a pack that extends it may only set another value",
                at: [.name(parameter.name)])
        }
        if !sameKind(parameter.value, base.value) {
            table?.report(
                .wrongType, "parameter `\(parameter.name)` is \(noun(base.value)) in the baseline, not \(noun(parameter.value))",
                at: [.name(parameter.name)])
        }
        checkBounds(parameter, base, table)
        var result = base
        result.value = parameter.value
        if !parameter.title.isEmpty { result.title = parameter.title }
        result.unit = parameter.unit ?? base.unit
        result.source = parameter.source ?? base.source
        result.note = parameter.note ?? base.note
        result.file = parameter.file
        result.line = parameter.line
        return result
    }

    private func sameKind(_ a: Parameter.Value, _ b: Parameter.Value) -> Bool {
        switch (a, b) {
        case (.number, .number), (.text, .text), (.bool, .bool), (.texts, .texts), (.numbers, .numbers): true
        case (.texts(let list), .numbers), (.numbers, .texts(let list)): list.isEmpty
        default: false
        }
    }

    private func noun(_ value: Parameter.Value) -> String {
        switch value {
        case .number: "a number"
        case .text: "text"
        case .bool: "true or false"
        case .texts: "a list of texts"
        case .numbers: "a list of numbers"
        }
    }

    private func checkBounds(_ parameter: Parameter, _ bounds: Parameter, _ table: DeclaredTable?) {
        let values: [Double] =
            switch parameter.value {
            case .number(let value): [value]
            case .numbers(let values): values
            default: []
            }
        if values.isEmpty, bounds.min != nil || bounds.max != nil {
            table?.report(.wrongType, "parameter `\(parameter.name)` has bounds, so it wants a number", at: [.name(parameter.name)])
        }
        for value in values {
            if let min = bounds.min, value < min {
                table?.report(
                    .outOfBounds, "`\(parameter.name) = \(shortestText(value))` is below its minimum, \(shortestText(min))", at: [.name(parameter.name)])
            }
            if let max = bounds.max, value > max {
                table?.report(
                    .outOfBounds, "`\(parameter.name) = \(shortestText(value))` is above its maximum, \(shortestText(max))", at: [.name(parameter.name)])
            }
        }
    }

    // MARK: Fields

    private func checkFields(_ part: Part, catalogue: FieldCatalogue, reads: [String], protected: [String: String]) {
        if !part.manifest.reads.isEmpty, let table = part.reader.child("reads") {
            for (index, path) in part.manifest.reads.enumerated() {
                guard let field = known(path, catalogue, table, at: .index(index + 1)) else { continue }
                if let instead = field.readInstead {
                    table.report(
                        .unknownField, "rules do not see `\(path)`", at: [.index(index + 1)], hint: "read `\(instead)` instead")
                }
                if field.sensitivity != .ordinary || (catalogue.sensitivity(at: path) ?? .ordinary) != .ordinary,
                    !FieldAccess.isJustified(path, catalogue: catalogue, protected: protected)
                {
                    table.report(
                        .unjustifiedField, "`\(path)` is \((catalogue.sensitivity(at: path) ?? field.sensitivity).rawValue), and `protected` does not say why the pack reads it",
                        at: [.index(index + 1)], hint: "add `\(ManifestText.key(path)) = \"…\"` to `protected`")
                }
            }
        }
        if let table = part.reader.table["protected"] == nil ? nil : part.reader.child("protected") {
            for path in part.manifest.protected.keys.sorted() {
                guard known(path, catalogue, table, at: .name(path)) != nil else { continue }
                if !FieldAccess.covers(reads, path) {
                    table.report(
                        .needlessJustification, "`\(path)` is justified, but `reads` does not list it", at: [.name(path)], severity: .warning,
                        hint: "take it out, or add it to `reads`", fix: { FindingFix(removingFieldAt: $0, in: $1) })
                }
            }
        }
        if let table = part.reader.table["max_age"] == nil ? nil : part.reader.child("max_age") {
            for path in part.manifest.maxAge.keys.sorted() {
                guard let field = known(path, catalogue, table, at: .name(path)) else { continue }
                if field.dateField == nil {
                    table.report(
                        .wrongValue, "`\(path)` has no date of its own, so its age cannot be told", at: [.name(path)],
                        hint: "take it out of `max_age`")
                }
            }
        }
    }

    private func known(_ path: String, _ catalogue: FieldCatalogue, _ table: DeclaredTable, at key: LuaSourceMap.Key) -> FieldDefinition? {
        if let field = catalogue.field(at: path) { return field }
        let near = nearestName(to: path, in: catalogue.paths)
        table.report(
            .unknownField, "there is no field `\(path)`", at: [key],
            hint: near.map { "did you mean `\($0)`?" } ?? "the fields are in the field guide, `waymark fields`",
            fix: { FindingFix(replacing: path, among: catalogue.paths, at: $0, in: $1) })
        return nil
    }
}

package enum ManifestText {
    /// A path as a key of a Lua table: `age`, `["needs.mental_health"]`.
    package static func key(_ path: String) -> String { DeclaredTable.isName(path) ? path : "[\"\(path)\"]" }
}
