import SharedObjects

extension Failure {
  /// Whether an exception only says that a compiled module was not found in one place, and the loader then refused it in
  /// another: modules that SWIG wrote look beside themselves first.
  func isOvertaken(_ exception: RaisedException) -> Bool {
    guard case .noModule(let name, isInNoPackage: false) = exception.complaint, name.isPrivate, !name.contains("."),
      let last = self.exception, last != exception, last.isImportError
    else { return false }
    return !LoaderMessage.all(in: last.message).isEmpty
  }
}
