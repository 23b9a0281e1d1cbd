/// The compiled part of a package that is not there, as an exception tells of it.
enum CompiledPart {
  /// The module that was never compiled, with its package where that is known.
  static func absent(_ exception: RaisedException, _ evidence: Evidence) -> String? {
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
    return isOwn(name, exception, evidence) ? name : nil
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
  static func isOfCheckout(_ exception: RaisedException, _ name: String) -> Bool {
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
}
