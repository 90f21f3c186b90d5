package import RulePacks
import TestSupport

/// The pack of the project in a folder, such as `rules/staffordshire`.
package func shippedPack(_ folder: String) throws -> PackSource { try PackSource.load(projectFolder + "/" + folder).pack }
