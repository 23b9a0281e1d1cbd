/// Cuts a description into sections, each with what is known of its subject.
struct DescriptionSections {
  private typealias Row = DescriptionSection.Row

  let description: EnvironmentDescription
  /// All distributions instead of those of machine learning; all instructions of the kernel that were kept.
  let isVerbose: Bool

  /// Without those that have nothing to say.
  var all: [DescriptionSection] {
    let machine = description.machine
    let sections = [
      python, MachineSections.system(machine), MachineSections.graphics(machine.graphics), packages,
    ]
    let rest = description.imports.map(ImportSection.section) + [conflicts, variables, warnings]
    return (sections + rest).filter { !$0.rows.isEmpty }
  }

  private var python: DescriptionSection {
    let environment = description.environment
    let installation = description.installation
    return DescriptionSection(
      "Python",
      [
        Row("problem", description.problem?.message),
        Row("version", version),
        Row("executable", environment.executable),
        Row("found by", environment.foundBy),
        Row("prefix", environment.prefix),
        Row("base prefix", environment.basePrefix == environment.prefix ? nil : environment.basePrefix),
        Row("libpython", environment.libpython),
        Row("kind", installation.kind.map { $0.rawValue + (installation.evidence.map { " (\($0))" } ?? "") }),
        Row(
          "installers",
          installation.installers.isEmpty ? nil : installation.installers.map(\.words).joined(separator: ", ")),
      ].compactMap(\.self))
  }

  private var version: String? {
    let environment = description.environment
    guard let version = environment.python else { return nil }
    return version + (environment.implementation.map { " (\($0))" } ?? "")
  }

  private var packages: DescriptionSection {
    let shown = isVerbose ? description.distributions : NotablePackages.among(description.distributions)
    let total = description.distributions.count
    let count = shown.count == total ? "\(total)" : "\(shown.count) of machine learning, of \(total)"
    let none = shown.isEmpty && total > 0 ? Row("installed", "\(total), none of machine learning") : nil
    return DescriptionSection("Packages (\(count))", shown.map(\.row) + [none].compactMap(\.self))
  }

  private var conflicts: DescriptionSection {
    DescriptionSection(
      "Conflicts (\(description.conflicts.count))",
      description.conflicts.compactMap { Row("\($0.distribution) \($0.version)", $0.words) })
  }

  private var variables: DescriptionSection {
    DescriptionSection("Variables", description.variables.compactMap { Row($0.name, $0.value) })
  }

  private var warnings: DescriptionSection {
    let all = description.environment.warnings + description.warnings
    let shown = isVerbose ? all[...] : all.prefix(Self.mostWarnings)
    let rest = all.count - shown.count
    return DescriptionSection(
      "Warnings (\(all.count))",
      shown.compactMap { Row($0.code, $0.message, excerpt: $0.excerptLines) }
        + [Row("more", rest == 0 ? nil : "\(rest), with --verbose")].compactMap(\.self))
  }

  /// A broken environment may have one for each distribution.
  private static let mostWarnings = 20
}

extension InstallerReport {
  fileprivate var words: String {
    [name, version, path.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
  }
}

extension InstalledReport {
  fileprivate var row: DescriptionSection.Row {
    let installer = installer.map { " (\($0))" } ?? ""
    return DescriptionSection.Row(label: Plain.line(name), value: Plain.line((version ?? "no version") + installer))
  }
}

extension ConflictReport {
  /// What is wrong, without the name of who asks.
  package var words: String {
    switch kind {
    case .missing, .version: "requires \(requirement), \(instead)"
    case .python: "is made for Python \(requirement), and this is \(found ?? "another one")"
    case .platform: "is built for \(requirement), which does not fit this machine"
    }
  }
}
