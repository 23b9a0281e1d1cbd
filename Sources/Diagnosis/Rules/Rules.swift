/// Every rule, in order of precedence: of findings that are equally sure, the one of the earlier rule comes first.
package enum Rules {
  static let all: [any Rule] = [
    RequirementUnmet(),
    PathVariable(),
    HiddenByLocalFile(),
    ExtensionOfAnotherPython(),
    DamagedInstallation(),
    NamesakeInstalled(),
    IsolatedBuild(),
    RemovedFromStandardLibrary(),
    MissingFeature(),
    NumPyABI(),
    ChangedLayout(),
    OlderSystem(),
    ForeignSymbol(),
    AbsentLibrary(),
    OtherPlatform(),
    LoaderLimit(),
    AbsentOperator(),
    GeneratedCode(),
    MovedInStandardLibrary(),
    PythonFeature(),
    CompiledPartAbsent(),
    NotInstalled(),
    VersionCheck(),
    MixedReleases(),
    UnboundSubmodule(),
    MissingName(),
    CircularImport(),
    ImportOrder(),
    RaisedByItself(),
    CrossingCode(),
    EndedWithoutException(),
  ]

  /// What `realimport explain` prints, in the same order.
  package static var pages: [RulePage] { all.map { type(of: $0).page } + [Unknown.page] }
}
