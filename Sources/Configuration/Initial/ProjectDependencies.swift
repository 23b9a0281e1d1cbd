internal import SystemCalls
package import SystemPackage

/// What a project depends on by its `pyproject.toml`, read before a table is added to that file.
package struct ProjectDependencies: Sendable {
  /// The file, which need not exist.
  package let file: FilePath
  /// Whether there is no such file yet.
  package let isNew: Bool
  /// `dependencies` of `[project]` (packaging.python.org, "pyproject.toml specification"), in their order.
  package let all: [Dependency]
  let source: [UInt8]

  /// One requirement of the project.
  package struct Dependency: Sendable, Hashable {
    /// As PEP 508 has it.
    package let requirement: String
    /// The distribution that it begins with.
    package let name: String
  }

  /// Reads the `pyproject.toml` of this folder itself; what lies above is another project's.
  /// - Throws: ``ConfigurationProblem``, also where the table that is to be added is there.
  package init(in folder: FilePath) throws(ConfigurationProblem) {
    file = folder.appending(ProjectFile.name)
    let source = try ProjectFile.read(file)
    isNew = source == nil
    self.source = source ?? []
    let project = try ProjectFile(file, source: self.source)
    guard try project.item(ProjectConfiguration.path) == nil else {
      throw .tableExists(project.place(of: ProjectConfiguration.path))
    }
    all = try Self.dependencies(of: project)
  }

  private static func dependencies(of file: ProjectFile) throws(ConfigurationProblem) -> [Dependency] {
    guard let item = try file.item(["project"]) else { return [] }
    let table = try TableReader(item, at: ["project"], of: file)
    var dependencies: [Dependency] = []
    for requirement in try table.texts("dependencies") ?? [] {
      guard let name = name(of: requirement) else {
        throw table.wrong("dependencies", "holds `\(requirement)`, which is no requirement")
      }
      dependencies.append(Dependency(requirement: requirement, name: name))
    }
    return dependencies
  }

  /// `identifier = letterOrDigit ((letterOrDigit | '-' | '_' | '.')* letterOrDigit)?` (PEP 508), after white space.
  private static func name(of requirement: String) -> String? {
    let start = requirement.drop { $0 == " " || $0 == "\t" }
    guard start.first?.isNamePart == true else { return nil }
    var name = start.prefix { $0.isNamePart || "-_.".contains($0) }
    while let last = name.last, !last.isNamePart { name.removeLast() }
    return String(name)
  }
}

extension Character {
  /// `letterOrDigit` of PEP 508.
  fileprivate var isNamePart: Bool { isASCII && (isLetter || isNumber) }
}
