/// Every rule, in order of precedence: of findings that are equally sure, the one of the earlier rule comes first.
package enum Rules {
  static let all: [any Rule] = [
    RequirementUnmet(),
    PathVariable(),
    HiddenByLocalFile(),
    ExtensionOfAnotherPython(),
    ChangedFile(),
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
    UnsupportedInstruction(),
    DeviceRefused(),
    AbsentOperator(),
    GeneratedCode(),
    MovedInStandardLibrary(),
    PythonFeature(),
    RefusedPython(),
    CompiledPartAbsent(),
    NotInstalled(),
    ModuleLeftOut(),
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
