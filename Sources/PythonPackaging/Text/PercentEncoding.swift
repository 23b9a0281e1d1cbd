extension StringProtocol {
  /// The bytes with every `%` and two hexadecimal digits as the byte that they stand for (RFC 3986, 2.1). Bytes and not
  /// text: a file's name need not be UTF-8.
  var percentDecoded: [UInt8] {
    var decoded: [UInt8] = []
    var cursor = ByteCursor(utf8)
    while let byte = cursor.peek() {
      let high = cursor.peek(1)?.hexDigitValue
      let low = cursor.peek(2)?.hexDigitValue
      if byte == UInt8(ascii: "%"), let high, let low {
        decoded.append(high << 4 | low)
        cursor.skip(3)
      } else {
        decoded.append(byte)
        cursor.skip()
      }
    }
    return decoded
  }
}
