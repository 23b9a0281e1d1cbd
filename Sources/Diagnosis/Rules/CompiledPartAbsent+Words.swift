import SharedObjects

/// What tells of it beside the exception of an import.
extension CompiledPartAbsent {
  /// What pandas and scikit-learn say in their own sources.
  static let unbuiltWords = ["C extension: ", "C extensions not built: ", "has not been built correctly"]

  /// Packages that notice it themselves, and name the file or the module.
  private static let words =
    unbuiltWords + [
      "Maybe you need to compile it from source", "Please build Cython components", "requires cuda extensions",
      "object has no attribute 'ds_opt_ad", "Configured CUDA binary not found at", "name '_C' is not defined",
      "Cannot find XGBoost Library in the candidate path", "Cannot find lightgbm library file in following paths",
      "compiled extension is not available", "was not built with C++ extensions", "extension modules were not built",
      "Cannot load native module '", "Shared library with base name '", "has not been built: ",
      "you must first build the C extensions", "has loaded the `torch/_C` folder",
      "C++ extension is not available", "Error building extension '", "ninja: build stopped",
      "from its source directory",
      "from\n        its source directory",
      "from\n its source directory",
    ]

  func said(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: Self.words), !isAboutAnother(line), !isAboutVersion(evidence)
    else { return nil }
    let raiser = evidence.failure.exception?.raiser
    let owner = raiser?.owner.distribution
    return Finding(
      .incompleteBuild, .likely, culprits: [owner],
      "The compiled part of \(owner.map { evidence.label($0) } ?? "the package") is absent.",
      evidence: [line, raiser.map { "wanted at \($0.place)" }],
      fixes: [Fix("install a wheel that has it, for this toolkit, or build the sources with all their parts")])
  }

  /// Code that went on without its extension meets its name later: `name 'selective_scan_cuda' is not defined`.
  func undefined(_ evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where exception.type == "NameError" {
      guard let rest = exception.message.after("name "), rest.contains("is not defined"), let name = rest.quotedName,
        name.split(separator: "_").dropFirst().contains(where: { ["cuda", "ext", "cpp"].contains($0) })
      else { continue }
      let owner = exception.raiser?.owner.distribution
      return Finding(
        .incompleteBuild, .likely, culprits: [owner],
        "The compiled part `\(name)` could not be imported before, which the code had passed over.",
        evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }],
        fixes: [Fix("see why it is absent", commands: ["python -c 'import \(name)'"])])
    }
    return nil
  }

  /// pandas takes whatever its compiled part failed by for the part itself: `C extension: No module named six not built`.
  private func isAboutAnother(_ line: String) -> Bool {
    guard let name = line.after("C extension: No module named ")?.quotedOrBareName else { return false }
    return name.topLevel != "pandas"
  }

  /// torch compiles such extensions when they are first used, in a folder of its own (torch/utils/cpp_extension.py).
  func unbuilt(_ evidence: Evidence) -> Finding? {
    let message = evidence.failure.loaderMessage { message in
      message.problem == .missingLibrary && message.object?.contains("/torch_extensions/") ?? false
    }
    guard let object = message?.object else { return nil }
    return Finding(
      .incompleteBuild, .likely, culprits: [evidence.failure.exception?.raiser?.owner.distribution],
      "torch compiled no \(object.fileName): that failed earlier, or another process still does it.",
      evidence: [evidence.failure.line(withAnyOf: [object])],
      fixes: [Fix("remove the folder \(object.folder), run it again, and read what the compiler says then")])
  }

  /// A path in the package's own folder, at which it has no library: only the package itself asks for it so, and not by a
  /// name that the loader looks for.
  func ownLibrary(_ evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    for message in evidence.failure.loaderMessages where message.problem == .missingLibrary {
      // For macOS' loader a library of the system may be absent that the file needs.
      let isItself = message.speaker == .dyld && message.requested.map { $0 == message.object ?? $0 } ?? false
      guard message.speaker == .glibc || isItself, let file = message.object ?? message.requested else { continue }
      let owner = file.owningDistribution
      guard message.speaker == .glibc && file.isInSiteFolder && owner != nil || isOfProject(file, evidence)
      else { continue }
      return Finding(
        .incompleteBuild, .likely, culprits: [owner],
        "\(owner.map { evidence.label($0) } ?? "The project") does not have its own library \(file.belowSitePackages).",
        evidence: [evidence.failure.line(withAnyOf: [file])],
        fixes: [Fix("install a build that has it, for this system and device, or build the sources with it")])
    }
    return nil
  }

  /// Whether code that is no installed one looked for it below its own folder, or beside it.
  private func isOfProject(_ file: String, _ evidence: Evidence) -> Bool {
    guard let raiser = evidence.failure.exception?.raiser, raiser.owner == .local else { return false }
    // IPython shortens the user's folder.
    let folder = raiser.file.folder
    return folder.hasPrefix("~/") ? file.contains(folder.dropFirst() + "/") : file.hasPrefix(folder + "/")
  }

  /// What came first says that a version does not fit; packages guess at their compiled part all the same.
  private func isAboutVersion(_ evidence: Evidence) -> Bool {
    evidence.failure.exceptions.dropLast().contains { exception in
      !exception.message.contains(anyOf: Self.words) && CheckedVersion(exception, evidence) != nil
    }
  }
}
