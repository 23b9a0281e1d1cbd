internal import SystemCalls
internal import SystemPackage

/// What an interpreter says of itself when it is started and asked: the way where its file does not tell.
struct InterpreterAnswer {
  var version: String
  var implementation: String
  /// The real interpreter behind a wrapper script.
  var executable: FilePath
  /// Where its libpython should lie, by its build configuration.
  var libraries: [FilePath]
  var isFreeThreaded: Bool

  private static let patience = Duration.seconds(10)
  /// What start-up files and wrapper scripts print comes before it.
  private static let marker = "realimport-answer"

  /// Every CPython since 2.7 understands it. `-S -E -s` keeps start-up files and variables out.
  private static let program = """
    import os, sys
    implementation = getattr(getattr(sys, 'implementation', None), 'name', 'cpython')
    if hasattr(sys, 'pypy_version_info'): implementation = 'pypy'
    values = ['', '\(marker)', '%d.%d.%d' % sys.version_info[:3], implementation, sys.executable]
    try:
        import sysconfig
        values += [str(sysconfig.get_config_var(n) or '') for n in ('LIBDIR', 'INSTSONAME', 'LDLIBRARY', 'Py_GIL_DISABLED')]
    except Exception:
        values += ['', '', '', '']
    encode = getattr(os, 'fsencode', lambda text: text)
    os.write(1, b'\\n'.join([encode(value) for value in values]) + b'\\n')
    """

  /// - Throws: `noAnswer` with what it did instead.
  init(asking path: FilePath, environment: ProcessEnvironment) throws(InterpreterProblem) {
    let command = Command(
      executable: path, arguments: ["-S", "-E", "-s", "-c", Self.program], environment: environment.entries)
    let result: CommandResult
    do throws(ProcessProblem) {
      result = try runCommand(command, timeout: Self.patience)
    } catch {
      throw .noAnswer(path, reason: "it cannot be started: \(error.reason)")
    }
    let lines = result.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: ArraySlice(Self.marker.utf8)), lines.count >= start + 8 else {
      throw .noAnswer(path, reason: Self.reason(result))
    }
    let values = lines[(start + 1)..<(start + 8)].map(Array.init)
    version = String(decoding: values[0], as: UTF8.self)
    implementation = String(decoding: values[1], as: UTF8.self)
    executable = FilePath(bytes: values[2])
    libraries = [values[4], values[5]].filter { !$0.isEmpty }.map { name in
      FilePath(bytes: values[3]).appending(FilePath(bytes: name).components)
    }
    isFreeThreaded = values[6] == Array("1".utf8)
  }

  private static func reason(_ result: CommandResult) -> String {
    let printed = result.errorOutput + result.output
    let lines = String(decoding: printed, as: UTF8.self).split(whereSeparator: \.isNewline)
    return switch result.ending {
    case .timedOut: "it did not end within 10 seconds"
    case .signalled(let signal): "it was killed by \(Signal.name(signal))"
    case .exited(let status): lines.first.map { "it printed `\($0.prefix(200))`" } ?? "it ended with status \(status)"
    case .interrupted: "interrupted"
    }
  }
}

extension ProcessProblem {
  fileprivate var reason: Errno {
    switch self {
    case .cannotStart(_, let error), .noDescriptors(let error): error
    }
  }
}
