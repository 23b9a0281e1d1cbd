/// Why an import failed: the vocabulary of reports. The raw values are a contract.
package enum Cause: String, Sendable, CaseIterable, Codable {
  case versionConflict = "version-conflict"
  case numpyABI = "numpy-abi"
  case abiMismatch = "abi-mismatch"
  case operatorMismatch = "operator-mismatch"
  case protobufGeneratedCode = "protobuf-generated-code"
  case missingDistribution = "missing-distribution"
  case wrongDistribution = "wrong-distribution"
  case missingSharedLibrary = "missing-shared-library"
  case systemLibraryTooOld = "system-library-too-old"
  case driverOrGPUMissing = "driver-or-gpu-missing"
  case environmentVariable = "environment-variable"
  case duplicateRuntime = "duplicate-runtime"
  case staticTLS = "static-tls"
  case executableStack = "executable-stack"
  case wrongArchitecture = "wrong-architecture"
  case cpuInstructionUnsupported = "cpu-instruction-unsupported"
  case incompleteBuild = "incomplete-build"
  case brokenInstall = "broken-install"
  case shadowedModule = "shadowed-module"
  case circularImport = "circular-import"
  case importOrder = "import-order"
  case buildIsolation = "build-isolation"
  case pythonVersionUnsupported = "python-version-unsupported"
  case dependencyMissingFeature = "dependency-missing-feature"
  case nativeCrash = "native-crash"
  case hang
  case earlyExit = "early-exit"
  case outOfMemory = "out-of-memory"
  case importSideEffect = "import-side-effect"
  case unknown

  /// One sentence for people.
  package var meaning: String {
    switch self {
    case .versionConflict:
      "A package needs another version of another one: a name, attribute, argument or submodule is missing, or an explicit check refuses."
    case .numpyABI: "An extension was compiled for another numpy than the one that is installed."
    case .abiMismatch:
      "An extension was built against another version of a library: a symbol is missing or a layout differs."
    case .operatorMismatch: "An operator library does not fit the framework that it adds operators to."
    case .protobufGeneratedCode: "Code that protoc generated and the protobuf runtime do not fit."
    case .missingDistribution: "The distribution that brings the module, or an extra of it, is not installed."
    case .wrongDistribution: "Another project owns the same import name."
    case .missingSharedLibrary: "A shared library is nowhere to be found."
    case .systemLibraryTooOld: "A library of the system is older than a binary needs."
    case .driverOrGPUMissing: "The driver or device of the GPU is absent or too old."
    case .environmentVariable: "An environment variable leads to the wrong file."
    case .duplicateRuntime: "Two copies of one runtime are in one process or folder."
    case .staticTLS: "The room for thread-local variables of libraries is used up."
    case .executableStack: "A library asks for an executable stack, which the system refuses."
    case .wrongArchitecture: "A binary is made for another machine, platform or kind of GPU."
    case .cpuInstructionUnsupported: "A binary uses an instruction that the processor does not have."
    case .incompleteBuild: "The compiled part of a package is absent: a source tree, a failed or a partial build."
    case .brokenInstall:
      "Files are missing or left over: a half-removed package, two versions in one folder, a dead link."
    case .shadowedModule: "A local file or folder, or a stray module, hides the one that is meant."
    case .circularImport: "Modules of one project import one another in a cycle."
    case .importOrder: "The module must be imported after something else."
    case .buildIsolation: "A module is there in the environment, but not in the isolated build of a package."
    case .pythonVersionUnsupported:
      "The package is for another Python: syntax, standard library or tag of an extension."
    case .dependencyMissingFeature: "Python or a library was built without a part that is needed."
    case .nativeCrash: "Native code crashed, and nothing deeper is known."
    case .hang: "The import did not end, and nothing deeper is known."
    case .earlyExit: "The import ended the process, and nothing deeper is known."
    case .outOfMemory: "There was not enough memory."
    case .importSideEffect:
      "The package's own code raised for a reason of its own, such as a missing variable or no network."
    case .unknown: "No rule applies."
    }
  }
}
