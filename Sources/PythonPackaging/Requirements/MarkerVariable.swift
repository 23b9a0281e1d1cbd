/// What a marker can ask about: packaging.python.org, "Dependency specifiers", section "Environment markers".
package enum MarkerVariable: String, Hashable, Sendable, CaseIterable {
  case osName = "os_name"
  case sysPlatform = "sys_platform"
  case platformMachine = "platform_machine"
  case platformPythonImplementation = "platform_python_implementation"
  case platformRelease = "platform_release"
  case platformSystem = "platform_system"
  case platformVersion = "platform_version"
  case pythonVersion = "python_version"
  case pythonFullVersion = "python_full_version"
  case implementationName = "implementation_name"
  case implementationVersion = "implementation_version"
  /// The extra that was asked for; empty where none was.
  case extra
  /// The extras that a lock file is installed with: a set, and of lock files alone.
  case extras
  /// The same of dependency groups.
  case dependencyGroups = "dependency_groups"

  /// Whether it has a set of names as its value.
  var isSet: Bool { self == .extras || self == .dependencyGroups }

  /// Whether its values are compared as versions where they are such (`MARKERS_REQUIRING_VERSION` of pypa's
  /// `packaging`; the specification leaves the list open).
  var isVersion: Bool { Self.versions.contains(self) }

  private static let versions: Set<MarkerVariable> = [
    .implementationVersion, .platformRelease, .pythonFullVersion, .pythonVersion,
  ]

  /// The variable of a name as markers write it; the names of before PEP 508 are still read.
  init?(spelling: String) {
    if let variable = Self(rawValue: spelling) ?? Self.legacy[spelling] {
      self = variable
    } else {
      return nil
    }
  }

  /// What stands before the dot in those names.
  static let legacyModules: [String] = ["os", "sys", "platform"]

  private static let legacy: [String: MarkerVariable] = [
    "os.name": .osName,
    "sys.platform": .sysPlatform,
    "platform.machine": .platformMachine,
    "platform.version": .platformVersion,
    "platform.python_implementation": .platformPythonImplementation,
    "python_implementation": .platformPythonImplementation,
  ]
}
