/// A part of Python's own library that only the Python of Windows has.
struct OtherSystemsLibrary: Rule {
  static let page = RulePage(
    "other-systems-library", .wrongArchitecture,
    sees:
      "`No module named 'winreg'`, `module 'ctypes' has no attribute 'windll'` and their kin, under another system.",
    means: "The code is written for Windows; no release of Python has that part on this system.",
    advises: "Another package, or code that asks `sys.platform` before it imports this one.",
    seenAt:
      "comtypes on Linux (`cannot import name 'COMError' from '_ctypes'`); `asyncio.WindowsSelectorEventLoopPolicy`",
    explains: [.dependencyMissingFeature, .pythonVersionUnsupported, .missingDistribution, .importSideEffect])

  /// Of texts nobody knows on which system they were written: Python 2 lacks `winreg` on Windows, too.
  func finding(in evidence: Evidence) -> Finding? {
    guard evidence.isLive else { return nil }
    // Where something else is missing in the end, the part of Windows was only tried first.
    guard let last = evidence.failure.exception, last.complaint == .other || Self.name(last, evidence) != nil else {
      return nil
    }
    for exception in evidence.failure.exceptions {
      guard let name = Self.name(exception, evidence) else { continue }
      let user = exception.raiser?.owner.distribution
      return Finding(
        .wrongArchitecture, .certain, culprits: [user],
        "\(user.map { evidence.label($0) } ?? "The code") is written for Windows: only the Python of that system has `\(name)`.",
        evidence: [
          exception.line,
          exception.raiser.map { "wanted at \($0.place)" + ($0.source.map { ": `\($0.shortened(to: 120))`" } ?? "") },
        ],
        fixes: [
          Fix(
            user == nil
              ? "ask for `sys.platform == \"win32\"` before it is used"
              : "take a package that works here, or import this one on Windows alone")
        ])
    }
    return nil
  }

  private static func name(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    switch exception.complaint {
    case .noModule(let name, isInNoPackage: false) where modules.contains(name):
      evidence.modules[name]?.found == nil ? name : nil
    case .noName(let name, let module?, _, _), .noModuleAttribute(let name, let module, _):
      names[module]?.contains(name) == true && isPythons(module, evidence) ? "\(module).\(name)" : nil
    default: nil
    }
  }

  /// Whether nothing else bears the module's name.
  private static func isPythons(_ module: String, _ evidence: Evidence) -> Bool {
    evidence.modules[module.topLevel]?.found.map { $0.place == .standardLibrary } ?? true
  }

  /// Library Reference, "MS Windows Specific Services".
  private static let modules: Set<String> = ["msvcrt", "winreg", "winsound", "_winapi", "_overlapped", "nt"]

  /// What the Library Reference says of that it is there on Windows alone.
  private static let names: [String: Set<String>] = [
    "ctypes": [
      "windll", "oledll", "WinDLL", "OleDLL", "WinError", "FormatError", "GetLastError", "HRESULT", "WINFUNCTYPE",
      "get_last_error", "set_last_error",
    ],
    "_ctypes": ["COMError", "FormatError", "LoadLibrary", "FreeLibrary"],
    "os": ["startfile", "O_BINARY", "O_NOINHERIT", "add_dll_directory", "P_DETACH", "P_OVERLAY"],
    "asyncio": [
      "WindowsSelectorEventLoopPolicy", "WindowsProactorEventLoopPolicy", "ProactorEventLoop", "IocpProactor",
    ],
    "signal": ["CTRL_C_EVENT", "CTRL_BREAK_EVENT", "SIGBREAK"],
    "subprocess": [
      "STARTUPINFO", "STARTF_USESHOWWINDOW", "STARTF_USESTDHANDLES", "SW_HIDE", "CREATE_NEW_CONSOLE",
      "CREATE_NO_WINDOW", "CREATE_NEW_PROCESS_GROUP", "DETACHED_PROCESS",
    ],
    "sys": ["getwindowsversion", "winver", "dllhandle"],
    "ssl": ["enum_certificates", "enum_crls"],
  ]
}
