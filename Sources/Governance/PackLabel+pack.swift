package import Evidence
package import RulePacks

extension PackLabel {
    package init(_ pack: PackSource) { self.init(pack.identity, title: pack.manifest.title) }
}
