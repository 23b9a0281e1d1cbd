// swift-tools-version: 6.2
import PackageDescription

/// For the targets whose subject is C: the interpreter and the process calls of the system.
let foreignSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What every other target is compiled with: the compiler proves memory safety and no warning passes.
let safeSettings: [SwiftSetting] =
  foreignSettings + [
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
  ]

let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "realimport",
  dependencies: [
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPython", path: "Modulemaps/CPython", pkgConfig: "python3",
      providers: [.apt(["python3-dev"]), .brew(["python3"])]),
    .systemLibrary(name: "CLinux", path: "Modulemaps/CLinux"),
    .target(name: "SystemCalls", dependencies: ["CLinux", system], swiftSettings: foreignSettings),
    .target(name: "PythonPackaging", dependencies: ["SystemCalls", system], swiftSettings: safeSettings),
    .target(name: "SharedObjects", dependencies: ["SystemCalls", system], swiftSettings: safeSettings),
    .target(name: "MachineFacts", dependencies: ["SystemCalls", system], swiftSettings: safeSettings),
    .target(name: "Probing", swiftSettings: safeSettings),
    .target(name: "FailureTexts", dependencies: ["Probing"], swiftSettings: safeSettings),
    .target(
      name: "PythonRuntime", dependencies: ["CPython", "CLinux", "Probing", system], swiftSettings: foreignSettings),
    .target(
      name: "Supervision", dependencies: ["SharedObjects", "Probing", "SystemCalls", system],
      swiftSettings: safeSettings),
    .target(
      name: "Diagnosis", dependencies: ["PythonPackaging", "SharedObjects", "Probing"], swiftSettings: safeSettings),
    .target(name: "Reporting", dependencies: ["Probing", "Diagnosis"], swiftSettings: safeSettings),
    .target(
      name: "Configuration",
      dependencies: ["Probing", "SystemCalls", system, .product(name: "TOMLKit", package: "TOMLKit")],
      swiftSettings: safeSettings),
    .executableTarget(
      name: "realimport",
      dependencies: [
        "PythonPackaging", "PythonRuntime", "Supervision", "SharedObjects", "Probing", "SystemCalls", "MachineFacts",
        "Diagnosis", "FailureTexts", "Reporting", "Configuration",
        system,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: safeSettings),

    // What `make bench` runs beside the program itself: fuzzing, and figures that need no process.
    .executableTarget(
      name: "packaging-bench", dependencies: ["PythonPackaging", "TestSupport", system], path: "Benchmarks/Packaging",
      swiftSettings: safeSettings),
    .executableTarget(
      name: "objects-bench", dependencies: ["SharedObjects", "Supervision", "SystemCalls", "TestSupport", system],
      path: "Benchmarks/SharedObjects", swiftSettings: safeSettings),

    // What tests share: real interpreters, environments from the index, and the built program.
    .target(
      name: "TestSupport", dependencies: ["SystemCalls", "Supervision", system], path: "Tests/TestSupport",
      swiftSettings: safeSettings),
    .testTarget(
      name: "PythonPackagingTests", dependencies: ["PythonPackaging", "TestSupport", system],
      swiftSettings: safeSettings),
    .testTarget(
      name: "SystemCallsTests", dependencies: ["SystemCalls", "TestSupport", system], swiftSettings: safeSettings),
    .testTarget(
      name: "SharedObjectsTests", dependencies: ["SharedObjects", "SystemCalls", "TestSupport", system],
      swiftSettings: safeSettings),
    .testTarget(
      name: "MachineFactsTests", dependencies: ["MachineFacts", "SystemCalls", "TestSupport", system],
      swiftSettings: safeSettings),
    .testTarget(name: "ProbingTests", dependencies: ["Probing", "TestSupport"], swiftSettings: safeSettings),
    .testTarget(
      name: "FailureTextsTests", dependencies: ["FailureTexts", "Probing", "Supervision", "TestSupport", system],
      exclude: ["Fixtures"],
      swiftSettings: safeSettings),
    .testTarget(
      name: "SupervisionTests", dependencies: ["Supervision", "Probing", "SystemCalls", "TestSupport", system],
      swiftSettings: safeSettings),
    .testTarget(
      name: "DiagnosisTests",
      dependencies: [
        "Diagnosis", "PythonPackaging", "SharedObjects", "Probing", "Supervision", "SystemCalls", "TestSupport", system,
      ],
      swiftSettings: safeSettings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Diagnosis", "Probing"], swiftSettings: safeSettings),
    .testTarget(
      name: "ConfigurationTests", dependencies: ["Configuration", "Supervision", "TestSupport", system],
      swiftSettings: safeSettings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "PythonPackaging", "Diagnosis", "Reporting", "Probing", "SystemCalls", "Supervision", "Configuration",
        "TestSupport", system,
      ],
      swiftSettings: safeSettings),
  ]
)
