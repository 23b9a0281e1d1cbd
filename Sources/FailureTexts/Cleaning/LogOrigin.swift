/// Who wrote a line, as the launcher of several processes says before it. Of what is not that, some bytes may be taken
/// nevertheless.
extension Cursor {
  /// `web_1  | ` of docker compose.
  mutating func takeContainer() -> Bytes? {
    guard rest.prefix(64).contains(UInt8(ascii: "|")) else { return nil }
    let name = take { $0.isLetter || $0.isDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }
    guard !name.isEmpty, !take(while: \.isBlank).isEmpty, take("|"), takeSpace() else { return nil }
    return name
  }

  /// `(EngineCore_0 pid=12) `, `(RayWorker pid=12, ip=10.0.0.1) ` and `(raylet) `.
  mutating func takeProcess() -> Bytes? {
    _ = take("(")
    guard let name = take(upTo: .closingParenthesis, within: 100), takeSpace(),
      name.contains("pid=") || name.begins(with: "raylet")
    else { return nil }
    return name
  }
}
