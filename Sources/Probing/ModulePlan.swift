/// One import, and the attribute paths that are looked up after it.
package struct ModulePlan: Sendable, Hashable {
  package var module: String
  package var attributes: [String]

  package init(module: String, attributes: [String]) {
    self.module = module
    self.attributes = attributes
  }
}
