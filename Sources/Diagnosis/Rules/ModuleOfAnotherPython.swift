import SharedObjects

/// An extension module was loaded whose start belongs to another Python.
struct ModuleOfAnotherPython: Rule {
  static let page = RulePage(
    "module-of-another-python", .pythonVersionUnsupported,
    sees: """
      "dynamic module does not define module export function (PyInit_x)", "Module use of python39.dll conflicts", "module \
      was compiled for Python 3.9", "bad magic number".
      """,
    means:
      "The file was built for another release of Python, often for Python 2, and bears a name that this one takes.",
    advises: "Install the package with this Python; look where the file lies, and why Python looks there.",
    seenAt: "cv2.so of ROS for Python 2.7, seen by Python 3 through PYTHONPATH",
    explains: [.importSideEffect, .versionConflict, .incompleteBuild])

  private static let words = [
    "module was compiled for Python", "bad magic number in", "Bad magic number in",
    "conflicts with this version of Python",
    "built for a different version of Python", "compiled for a different version of Python",
    // What compiled bytecode of another release comes to where its number was not looked at.
    "bad marshal data", "unknown opcode",
  ]

  func finding(in evidence: Evidence) -> Finding? {
    let message = evidence.failure.loaderMessage {
      switch $0.problem {
      case .missingInitFunction, .otherPython: true
      default: false
      }
    }
    let words = Self.words + ["does not define module export function", "does not define init function"]
    guard let line = evidence.failure.line(withAnyOf: message == nil ? Self.words : words) else { return nil }
    if let stale = staleBytecode(line, evidence) { return stale }
    let owner = message?.object?.owningDistribution ?? evidence.failure.exception?.raiser?.owner.distribution
    return Finding(
      .pythonVersionUnsupported, .likely, culprits: [owner],
      "\(message?.object ?? "A module that was found") was built for another Python than this one.",
      evidence: [line, evidence.failure.exception?.raiser.map { "imported at \($0.place)" }],
      fixes: [
        owner.map { Fix("install it for this Python", commands: [evidence.installer.reinstall($0)]) },
        Fix(
          "see where Python looks",
          commands: [
            "\(quoted(evidence.installer.python)) -c 'import sys; print(sys.path)'", "echo $PYTHONPATH",
          ]),
      ])
  }

  /// `bad magic number in 'tool.core'`: a compiled file without its source, which Python takes where it lies beside other
  /// modules (importlib's `SourcelessFileLoader`).
  private func staleBytecode(_ line: String, _ evidence: Evidence) -> Finding? {
    guard let module = line.after("bad magic number in ")?.quotedName, let found = evidence.modules[module]?.found,
      found.file.hasSuffix(".pyc")
    else { return nil }
    return Finding(
      .pythonVersionUnsupported, .certain, culprits: [found.owner],
      "`\(module)` is \(found.file), which another release of Python compiled.",
      evidence: [line, "its source is not beside it, so this Python cannot compile it anew"],
      fixes: [
        found.owner.map { Fix("reinstall \($0)", commands: [evidence.installer.reinstall(evidence.pinned($0))]) },
        Fix("bring its source back, and remove the compiled file", commands: ["rm \(quoted(found.file))"]),
      ])
  }
}
