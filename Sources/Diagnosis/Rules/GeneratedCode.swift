/// Code that protoc generated meets a protobuf runtime that does not take it.
struct GeneratedCode: Rule {
  static let page = RulePage(
    "generated-code", .protobufGeneratedCode,
    sees: """
      "Descriptors cannot be created directly", `VersionError` about gencode and runtime, `runtime_version` or `builder` \
      that google.protobuf lacks, in `_pb2.py` files; what its library of C++ says of its version before it aborts.
      """,
    means:
      "Generated code older than protoc 3.19 is refused by protobuf 4 and newer; code of a newer protoc needs a runtime at least as new.",
    advises: "The protobuf that the package requires, else one of the right side of that line.",
    seenAt: "tensorboard 2.8 with protobuf 4; grpcio-health-checking 1.73 with protobuf 5; feast from git",
    explains: [.versionConflict, .importSideEffect, .missingDistribution, .nativeCrash])

  /// Words, and whether the generated code is the older side.
  private static let words: [(words: String, isCodeOld: Bool)] = [
    ("Descriptors cannot be created directly", true), ("Descriptors cannot not be created directly", true),
    ("Descriptors should not be created directly", true), ("your generated code is out of date", true),
    ("rotobuf Gencode/Runtime", false), ("has no attribute '_internal_create_key'", false),
    ("Couldn't build proto file into descriptor pool", true),
    ("'MessageFactory' object has no attribute 'GetPrototype'", true),
    ("'google.protobuf.pyext._message.MessageDescriptor'", true),
    ("got an unexpected keyword argument 'serialized_options'", false),
    ("got an unexpected keyword argument 'serialized_pb'", false),
    ("got an unexpected keyword argument 'syntax'", false), ("got an unexpected keyword argument 'create_key'", false),
    ("Couldn't parse file content!", false),
    ("has no attribute '_USE_C_DESCRIPTORS'", true), ("__init__() got an unexpected keyword argument 'file'", true),
    ("'SymbolDatabase' object has no attribute 'GetPrototype'", true),
    ("cannot import name 'reflection' from 'google.protobuf'", true),
    ("cannot import name 'service' from 'google.protobuf'", true), ("cannot import name 'symbol_database'", false),
  ]

  func finding(in evidence: Evidence) -> Finding? {
    for exception in evidence.failure.allExceptions {
      guard let isCodeOld = Self.side(exception), Self.isProtobuf(exception) else { continue }
      return finding(exception, isCodeOld, evidence)
    }
    return saidByLibrary(evidence)
  }

  /// What the library of C++ says before it ends the process (src/google/protobuf/stubs/common.cc).
  private func saidByLibrary(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: ["of the Protocol Buffer runtime library"]) else { return nil }
    let isCodeOld = line.contains("was compiled against version")
    return Finding(
      .protobufGeneratedCode, .likely, culprits: ["protobuf"],
      "Generated code in a compiled part is \(isCodeOld ? "older" : "newer") than the protobuf library that it runs with.",
      evidence: [line]
        + evidence.failure.lines(withAnyOf: ["but the installed version is", "Version verification failed"]),
      fixes: [Fix("install builds that were made for one protobuf, all from one channel or index")])
  }

  private static func side(_ exception: RaisedException) -> Bool? {
    switch exception.complaint {
    case .noName("runtime_version", "google.protobuf"?, _, _), .noModule("google.protobuf.runtime_version", _):
      return false
    case .noName("builder", "google.protobuf.internal"?, _, _), .noModule("google.protobuf.internal.builder", _):
      return false
    case .noName("enum_type_wrapper", "google.protobuf.internal"?, _, _): return false
    default:
      // Of a text that ends in the midst of a traceback the file is left.
      if exception.message.isEmpty, exception.deepest?.file.contains("_pb2") == true { return true }
      return words.first { exception.message.contains($0.words) }?.isCodeOld
    }
  }

  private static func isProtobuf(_ exception: RaisedException) -> Bool {
    exception.frames.isEmpty || exception.message.contains(anyOf: ["rotobuf", "generated code"])
      || exception.message.contains("Descriptors ")
      || exception.frames.contains { $0.file.contains(anyOf: ["_pb2", "/google/protobuf/", "\\google\\protobuf\\"]) }
  }

  private func finding(_ exception: RaisedException, _ isCodeOld: Bool, _ evidence: Evidence) -> Finding {
    let generated = exception.frames.last { $0.file.contains("_pb2") }
    let user =
      (generated ?? exception.raiser)?.owner.distribution.flatMap { $0 == "protobuf" ? nil : $0 }
      ?? exception.caller?.owner.distribution
    let violated = user.flatMap { evidence.conflict(of: $0, with: "protobuf") }
    let subject = user.map { evidence.label($0) } ?? "a package"
    return Finding(
      .protobufGeneratedCode, evidence.isLive || violated != nil ? .certain : .likely, culprits: ["protobuf", user],
      "The generated code of \(subject) is \(isCodeOld ? "older" : "newer") than \(evidence.label("protobuf")) takes.",
      evidence: [
        exception.line, violated?.sentence, generated.map { "generated file: \($0.file.belowSitePackages)" },
      ],
      fixes: [fix(isCodeOld, violated, evidence.installer)])
  }

  private func fix(_ isCodeOld: Bool, _ violated: Unfulfilled?, _ installer: Installer) -> Fix {
    isCodeOld
      ? Fix(
        "install a protobuf that takes old generated code",
        commands: [installer.install(violated?.requirement ?? "protobuf<4")])
      : Fix(
        "install a newer protobuf",
        commands: [
          violated.map { installer.install($0.requirement) } ?? installer.install("protobuf", options: ["--upgrade"])
        ])
  }
}
