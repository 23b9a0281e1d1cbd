/// Folders that wheels carry by mistake, beside the package itself.
package enum StrayModules {
  /// Lowercased names of top-level modules that nobody means to import.
  package static let names: Set<String> = [
    "test", "tests", "testing", "docs", "doc", "example", "examples", "benchmark", "benchmarks", "conftest", "setup",
  ]
}
