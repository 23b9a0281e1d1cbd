/// One import, and what is looked at after it.
package struct ModulePlan: Sendable, Hashable {
  package var module: String
  package var attributes: [String]
  /// Python expressions that must be true then.
  package var expressions: [String]
  /// Python expressions whose values are told, whatever they are.
  package var questions: [String] = []

  package init(module: String, attributes: [String] = [], expressions: [String] = []) {
    self.module = module
    self.attributes = attributes
    self.expressions = expressions
  }
}
