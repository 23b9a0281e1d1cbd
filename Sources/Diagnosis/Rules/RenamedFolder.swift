/// A folder of code bears another name than the one by which its own code, or the program that loads it, asks for it.
struct RenamedFolder: Rule {
  static let page = RulePage(
    "renamed-folder", .brokenInstall,
    sees: """
      `No module named 'x'`, raised in a package whose folder is called `x-main`, `x-1.2` or the like; a name with a \
      hyphen that a program imports for the sake of a folder.
      """,
    means: """
      Archives of a repository unpack into a folder with its branch or version in the name. Code that imports itself by \
      its own name does not find it there, and of a name with a dot in it Python takes the first part for a package.
      """,
    advises:
      "Give the folder the name that its code has, without what stands behind it; then let the program look again.",
    seenAt:
      "add-ons for Blender from GitHub's archives (`io_import_pskx-develop`), and of one with a dot in its name (`'blendgit-3'`)",
    explains: [.missingDistribution, .importSideEffect])

  func finding(in evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    for exception in evidence.failure.exceptions {
      guard case .noModule(let module, isInNoPackage: false) = exception.complaint else { continue }
      if let finding = ofItself(module.topLevel, exception) ?? byProgram(module, exception) { return finding }
    }
    return nil
  }

  /// The folder of a package whose name goes on behind that of the module that its own code wants.
  private func ofItself(_ name: String, _ exception: RaisedException) -> Finding? {
    let folders = exception.frames.reversed().compactMap(\.file.packageFolder)
    guard let folder = folders.first(where: { $0.goesOn(behind: name) }) else { return nil }
    return finding(
      name, "The folder \(folder) bears another name than the package in it, which is called `\(name)`.",
      Fix("rename the folder \(folder) to \(name), then let the program look for it again"), exception)
  }

  /// What no code can import by its name, since `-` is no part of one: Blender imports its add-ons' folders so
  /// (scripts/modules/addon_utils.py, `enable`).
  private func byProgram(_ module: String, _ exception: RaisedException) -> Finding? {
    guard module.contains("-"), exception.raiser?.file.moduleStem == "addon_utils" else { return nil }
    return finding(
      module,
      "A folder whose name begins with \(module) is imported, and Python takes what stands before a dot for its name.",
      Fix("rename the folder, so that no dot is in its name, then let the program look for it again"), exception)
  }

  private func finding(_ name: String, _ summary: String, _ fix: Fix, _ exception: RaisedException) -> Finding {
    Finding(
      .brokenInstall, .likely, culprits: [name], summary,
      evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }], fixes: [fix])
  }
}

extension String {
  /// The name of the folder, where it is the file of a package.
  fileprivate var packageFolder: String? {
    let parts = split { $0 == "/" || $0 == "\\" }
    return parts.last == "__init__.py" ? parts.dropLast().last.map(String.init) : nil
  }

  /// `spam-main`, `spam-1.2` and `spam (1)` behind `spam`.
  fileprivate func goesOn(behind name: String) -> Bool {
    hasPrefix(name) && dropFirst(name.count).first.map { "-. (".contains($0) } ?? false
  }
}
