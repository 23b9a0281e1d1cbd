import MachineFacts
import Probing
import PythonPackaging
import Reporting
import Supervision
import SystemCalls
import SystemPackage

extension InstallationReport {
  /// Who made the environment by its files, and what can install packages there.
  init(_ place: PythonPlace, _ distributions: [InstalledReport], _ environment: ProcessEnvironment) {
    self.init()
    if let (kind, evidence) = Self.kind(place) {
      self.kind = kind
      self.evidence = evidence
    }
    installers = Self.installers(distributions, environment)
  }

  private static func kind(_ place: PythonPlace) -> (Kind, String)? {
    guard let prefix = place.prefix else { return nil }
    if let configuration = place.configuration {
      guard let maker = configuration.maker else { return (.venv, "pyvenv.cfg names no other tool") }
      return (maker.name == "uv" ? .uv : .virtualenv, "pyvenv.cfg: \(maker.name) = \(maker.version)")
    }
    // conda keeps there what it has linked into the environment.
    if prefix.appending("conda-meta").isDirectory { return (.conda, "conda-meta") }
    let names = prefix.components.map(\.string)
    let text = PythonPath(prefix).description
    if names.dropLast().last == "versions", names.contains(where: { $0.contains("pyenv") }) { return (.pyenv, text) }
    if names.dropLast().suffix(2) == ["uv", "python"] { return (.uvPython, text) }
    return (prefix == "/usr" ? .system : .other, text)
  }

  /// pip acts from within an environment; uv, conda and others from PATH.
  private static func installers(
    _ distributions: [InstalledReport], _ environment: ProcessEnvironment
  ) -> [InstallerReport] {
    let inside = distributions.filter { ["pip", "uv", "poetry", "pdm"].contains($0.name) }
      .map { InstallerReport(name: $0.name, version: $0.version, path: nil) }
    let onPath = ["pip", "uv", "conda", "mamba", "poetry", "pdm", "pixi"].compactMap { name in
      programOnPath(name, environment).map {
        InstallerReport(name: name, version: nil, path: PythonPath($0).description)
      }
    }
    return inside + onPath
  }
}
