/// What the file WHEEL of an installed distribution says of the wheel it came from (packaging.python.org, "Binary
/// distribution format").
package struct WheelFile: Sendable {
  /// How much of the file is read.
  package static let sizeLimit = 1 << 20
  /// How many fields `Tag` are looked at; a wheel for every minor version and machine would have some hundreds.
  package static let mostTags = 512

  private let headers: HeaderBlock

  /// Reads any bytes; a field that is not there is `nil` or empty.
  package init(_ bytes: [UInt8]) {
    self.init(HeaderBlock(bytes))
  }

  init(_ headers: HeaderBlock) {
    self.headers = headers
  }

  /// The version of the format, such as `1.0`.
  package var formatVersion: String? { headers.first("Wheel-Version") }

  /// The program that built it.
  package var generator: String? { headers.first("Generator") }

  /// Whether it says that it goes into `purelib` and not `platlib`.
  package var isPureLibrary: Bool? { headers.first("Root-Is-Purelib").map { $0.lowercased() == "true" } }

  /// The fields `Tag`, which need not be compressed; what is no tag is left out.
  package var tags: [WheelTagSet] {
    tagTexts.compactMap { text in try? WheelTagSet(text) }
  }

  /// The same as they were written.
  var tagTexts: [String] { Array(headers.values("Tag").prefix(Self.mostTags)) }

  /// The line, from 1 on, on which a tag stands first.
  func line(ofTag text: String) -> Int? { headers.line(of: "Tag") { $0 == text } }
}

extension CompatibleTags {
  /// Why none of a wheel's tags fits, by the nearest one; `nil` where one fits, and where there are none.
  package func mismatch(_ wheel: WheelFile) -> TagMismatch? {
    var outcomes = WheelTagOutcomes(self)
    return outcomes.judge(wheel).mismatch
  }
}
