internal import SharedObjects

/// What an explicit check of versions says.
struct CheckedVersion: Equatable {
  /// The distribution whose version is not the right one, if it can be told.
  var subject: String?
  /// What the message asks for: `tokenizers>=0.14,<0.19`.
  var requirement: String?
  /// A project that the message says carries on what is gone, and that is not installed.
  var successor: String?
  /// Whether the message has a form that only such checks have.
  var isExact = false
  /// Whether it says that something is gone.
  var isOfRemoval = false

  init?(_ exception: RaisedException, _ evidence: Evidence) {
    let message = exception.message
    if let check = Self.packageResources(exception) ?? Self.needed(message) {
      self = check
      return
    }
    let isOfAbsence = message.contains(anyOf: Self.removals) || Self.saysWhatIsNow(message)
    guard exception.complaint == .other || isOfAbsence, !Self.isOfPython(message),
      !message.contains(anyOf: Self.others), message.utf8.count < Self.longest,
      LoaderMessage.all(in: message, limit: 1).isEmpty,
      isOfAbsence || message.hasVersion && message.contains(anyOf: Self.demands)
        || message.contains("version mismatch") && Self.namesTwo(message, evidence)
    else { return nil }
    requirement = Self.demanded(message)
    subject = requirement.map { String($0.distributionName) } ?? Self.subject(of: message, exception, evidence)
    successor = Self.successor(in: message, evidence)
    isOfRemoval = message.contains(anyOf: Self.departures) || Self.saysWhatIsNow(message)
  }

  /// An exception, and no warning, that names a successor of what the code uses.
  private static func saysWhatIsNow(_ message: String) -> Bool {
    message.contains(" is deprecated") && message.contains(anyOf: [" instead", "Use "])
      || message.contains(" has been replaced by ")
  }

  /// Whether it speaks of two distributions that are installed: `lxml & xmlsec libxml2 library version mismatch`.
  private static func namesTwo(_ message: String, _ evidence: Evidence) -> Bool {
    Set(message.names.prefix(mostWords).filter { evidence.isInstalled($0) }.map(normalizedName)).count > 1
  }

  private static let departures = [
    " was removed in ", " has been removed in ", " were removed in ", " has been removed from ", " removed in version ",
    " is removed as of ", " was removed as of ",
  ]

  private static func successor(in message: String, _ evidence: Evidence) -> String? {
    guard evidence.isLive,
      let name = message.after("is now a separate project ")?.quotedOrBareName
        ?? message.after("has been moved to the ")?.quotedName ?? message.after("have been moved to the ")?.quotedName
    else { return nil }
    return evidence.isInstalled(name) ? nil : name
  }

  /// Longer ones are no sentence about a version.
  private static let longest = 4000

  private static let removals = [
    " was removed in ", " has been removed in ", " were removed in ", "has been moved to", "have been moved to",
    "is now a separate project", "has been renamed to", " removed in version ", " is no longer supported",
    "no longer supports", "was deprecated and removed", " is removed as of ", " was removed as of ",
    // torch/utils/cpp_extension.py, pluggy/_manager.py, pydantic 1's validators.py.
    "mismatches the version that was used to compile", "are declared in the hookimpl but can not be found",
    "no validator found for <class",
    // tensorflow/core/monitoring, where keras of one release is imported beside TensorFlow of another; pip's resolver.
    "Another metric with the same name already exists", "have conflicting dependencies",
  ]

  private static let demands = [
    " has been removed from ", " require", "Require", " need", "Need", " only supports", " only support ", " must be ",
    "must have ", " at least ",
    " or less", " or newer", " or later", " or higher", " or above", " or greater", " or older", " incompatible",
    "not compatible", " not supported", " unsupported", "Unsupported", " upgrade", " downgrade", " too old", " too new",
    "version mismatch", "Version mismatch", " expected version", " does not match", "minimum version",
    "Minimum version",
    ">=", "<=", "==",
  ]

  /// What is told of by rules of their own.
  private static let others = [
    "GLIBC", "CXXABI", "API version 0x", "ABI version", "compiled using NumPy", "Gencode", "protoc", "undefined symbol",
    "CUDA driver", "NVIDIA driver", "size changed", "cannot open shared object", "multiarray",
  ]

  private static func isOfPython(_ message: String) -> Bool {
    message.contains(anyOf: [
      "requires Python", "Python version", "Python >=", "Python>=", "python_requires", "need Python", "needs Python",
      "of Python", "on Python", "Python 2",
    ])
  }

  /// `(numpy 2.0.0 (/…), Requirement.parse('numpy<2'), {'foo'})` of pkg_resources.
  private static func packageResources(_ exception: RaisedException) -> CheckedVersion? {
    guard ["VersionConflict", "ContextualVersionConflict"].contains(exception.type),
      let requirement = exception.message.after("Requirement.parse(")?.quotedName
    else { return nil }
    return CheckedVersion(requirement: requirement)
  }

  /// `tokenizers>=0.14,<0.19 is required for a normal functioning of this module, but found tokenizers==0.20`.
  private static func needed(_ message: String) -> CheckedVersion? {
    guard let range = message.range(ofWords: " is required for a normal functioning"),
      let word = message[..<range.lowerBound].split(whereSeparator: \.isWhitespace).last, word.first?.isLetter == true
    else { return nil }
    return CheckedVersion(requirement: String(word))
  }

  /// `pyparsing>=2.2.1` of `Matplotlib requires pyparsing>=2.2.1; you have 2.2.0`, and of the same with blanks.
  private static func demanded(_ message: String) -> String? {
    for verb in [" requires ", " require ", " needs ", " need "] {
      guard let rest = message.after(verb) else { continue }
      let name = rest.distributionName
      var range = rest.dropFirst(name.count).drop { $0 == " " }
      if range.hasPrefix("version ") { range = range.dropFirst(8) }
      let version = range.prefix { $0.isNumber || "<>=!~., ".contains($0) }.filter { $0 != " " }
      let end = version.lastIndex { $0.isNumber }
      guard let first = name.first, first.isLetter, let mark = version.first, "<>=!~".contains(mark), let end else {
        continue
      }
      return "\(aliases[name.lowercased()] ?? name.lowercased())\(version[...end])"
    }
    return nil
  }

  private init(requirement: String) {
    self.requirement = requirement
    subject = String(requirement[...].distributionName)
    isExact = true
  }

  /// The distribution that the message names beside the one that raised it.
  private static func subject(of message: String, _ exception: RaisedException, _ evidence: Evidence) -> String? {
    let words = message.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }.prefix(mostWords).map(
      String.init)
    let raiser = exception.raiser?.owner.distribution.map(normalizedName)
    let names = words.map { aliases[$0.lowercased()] ?? $0 }
    if let installed = names.first(where: { evidence.isInstalled($0) && normalizedName($0) != raiser }) {
      return evidence.distribution(installed)?.name
    }
    return raiser.flatMap { raiser in names.contains { normalizedName($0) == raiser } ? raiser : nil }
      ?? names.first { ImportNames.table[$0] != nil || wellKnown.contains($0.lowercased()) }?.lowercased()
  }

  private static let mostWords = 200

  /// How people call distributions in sentences.
  private static let aliases: [String: String] = [
    "pytorch": "torch", "np": "numpy", "scikit": "scikit-learn", "sklearn": "scikit-learn", "opencv": "opencv-python",
    "hf": "transformers",
  ]

  private static let wellKnown: Set<String> = [
    "numpy", "scipy", "pandas", "torch", "torchvision", "transformers", "tokenizers", "protobuf", "openssl", "urllib3",
    "pydantic", "jax", "jaxlib", "tensorflow", "keras", "numba", "llvmlite", "pyarrow", "sqlalchemy", "setuptools",
    "triton", "accelerate", "peft", "diffusers", "xformers", "ml-dtypes", "h5py", "cryptography", "jinja2", "click",
  ]
}

extension StringProtocol {
  /// The name of a distribution at its start.
  fileprivate var distributionName: SubSequence { prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) } }
}

extension String {
  /// Whether a number with a dot stands in it, as of a version, or a comparison with a number; addresses have them, too.
  var hasVersion: Bool {
    let words = split(whereSeparator: \.isWhitespace).filter { $0.range(ofWords: "://") == nil }
    let bytes = words.flatMap { Array($0.utf8) + [UInt8(ascii: " ")] }
    return bytes.indices.contains { index in
      guard bytes[index].isDigit, index + 1 < bytes.count else { return false }
      if bytes[index + 1] == UInt8(ascii: "."), index + 2 < bytes.count, bytes[index + 2].isDigit { return true }
      return index > 0 && (bytes[index - 1] == UInt8(ascii: "=") || bytes[index - 1] == UInt8(ascii: "<"))
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
