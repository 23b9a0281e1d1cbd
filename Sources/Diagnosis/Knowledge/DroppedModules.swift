/// Modules that a later release of their distribution does not bring any more.
enum DroppedModules {
  /// By the module: the first release without it.
  static let firstWithout: [String: String] = [
    // setuptools' NEWS.rst, v82.0.0.
    "pkg_resources": "82"
  ]

  /// The requirement by which a module comes.
  static func requirement(of module: String?, from distribution: String) -> String {
    module.flatMap { firstWithout[$0] }.map { "\(distribution)<\($0)" } ?? distribution
  }

  /// The newest release of a distribution that has all of these modules, as a requirement; else any release.
  static func newest(of distribution: String, with modules: [String]) -> String {
    let bounds = modules.filter { ImportNames.table[$0] == distribution }.compactMap { firstWithout[$0] }
    return bounds.first.map { "\(distribution)<\($0)" } ?? distribution
  }
}
