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
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1")
  ],
  targets: [
    .target(name: "PythonPackaging", dependencies: [system], swiftSettings: safeSettings),
    .testTarget(
      name: "PythonPackagingTests", dependencies: ["PythonPackaging", system], swiftSettings: safeSettings),
  ]
)
