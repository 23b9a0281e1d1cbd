/// A line of a shell, a debugger, a test runner or a container that tells of a dead process.
enum DeathLine: Recogniser {
  static func recognise(_ lines: [TextLine], at index: Int) -> Recognised? {
    guard var facts = facts(lines[index]) else { return nil }
    var end = index + 1
    while end < lines.count, facts.nativeFrames.count < 500, let frame = nativeFrame(lines[end]) {
      facts.nativeFrames.append(frame)
      end += 1
    }
    facts.imports = TypedImports.modules(lines, before: index)
    let range = lines[index].number...lines[end - 1].number
    return Recognised(failure: TextFailure(.death(facts), form: .shell, lines: range), end: end)
  }

  static func facts(_ line: TextLine) -> DeathFacts? {
    guard line.phrases.contains(.death), line.content.count < 4096 else { return nil }
    let lower = line.trimmed.lowercased
    let code = exitCode(lower) ?? status(lower)
    guard let signal = code.flatMap(DeathSignal.init(exitCode:)) ?? numbered(lower) ?? named(lower) else { return nil }
    var facts = DeathFacts(message: line.trimmed.text)
    facts.signal = signal.name
    facts.exitCode = code
    return facts
  }

  /// Words that name a death whatever stands beside them.
  private static let plain: [String] = [
    "segmentation fault", "illegal instruction", "illegal hardware instruction", "bus error",
    "floating point exception", "core dumped", "sigsegv",
    "sigill", "sigabrt", "sigbus", "sigfpe", "sigkill", "segfault encountered", "trace/breakpoint trap", "oomkilled",
    "abort trap", "oom-kill", "oom_kill",
    // The kernel's own words (arch/x86/mm/fault.c, arch/x86/kernel/traps.c).
    "segfault at ", "trap invalid opcode",
  ]

  private static func named(_ lower: Bytes) -> DeathSignal? {
    if plain.contains(where: { lower.contains($0) }) { return DeathSignal(lower) }
    // `Killed` and `Aborted` are words of many sentences: only alone, or where a shell puts them.
    for word in ["killed", "aborted"] where stands(word, in: lower) { return DeathSignal(Array(word.utf8)[...]) }
    return SignalTranslations.signal(in: lower) == nil ? nil : DeathSignal(lower)
  }

  /// `Killed`, `x.sh: line 3:  1234 Killed   python x.py`, `zsh: killed     python x.py`.
  private static func stands(_ word: String, in lower: Bytes) -> Bool {
    guard let (before, after) = lower.split(at: word) else { return false }
    if before.trimmed.isEmpty { return after.trimmed.isEmpty }
    guard after.first?.isBlank ?? true else { return false }
    return before.begins(with: "zsh: ") || before.contains(": line ") && before.trimmed.last?.isDigit == true
  }

  private static let codeWords: [String] = [
    "exit code", "exitcode", "exited with code", "exit status", "exited with", "exit=",
  ]

  private static func exitCode(_ lower: Bytes) -> Int? { number(behind: codeWords, in: lower) }

  /// `Exception Code: c000001d`, of Windows Error Reporting and of the log of events.
  private static func status(_ lower: Bytes) -> Int? {
    guard let rest = lower.split(at: "exception code")?.after else { return nil }
    let digits = rest.text.split { !$0.isHexDigit && $0 != "x" }.first { $0.hasPrefix("c0") || $0.hasPrefix("0xc0") }
    return digits.flatMap { Int($0.drop { $0 != "c" }, radix: 16) }
  }

  /// `fish: Job 1, 'python x.py' terminated by signal 11`; systemd's `code=dumped, status=11/SEGV`.
  private static func numbered(_ lower: Bytes) -> DeathSignal? {
    number(
      behind: [
        "terminated by signal", "killed by signal", "exited on signal", "code=killed, status=", "code=dumped, status=",
      ], in: lower
    )
    .flatMap { (1...64).contains($0) ? DeathSignal(exitCode: -$0) : nil }
  }

  private static func number(behind words: [String], in lower: Bytes) -> Int? {
    for word in words {
      guard let rest = lower.split(at: word)?.after else { continue }
      var cursor = Cursor(rest.prefix(40))
      cursor.take { $0.isBlank || $0 == .colon || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "(") }
      let isNegative = cursor.take("-")
      let digits = cursor.take(while: \.isDigit)
      guard (1...10).contains(digits.count), let value = Int(digits.text) else { continue }
      return isNegative ? -value : value
    }
    return nil
  }

  /// gdb: `#1  0x00007ffff7de5733 in call_init (…) at dl-init.c:72`.
  private static func nativeFrame(_ line: TextLine) -> String? {
    let content = line.trimmed
    if content.begins(with: "#"), content.dropFirst().first?.isDigit == true { return content.text }
    return content.begins(with: "0x0") || content.begins(with: "from /") ? content.text : nil
  }
}
