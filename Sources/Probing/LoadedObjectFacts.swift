/// A shared object that a process has loaded (dl_iterate_phdr(3)).
package struct LoadedObjectFacts: Sendable, Equatable {
  /// The name under which the loader opened it, seen from the root; links and `..` stay.
  package var file: PythonPath
  /// Whether it was there before the import began: Python's own, and what start-up files or an earlier import brought.
  package var wasLoadedBefore: Bool

  package init(file: PythonPath, wasLoadedBefore: Bool) {
    self.file = file
    self.wasLoadedBefore = wasLoadedBefore
  }
}
