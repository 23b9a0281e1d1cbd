/// Every rule, in order of precedence: of findings that are equally sure, the one of the earlier rule comes first.
package enum Rules {
  static let all: [any Rule] = [
    RemovedFromStandardLibrary(),
    NotInstalled(),
    EndedWithoutException(),
  ]

  /// What `realimport explain` prints, in the same order.
  package static var pages: [RulePage] { all.map { type(of: $0).page } + [Unknown.page] }
}
