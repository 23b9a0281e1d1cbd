/// The signals that end a process that went wrong, by the names and numbers that shells and supervisors give them.
struct DeathSignal {
  /// Such as `SIGSEGV`.
  let name: String

  /// Words are those of strsignal(3); numbers those of signal(7) on x86 and ARM.
  private static let table: [(name: String, number: Int, words: [String])] = [
    ("SIGSEGV", 11, ["segmentation fault", "sigsegv", "access violation", "segfault"]),
    ("SIGILL", 4, ["illegal instruction", "illegal hardware instruction", "invalid opcode", "0xc000001d", "sigill"]),
    ("SIGBUS", 7, ["bus error", "sigbus"]),
    ("SIGFPE", 8, ["floating point exception", "floating-point exception", "sigfpe"]),
    ("SIGABRT", 6, ["abort", "sigabrt", "aborted"]),
    ("SIGTRAP", 5, ["trace/breakpoint trap", "sigtrap"]),
    ("SIGKILL", 9, ["sigkill", "oomkilled", "oom-kill", "oom_kill", "killed"]),
  ]

  private init(name: String) {
    self.name = name
  }

  /// The signal that the words name.
  init?(_ words: Bytes) {
    let lower = words.lowercased
    guard let row = Self.table.first(where: { row in row.words.contains { lower.contains($0) } }) else {
      guard let name = SignalTranslations.signal(in: lower) else { return nil }
      self.init(name: name)
      return
    }
    self.init(name: row.name)
  }

  /// - Parameter exitCode: 128 and the signal from a shell, minus the signal from Python's subprocess; or a status of
  ///   Windows (NTSTATUS: access violation and illegal instruction).
  init?(exitCode: Int) {
    let number: Int
    switch exitCode {
    case -1_073_741_819, 3_221_225_477: number = 11
    case -1_073_741_795, 3_221_225_501: number = 4
    // A stack that was written over, and what abort(3) does; a heap that was.
    case -1_073_740_791, 3_221_226_505, -1_073_740_940, 3_221_226_356: number = 6
    case -64 ... -1: number = -exitCode
    case 129...192: number = exitCode - 128
    default: return nil
    }
    guard let row = Self.table.first(where: { $0.number == number }) else { return nil }
    self.init(name: row.name)
  }
}
