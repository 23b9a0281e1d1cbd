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
    "module was compiled for Python", "bad magic number in", "conflicts with this version of Python",
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
}
