/// An environment's description for an issue on GitHub: a block that is folded up, with a table for each section.
package struct DescriptionMarkdown: Sendable {
  /// All distributions and warnings.
  package var isVerbose: Bool

  package init(isVerbose: Bool) {
    self.isVerbose = isVerbose
  }

  /// With a line end.
  package func render(_ description: EnvironmentDescription) -> String {
    let sections = DescriptionSections(description: description, isVerbose: isVerbose).all
    let start = "<details>\n<summary>Environment: <code>\(Markdown.html(summary(description)))</code></summary>\n"
    let tool = "\(description.tool.name) \(description.tool.version)"
    return ([start] + sections.map(table) + ["\(tool)\n\n</details>\n"]).joined(separator: "\n")
  }

  /// What is seen before it is opened.
  private func summary(_ description: EnvironmentDescription) -> String {
    let python = description.environment.python.map { "Python \($0)" } ?? "no Python"
    let packages = ["torch", "vllm"].compactMap { name in
      description.distributions.first { $0.name.lowercased() == name }.map { "\(name) \($0.version ?? "?")" }
    }
    let system = description.machine.operatingSystem?.name ?? description.machine.kernel?.name
    let conflicts = description.conflicts.isEmpty ? nil : "conflicts: \(description.conflicts.count)"
    let parts = [python] + packages + [system, conflicts].compactMap(\.self)
    return Plain.line(parts.joined(separator: " · "))
  }

  private func table(_ section: DescriptionSection) -> String {
    let rows = section.rows.map { "| \(Markdown.label($0.label)) | \(Markdown.code($0.value)) |\n" }
    return "**\(section.title)**\n\n| | |\n|---|---|\n" + rows.joined()
  }
}
