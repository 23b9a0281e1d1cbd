/// The Python that distributions are compared with.
package struct TargetPython: Sendable {
  package let markers: MarkerEnvironment
  /// Its own version, such as `3.11.7`.
  package let version: Version

  package init(markers: MarkerEnvironment, version: Version) {
    self.markers = markers
    self.version = version
  }
}
