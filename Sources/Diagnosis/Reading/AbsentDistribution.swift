/// A distribution that an exception says is not there.
struct AbsentDistribution: Equatable {
  var distribution: String
  /// The module that was wanted, if one was.
  var module: String?
  var confidence: Confidence
  /// Whether nothing but the module's own name speaks for the distribution: another project may bear it.
  var isGuess = false

  init?(_ exception: RaisedException, _ evidence: Evidence) {
    guard let absent = Self.module(exception, evidence) ?? Self.metadata(exception) ?? Self.advice(exception, evidence)
    else { return nil }
    self = absent
  }

  private init(_ distribution: String, module: String? = nil, _ confidence: Confidence) {
    self.distribution = distribution
    self.module = module
    self.confidence = confidence
  }

  private static func module(_ exception: RaisedException, _ evidence: Evidence) -> AbsentDistribution? {
    guard let name = exception.complaint.wantedModule(evidence) ?? exception.unfoundTop(evidence),
      OptionalModules.part(of: name) == nil,
      // What belongs to Python itself no distribution brings.
      !StandardLibraryModules.names.contains(name.topLevel) || ImportNames.table[name] != nil,
      evidence.modules[name]?.found == nil,
      // Then something else keeps its module from being found.
      !evidence.isInstalled(ImportNames.likelyDistribution(of: name))
    else { return nil }
    let distribution = ImportNames.sharedPart(name) ?? ImportNames.likelyDistribution(of: name)
    var absent = AbsentDistribution(distribution, module: name, evidence.sure(.certain))
    absent.isGuess =
      ImportNames.distribution(of: name) == nil && !WellKnownDistributions.names.contains(normalizedName(distribution))
      && !evidence.isAskedFor(distribution)
    return absent
  }

  /// `importlib.metadata.PackageNotFoundError` and `pkg_resources.DistributionNotFound`.
  private static func metadata(_ exception: RaisedException) -> AbsentDistribution? {
    if exception.type == "PackageNotFoundError" {
      let name = exception.message.after("No package metadata was found for ") ?? exception.message[...]
      return projectName(name.quotedName ?? String(name)).map { AbsentDistribution($0, .likely) }
    }
    guard exception.type == "DistributionNotFound" else { return nil }
    let text = exception.message.after("The ")?.quotedName ?? bareRequirement(exception)
    // What raises it is there: pkg_resources is a part of setuptools.
    guard let name = text.flatMap(projectName), normalizedName(name) != "setuptools" else { return nil }
    return AbsentDistribution(name, .likely)
  }

  /// The requirement alone, as old ones of setuptools give it. Where it names one version, another may be there: after a
  /// conflict pkg_resources begins anew with nothing, and then finds none that fits (`_build_from_requirements`).
  private static func bareRequirement(_ exception: RaisedException) -> String? {
    let text = exception.message
    let functions = exception.frames.map(\.function)
    let isFirst = functions.contains("require") && !functions.contains("_build_from_requirements")
    guard !text.contains(where: \.isWhitespace), isFirst || !text.contains("==") else { return nil }
    return text
  }

  /// The name at the start of a requirement.
  private static func projectName(_ text: String) -> String? {
    let name = text.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }.trimmingDots
    return name.isEmpty ? nil : name
  }

  /// What packages advise themselves; not believed where it is installed.
  private static func advice(_ exception: RaisedException, _ evidence: Evidence) -> AbsentDistribution? {
    guard !exception.message.contains(anyOf: refusals) else { return nil }
    if let module = sought(exception, evidence) {
      return AbsentDistribution(ImportNames.likelyDistribution(of: module), module: module, .likely)
    }
    // pandas/__init__.py before 1.0: one that is there, but cannot be imported, is named so, too.
    if let name = exception.message.after("Missing required dependencies [")?.quotedName, !evidence.isInstalled(name) {
      return AbsentDistribution(name, .possible)
    }
    guard let name = advised(exception.message) ?? named(exception, evidence), !evidence.isInstalled(name),
      name.first?.isLetter == true
    else { return nil }
    return AbsentDistribution(name, .likely)
  }

  /// What the message says is wanted, without quotation marks, or in a list of names; where it is one that many use.
  private static func named(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    let message = exception.message
    guard exception.raiser?.owner.distribution != nil else { return nil }
    let words: [String] =
      if let rest = message.after("requires "), rest.contains("to be installed") {
        Array(String(rest).names.prefix(1))
      } else if message.contains("dependencies"), message.contains(anyOf: ["not installed", "not be installed"]) {
        message.between("[", "]").map(\.names) ?? []
      } else if let rest = message.after(": "), message.contains("need to install") {
        Array(String(rest).names.prefix(1))
      } else {
        []
      }
    return words.map { ImportNames.likelyDistribution(of: $0) }.first { name in
      WellKnownDistributions.names.contains(normalizedName(name)) && !evidence.isInstalled(name)
    }
  }

  /// The module that was looked for in vain before, and that the message speaks of, by its own name or that of its
  /// distribution: `jinja2 must be installed to use Jinja2Templates`.
  private static func sought(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    guard exception.complaint == .other, exception.message.contains(anyOf: needs) else { return nil }
    let words = Set(
      exception.message.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.map {
        normalizedName(String($0))
      })
    return evidence.failure.absentModules.last { module in
      let distribution = ImportNames.likelyDistribution(of: module)
      return [module, distribution].contains { words.contains(normalizedName($0)) }
        && !evidence.isInstalled(distribution)
    }
  }

  private static let needs = [
    "not installed", "not found", "requires", "required", "need", "install", "optional dependency",
  ]

  private static let refusals = [
    "incompatible", "upgrade", "--upgrade", "downgrade", "removed in", "has been moved", "but found",
  ]

  private static func advised(_ message: String) -> String? {
    guard message.contains(anyOf: needs) else { return nil }
    if let rest = message.after("pip install ") {
      let words = rest.split(whereSeparator: \.isWhitespace).map { $0.filter { !"'\"`".contains($0) } }
      if let word = words.first(where: { !$0.hasPrefix("-") }) {
        return word.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }.trimmingDots
      }
    }
    if message.contains(" nor "), let name = message.after("Neither ")?.quotedOrBareName { return name }
    if let rest = message.after("Missing optional dependency ") ?? message.after("the package "),
      rest.contains(anyOf: ["pip or conda", "seems to be not installed", "is not installed"]),
      let name = rest.quotedOrBareName
    {
      return name.replacing("_", with: "-")
    }
    if let rest = message.after("requires the "), let name = rest.quotedOrBareName,
      message.contains(anyOf: ["to be installed", "package", "library", "but it was not found"])
    {
      return name
    }
    // `requires "python-multipart" to be installed`: without quotation marks any word may stand there.
    if let rest = message.after("requires "), rest.contains("to be installed") { return rest.quotedName }
    return nil
  }
}

extension Complaint {
  /// A module of which nothing is there: at the top, or a part that another project brings into a shared package.
  fileprivate func wantedModule(_ evidence: Evidence) -> String? {
    switch self {
    case .noModule(let name, isInNoPackage: false):
      guard let holder = name.parentModule else { return evidence.environment?.owners[name] == nil ? name : nil }
      guard ImportNames.isShared(holder, evidence) else { return nil }
      return ImportNames.table[name] != nil || !evidence.isLive && ImportNames.isOfNobody(holder) ? name : nil
    case .noName(let name, let module?, _, _):
      let whole = "\(module).\(name)"
      return ImportNames.table[whole] != nil && ImportNames.isShared(module, evidence) ? whole : nil
    default: return nil
    }
  }
}

extension RaisedException {
  /// `RPi` of `No module named RPi.GPIO`: Python 2, which writes no quotes, leaves out of the name what it found
  /// (Python/import.c, `import_submodule`).
  func unfoundTop(_ evidence: Evidence) -> String? {
    guard type == "ImportError", !evidence.isLive,
      case .noModule(let name, isInNoPackage: false) = complaint,
      name.contains("."), message.contains("No module named \(name)")
    else { return nil }
    let top = name.topLevel
    guard !Self.installers.contains(top), !StandardLibraryModules.names.contains(top),
      !ImportNames.shared.contains(top),
      // Of what each release has, people tell where an installation is damaged.
      !CoreParts.contains(name), evidence.isKnown(top) || isAskedWhole(name),
      !frames.contains(where: { $0.file.pythonRelease?.hasPrefix("3") == true || $0.isInside(top) })
    else { return nil }
    return top
  }

  /// Whether the line of code has that name from its beginning: `from addon.common import x`.
  private func isAskedWhole(_ name: String) -> Bool {
    let words = deepest?.source?.split { !($0 == "." || $0 == "_" || $0.isLetter || $0.isNumber) } ?? []
    return words.contains(Substring(name))
  }

  /// What begins without itself is damaged.
  private static let installers: Set<String> = ["conda", "packaging", "pip", "pkg_resources", "setuptools"]
}

extension Frame {
  /// Whether its file lies in a folder of that name.
  fileprivate func isInside(_ package: String) -> Bool {
    file.split { $0 == "/" || $0 == "\\" }.dropLast().contains(Substring(package))
  }
}

extension Evidence {
  /// Whether the metadata of something that is installed names a distribution.
  fileprivate func isAskedFor(_ name: String) -> Bool {
    guard let environment else { return false }
    return environment.conflicts.contains { normalizedName($0.required) == normalizedName(name) }
      || environment.distributions.values.contains { distribution in
        distribution.requirements.contains { normalizedName($0.name) == normalizedName(name) }
      }
  }
}

extension ImportNames {
  /// What the distributions are called that bring a part of a package of nobody's, as far as they keep to its name.
  fileprivate static func sharedPart(_ name: String) -> String? {
    guard let holder = name.parentModule, table[name] == nil, isOfNobody(holder) else { return nil }
    return name.replacing(".", with: "-").replacing("_", with: "-")
  }

  /// Whether several projects share a package that none of them is the first of.
  fileprivate static func isOfNobody(_ package: String) -> Bool { shared.contains(package) && table[package] == nil }

  /// Whether parts of this package come from several projects.
  static func isShared(_ package: String, _ evidence: Evidence) -> Bool {
    shared.contains(package) || (evidence.environment?.owners[package.topLevel].map { $0.count > 1 } ?? false)
  }
}

extension String {
  /// What stands between the first two of these marks.
  fileprivate func between(_ start: String, _ end: Character) -> String? {
    after(start).flatMap { rest in rest.firstIndex(of: end).map { String(rest[..<$0]) } }
  }
}

extension Substring {
  fileprivate var trimmingDots: String {
    var text = self
    while text.last == "." { text = text.dropLast() }
    return String(text)
  }
}
