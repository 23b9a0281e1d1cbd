/// A debugger's stack of a process that died, in a text that leaves out the line that names the signal.
enum NativeStack {
  /// gdb(1) and lldb(1) number the frames: `#0  0x00007f… in f () from /usr/lib/libx.so`, `frame #0: 0x0000… libx.so`.
  static func failure(_ lines: [TextLine]) -> TextFailure? {
    guard let first = lines.firstIndex(where: { number($0) == 0 }), first + 1 < lines.count else { return nil }
    var facts = DeathFacts(message: "")
    var end = first
    while end < lines.count, facts.nativeFrames.count < mostFrames, number(lines[end]) == facts.nativeFrames.count {
      facts.nativeFrames.append(lines[end].trimmed.text)
      end += 1
    }
    guard facts.nativeFrames.count > 1 else { return nil }
    return TextFailure(.death(facts), form: .shell, lines: lines[first].number...lines[end - 1].number)
  }

  private static let mostFrames = 500

  private static func number(_ line: TextLine) -> Int? {
    var cursor = Cursor(line.trimmed)
    _ = cursor.take("* ")
    _ = cursor.take("frame ")
    guard cursor.take("#") else { return nil }
    let digits = cursor.take(while: \.isDigit)
    guard (1...4).contains(digits.count), line.content.contains(" 0x") else { return nil }
    return Int(digits.text)
  }
}
