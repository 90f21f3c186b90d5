import Decisions
import Foundation
import Notation
import PackTestKit
import RuleChecks
import RulePackTesting
import RulePacks
import TestSupport

/// Puts a fault into a copy of the shipped packs and looks for what notices it.
struct FaultHunt {
    /// Fewer than `test` makes up, as there are many faults.
    static let nominals = 60

    private let fault: SeededFault
    private let place: TemporaryPlace
    private var pack: String { "\(place.path)/rules/\(fault.pack)" }

    /// - Throws: where the packs cannot be copied, or the fault's text does not stand in its file exactly once.
    init(_ fault: SeededFault) throws {
        self.fault = fault
        place = try TemporaryPlace()
        try FileManager.default.copyItem(atPath: "\(projectFolder)/rules", toPath: "\(place.path)/rules")
        let file = "rules/\(fault.pack)/\(fault.file)"
        let text = try place.read(file)
        guard text.ranges(of: fault.was).count == 1 else { throw Misplaced(description: "`\(fault.was)` does not stand in \(file) exactly once") }
        try place.file(file, Data(text.replacing(fault.was, with: fault.now).utf8))
    }

    struct Misplaced: Error, CustomStringConvertible {
        let description: String
    }

    func found() throws -> FoundFault {
        let unspoilt = Set(FaultHunt.alarms("\(projectFolder)/rules/\(fault.pack)").map(\.message))
        let codes = Set(FaultHunt.alarms(pack).filter { !unspoilt.contains($0.message) }.map(\.code.rawValue)).sorted()
        guard let source = try? PackSource.load(pack).pack, let decider = try? PackDecider(source, asOf: source.manifest.valid.from) else {
            return FoundFault(fault, codes: codes, automatic: nil, tests: nil)
        }
        let written = try PackTestFiles(pack: pack).makers().flatMap { $0.make(decider) }
        let checks = AutomaticChecks(source, count: FaultHunt.nominals).makers().flatMap { $0.make(decider) }
        return FoundFault(fault, codes: codes, automatic: fails(checks, decider), tests: fails(written, decider))
    }

    private func fails(_ sources: [any TestSource], _ decider: PackDecider) -> Bool {
        sources.contains { source in source.tests.indices.contains { source.run($0, with: decider).status == .failed } }
    }

    /// Errors and warnings of loading and checking a pack.
    private static func alarms(_ path: String) -> [Finding] {
        CheckedPack(path, asOf: testDay).findings.filter { $0.severity != .note }
    }
}
