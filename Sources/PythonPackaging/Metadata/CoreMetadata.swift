/// What a distribution says of itself in METADATA or PKG-INFO (packaging.python.org, "Core metadata
/// specifications").
package struct CoreMetadata: Sendable {
  /// How much of the file is read at most; the header fields stand first.
  package static let sizeLimit = 1 << 20

  package let headers: HeaderBlock

  /// Reads any bytes; a field that is not there is `nil`.
  package init(_ bytes: [UInt8]) {
    self.init(HeaderBlock(bytes))
  }

  init(_ headers: HeaderBlock) {
    self.headers = headers
  }

  package var name: DistributionName? {
    headers.first("Name").flatMap { $0.isEmpty ? nil : DistributionName($0) }
  }

  /// As it was written, which need not be a version.
  package var version: String? {
    headers.first("Version").flatMap { $0.isEmpty ? nil : $0 }
  }
}
