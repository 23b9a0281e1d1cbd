internal import FoundationEssentials
internal import SystemCalls
internal import SystemPackage

/// What Meson would install of a project, from `meson-info/intro-install_plan.json` in its build folder: the finder of
/// meson-python imports an editable distribution by it (mesonpy/_editable.py, `MesonpyMetaFinder`).
struct MesonPlan {
  private let destinations: [(file: FilePath, destination: String)]

  /// - Parameter finder: The code of the finder, which is not run: its last call names the build folder.
  /// - Returns: `nil` where no string of such a call is a folder with a plan.
  init?(finder: [UInt8]) {
    let source = PythonSource(finder)
    let folders = source.statements.flatMap { source.strings($0, naming: ["MesonpyMetaFinder", "install"]) }
    let plans = folders.lazy.filter { $0.utf8.first == .slash }.compactMap { Self.plan(in: FilePath($0)) }
    guard let plan = plans.first else { return nil }
    destinations = plan.values.flatMap { $0 }.map { (FilePath($0.key), $0.value.destination) }
  }

  /// The extension modules, the packages at the top and the modules beside them; what lies in a package is found there.
  var modules: [ModuleSource] {
    destinations.compactMap { file, destination in
      let parts = destination.split(separator: "/").map(String.init)
      guard parts.count > 1, ["{py_platlib}", "{py_purelib}"].contains(parts[0]), let name = parts.last else {
        return nil
      }
      let folders = parts[1...].dropLast()
      if name == "__init__.py" {
        guard folders.count == 1, let package = folders.first else { return nil }
        return .module(package, file.removingLastComponent())
      }
      guard let module = ModuleName.ofEntry(name), folders.isEmpty || !name.hasSuffix(".py") else { return nil }
      return .module((folders + [module]).joined(separator: "."), file.removingLastComponent().appending(module))
    }
  }

  private struct Entry: Decodable {
    let destination: String
  }

  /// By kinds of files, then by files.
  private static func plan(in build: FilePath) -> [String: [String: Entry]]? {
    let file = build.appending("meson-info").appending("intro-install_plan.json")
    return readRegularFile(file, limit: sizeLimit).flatMap {
      try? JSONDecoder().decode([String: [String: Entry]].self, from: Data($0))
    }
  }

  /// That of scipy has half a megabyte.
  private static let sizeLimit = 16 << 20
}
