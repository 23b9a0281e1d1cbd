import Probing
import PythonPackaging

/// The console scripts of distributions: what each would import and look up is checked, and nothing of it is called
/// (packaging.python.org, "Entry points specification").
struct EntryPointPlan {
  private(set) var groups: [CheckGroup] = []

  init(_ distributions: [InstalledDistribution]) {
    for distribution in distributions {
      for script in distribution.entryPoints.group("console_scripts") {
        let attribute = script.attributes.isEmpty ? nil : script.attributes.joined(separator: ".")
        var check = PlannedCheck(Target(module: script.module, attribute: attribute))
        check.name = script.name
        groups.append(CheckGroup([check]))
      }
    }
  }
}
