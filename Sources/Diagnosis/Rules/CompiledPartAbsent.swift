import SharedObjects

/// The compiled module of a package is not there.
struct CompiledPartAbsent: Rule {
  static let page = RulePage(
    "compiled-part-absent", .incompleteBuild,
    sees: """
      A module with an underscore, such as `vllm._C`, that the package itself wants, and of which there is no file, or only \
      its source; in a text, a library that is missing at a path in the package's own folder.
      """,
    means:
      "What is imported was never compiled: a source tree in the working directory, an editable install or wheel whose build left a part out.",
    advises: "Run outside of the source tree, or build it; install a wheel of this platform.",
    seenAt:
      "vllm in its own checkout (`No module named 'vllm._C'`), mmcv-full without `_ext`, triton without `backends.nvidia._C`",
    explains: [.missingDistribution, .importSideEffect, .versionConflict, .missingSharedLibrary, .circularImport])

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions where !evidence.failure.isOvertaken(exception) {
      guard let name = Self.extensionModule(exception, evidence) else { continue }
      return finding(name, exception, evidence)
    }
    return said(evidence) ?? undefined(evidence) ?? unbuilt(evidence) ?? ownLibrary(evidence)
  }

  /// What pandas and scikit-learn say in their own sources.
  static let unbuiltWords = ["C extension: ", "has not been built correctly"]

  /// Packages that notice it themselves, and name the file or the module.
  private static let words =
    unbuiltWords + [
      "Maybe you need to compile it from source", "Please build Cython components", "requires cuda extensions",
      "object has no attribute 'ds_opt_ad", "Configured CUDA binary not found at", "name '_C' is not defined",
      "Cannot find XGBoost Library in the candidate path", "Cannot find lightgbm library file in following paths",
      "compiled extension is not available", "was not built with C++ extensions", "extension modules were not built",
      "Cannot load native module '", "has not been built: ",
      "you must first build the C extensions", "has loaded the `torch/_C` folder",
      "C++ extension is not available", "Error building extension '", "from its source directory",
      "from\n        its source directory",
      "from\n its source directory",
    ]

  private func said(_ evidence: Evidence) -> Finding? {
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
  private func undefined(_ evidence: Evidence) -> Finding? {
    for exception in evidence.failure.exceptions where exception.type == "NameError" {
      guard let rest = exception.message.after("name "), rest.contains("is not defined"), let name = rest.quotedName,
        ["_cuda", "_ext", "_cpp"].contains(where: name.hasSuffix)
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
  private func unbuilt(_ evidence: Evidence) -> Finding? {
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
  private func ownLibrary(_ evidence: Evidence) -> Finding? {
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

  private static func extensionModule(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    if exception.message.contains("'_OpNamespace' '"), let name = exception.message.after("'_OpNamespace' ")?.quotedName
    {
      return name == "_C" || name.hasPrefix("_C_") || name.isPrivate && name.hasSuffix("_C") ? name : nil
    }
    let name: String
    switch exception.complaint {
    case .noModule(let module, isInNoPackage: false): name = module
    // A folder of its sources or its stubs is there, which Python takes for a package.
    case .noName(_, let module?, nil, _)
    where module.lastName.isPrivate && exception.message.contains("(unknown location)"): name = module
    case .noName(let last, let module?, _, _): name = "\(module).\(last)"
    // Nobody calls anything else so.
    case .noName(let last, nil, _, _) where last == "_C": name = last
    case .noModuleAttribute(let last, let module, isPartial: false)
    where last.isPrivate && !module.lastName.isPrivate: name = "\(module).\(last)"
    default: return nil
    }
    if isInSourceTree(exception) || isLeftOutOfCheckout(name, exception, evidence) { return name }
    let isSourceThere = evidence.modules[name]?.candidates.contains { $0.kind == .uncompiled } ?? false
    guard isSourceThere || name.lastName.isPrivate || isNamed(exception, name), !name.lastName.isConstant,
      !exception.complaint.isOfPlainFile, evidence.modules[name]?.found == nil,
      !StandardLibraryModules.names.contains(name.topLevel),
      ImportNames.table[name] == nil || isNamed(exception, name) && exception.raiser?.owner.distribution == nil
    else { return nil }
    return Self.isOwn(name, exception, evidence) ? name : nil
  }

  /// Whether a package in the checkout of its sources, which has a folder of the same name around it, wants of itself what
  /// only its build makes.
  private static func isInSourceTree(_ exception: RaisedException) -> Bool {
    guard case .noName(let name, let module?, let file, let isPartial) = exception.complaint,
      let source = file ?? exception.raiser?.file, !source.isInSiteFolder, source.hasSuffix("/__init__.py"),
      source.contains("/\(module.topLevel)/\(module.topLevel)/"), name == name.lowercased(),
      source.folder.hasSuffix("/" + module.split(separator: ".").joined(separator: "/"))
    else { return false }
    return name.isPrivate || !isPartial && exception.raiser?.file == source
  }

  /// Whether a package in the checkout of its sources, a folder that is called like it, has no such module of itself: code
  /// of one release is all there, unless it is not kept with the sources. Archives add a version or a branch to the name,
  /// projects the word "python" or the like.
  private static func isLeftOutOfCheckout(
    _ name: String, _ exception: RaisedException, _ evidence: Evidence
  ) -> Bool {
    guard case .noModule(_, isInNoPackage: false) = exception.complaint, name.contains("."),
      let file = exception.raiser?.file, !file.isInSiteFolder,
      !name.lastName.contains(anyOf: ["settings", "config", "local", "secret"])
    else { return false }
    let folders = file.folder.split(separator: "/").map(String.init)
    guard let place = folders.lastIndex(of: name.topLevel), place > 0 else { return false }
    let (around, package) = (normalizedName(folders[place - 1]), normalizedName(name.topLevel))
    return around == package || around.contains(package) && evidence.isKnown(name.topLevel)
  }

  /// Whether a name that is imported says that it is compiled: `from .nms import nms_cuda`, `import alt_cuda_corr`.
  private static func isNamed(_ exception: RaisedException, _ name: String) -> Bool {
    switch exception.complaint {
    case .noName: break
    // `import flash_attn_2_cuda`: extensions lie beside the packages that want them, too.
    case .noModule(_, isInNoPackage: false): if ExtensionModules.isSaid(name) { return true }
    default: return false
    }
    return ["_cuda", "_ext", "_cpp", "_C"].contains(where: name.hasSuffix) || ExtensionModules.contains(name)
  }

  /// Whether the file that wants it lies in the package's folder, and that is no installed one.
  private static func isOfCheckout(_ exception: RaisedException, _ name: String) -> Bool {
    guard let file = exception.complaint.file ?? exception.raiser?.file else { return false }
    return !file.isInSiteFolder && file.contains("/\(name.topLevel)/")
  }

  /// Whether the package itself wants it; of others it may be private and gone.
  private static func isOwn(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Bool {
    guard let raiser = exception.raiser else {
      if name == "_C" || !evidence.isLive && isNamed(exception, name) { return true }
      // Nobody publishes a distribution of private modules.
      if !name.contains("."), case .noModule = exception.complaint {
        return !evidence.isLive && OptionalModules.part(of: name) == nil
      }
      return name.contains(".")
        && (ExtensionModules.looksCompiled(name.lastName) || name.lastName == "_" + name.topLevel)
    }
    // `import _mask`: beside the file that wants it, so without a package before it.
    if !name.contains(".") { return !evidence.isLive && OptionalModules.part(of: name) == nil }
    guard let distribution = raiser.owner.distribution else {
      return evidence.modules[name.topLevel]?.found.map { $0.owner == nil } ?? true
    }
    return evidence.provider(of: name).map { normalizedName($0) == normalizedName(distribution) } ?? false
  }

  private func finding(_ name: String, _ exception: RaisedException, _ evidence: Evidence) -> Finding {
    let package = evidence.modules[name.topLevel]?.found
    let isSourceTree =
      package.map { $0.place == .workingDirectory && $0.owner == nil } ?? Self.isOfCheckout(exception, name)
    // A module that lies beside the code that wants it is no distribution's.
    let isBeside = !name.contains(".") && evidence.environment == nil && ImportNames.table[name] == nil
    let owner = exception.raiser?.owner.distribution ?? (isBeside ? nil : evidence.provider(of: name))
    let source = evidence.modules[name]?.candidates.first { $0.kind == .uncompiled }
    let whole = owner.map { " of " + evidence.label($0) } ?? (isBeside ? "" : " of `\(name.topLevel)`")
    let writer = source.flatMap { SourceWriter(file: $0.file) }
    return Finding(
      .incompleteBuild, package != nil && isSourceTree || source != nil ? .certain : .likely, culprits: [owner],
      writer.map { "`\(name)` was not written yet, which \($0.program) makes of its source." }
        ?? "The compiled part `\(name)`\(whole) is absent.",
      evidence: [
        exception.line, isSourceTree ? package.map { "imported from the working directory: \($0.file)" } : nil,
        source.map { "only its source is there: \($0.file.belowSitePackages)" },
        exception.raiser.map { "wanted at \($0.place)" },
      ],
      fixes: [writer.map { $0.fix(evidence) } ?? fix(name, owner, isSourceTree: isSourceTree, evidence)])
  }

  private func fix(_ name: String, _ owner: String?, isSourceTree: Bool, _ evidence: Evidence) -> Fix {
    guard isSourceTree else {
      guard owner != nil || name.contains(".") else { return Fix("build the extensions of the project that has it") }
      return Fix(
        "install a wheel that has it",
        commands: owner.map { [evidence.installer.install($0, options: ["--upgrade", "--force-reinstall"])] } ?? [])
    }
    let isInstalled = evidence.environment?.owners[name.topLevel] != nil
    return Fix(
      isInstalled
        ? "run in another folder, so that the installed package is imported, or build the sources here"
        : "build the sources here")
  }
}
