import RulePackTesting
import RulePacks

/// The folders of the packs that come with Waymark.
let shippedPacks = ["rules/staffordshire", "rules/stoke-on-trent", "rules/gripping-the-offender"]
let examplePack = "examples/ecins/rules/ecins"

func shippedPack(_ folder: String) throws -> PackSource { try PackSource.load(projectFolder + "/" + folder).pack }

/// A pack of one file, loaded as of the first day on which it is valid.
func decider(_ pack: TestPack) throws -> PackDecider {
    let source = try pack.load()
    return try PackDecider(source, asOf: source.manifest.valid.from)
}

func decider(_ rules: String) throws -> PackDecider { try decider(TestPack(rules)) }
