/// The Python that distributions are compared with.
package struct TargetPython: Sendable {
  package let markers: MarkerEnvironment
  /// Its own version, such as `3.11.7`.
  package let version: Version
  /// What wheels must be built for.
  package let tags: CompatibleTags
  /// The same for people: `CPython 3.11, x86_64, glibc 2.36`.
  package let platform: String

  package init(markers: MarkerEnvironment, version: Version, tags: CompatibleTags, platform: String) {
    self.markers = markers
    self.version = version
    self.tags = tags
    self.platform = platform
  }
}
