import PackTestKit
import RulePackTesting
import RulePacks
import TestSupport

/// A pack of one file, loaded as of the first day on which it is valid.
func decider(_ pack: TestPack) throws -> PackDecider {
    let source = try pack.load()
    return try PackDecider(source, asOf: source.manifest.valid.from)
}

func decider(_ rules: String) throws -> PackDecider { try decider(TestPack(rules)) }
