/// A program that was packed with its Python and its packages into one folder or file lacks a part of one of them.
struct FrozenProgram: Rule {
  static let page = RulePage(
    "frozen-program", .brokenInstall,
    sees: """
      `No module named 'x'` or "No package metadata was found for x", raised below the importer of a program that PyInstaller, \
      cx_Freeze or py2exe made.
      """,
    means: """
      Such tools pack what they see imported in the code. A module that is imported by a name made at run time, and the \
      dist-info of a distribution, they see only where they are told.
      """,
    advises: "Name what is missing when the program is packed; installing it beside the program does not help.",
    seenAt: "transformers in a program of PyInstaller, which asks for the version of tqdm",
    explains: [.missingDistribution, .importSideEffect, .incompleteBuild])

  func finding(in evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    let exceptions = evidence.failure.exceptions
    guard let packer = exceptions.lazy.flatMap(\.frames).compactMap({ Packer(file: $0.file) }).first else { return nil }
    for exception in exceptions {
      if let name = Self.metadata(exception) {
        return finding("the metadata of \(name)", name, packer.metadata(name), exception)
      }
      if case .noModule(let name, isInNoPackage: false) = exception.complaint {
        return finding("the module `\(name)`", name.topLevel, packer.module(name), exception)
      }
    }
    return nil
  }

  private static func metadata(_ exception: RaisedException) -> String? {
    guard ["PackageNotFoundError", "DistributionNotFound"].contains(exception.type) else { return nil }
    return exception.message.after("No package metadata was found for ")?.quotedOrBareName
      ?? exception.message.after("The '")?.prefix { $0 == "-" || $0 == "_" || $0.isLetter || $0.isNumber }.description
      ?? exception.message.quotedOrBareName
  }

  private func finding(_ part: String, _ name: String, _ fix: Fix, _ exception: RaisedException) -> Finding {
    Finding(
      .brokenInstall, .likely, culprits: [name], "The program was packed without \(part).",
      evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }], fixes: [fix])
  }
}

/// What makes one program of code, packages and Python.
private enum Packer {
  case pyInstaller, other

  /// By the files that a packed program runs before its own: PyInstaller's loader and the folder that it unpacks into
  /// (PyInstaller/loader/pyimod*.py, pyi_rth_*.py; `_MEI` of its bootloader), cx_Freeze's initscripts, py2exe's archive.
  init?(file: String) {
    if file.contains(anyOf: ["pyimod0", "pyi_rth_", "/_MEI", "\\_MEI"]) {
      self = .pyInstaller
    } else if file.contains(anyOf: ["cx_Freeze/initscripts", "cx_Freeze\\initscripts", "library.zip"]) {
      self = .other
    } else {
      return nil
    }
  }

  func module(_ name: String) -> Fix {
    switch self {
    case .pyInstaller: Fix("pack it again with `--hidden-import \(name)`, or `--collect-all \(name.topLevel)`")
    case .other: Fix("pack it again, with `\(name.topLevel)` among the packages that are included")
    }
  }

  func metadata(_ name: String) -> Fix {
    switch self {
    case .pyInstaller: Fix("pack it again with `--copy-metadata \(name)`")
    case .other: Fix("pack it again, with the dist-info folder of \(name) among the files that are included")
    }
  }
}
