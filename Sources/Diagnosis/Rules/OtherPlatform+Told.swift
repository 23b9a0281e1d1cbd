import SharedObjects

/// Where there is a message alone.
extension OtherPlatform {
  func told(_ evidence: Evidence) -> Finding? {
    guard
      let message = evidence.failure.loaderMessage(where: {
        switch $0.problem {
        case .wrongClass, .wrongMachine, .notAnObjectFile: true
        default: false
        }
      })
    else {
      return programAlone(evidence) ?? uploaded(evidence) ?? wheel(evidence) ?? passedOver(evidence)
        ?? signed(evidence)
    }
    let owner = message.object.flatMap(\.owningDistribution)
    // A file that is no object file may also be a damaged one.
    let confidence: Confidence = message.problem == .notAnObjectFile ? .likely : evidence.sure(.certain)
    return Finding(
      .wrongArchitecture, confidence, culprits: [owner],
      "\(owner.map { evidence.label($0) } ?? message.object ?? "A binary") is for another processor or system.",
      evidence: [
        message.object.flatMap { evidence.failure.line(withAnyOf: [$0]) }
          ?? evidence.failure.line(withAnyOf: ["DLL load failed", "WinError 193", "architecture", "ELF"])
      ],
      fixes: [
        owner.map {
          Fix("install it for this machine and system", commands: [evidence.installer.reinstall(evidence.pinned($0))])
        }
      ])
  }
}

extension OtherPlatform {
  /// What execve(2) comes to for a program of another machine (ENOEXEC, macOS's EBADARCH); what emulators say where they
  /// find nothing else of that machine.
  private static let refusals: [String] = [
    "xec format error", "bad CPU type in executable", "Could not open '/lib64/ld-", "Could not open '/lib/ld-",
    "rosetta error: failed to open elf",
  ]

  private func programAlone(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: Self.refusals) else {
      return nil
    }
    return Finding(
      .wrongArchitecture, .likely, culprits: [evidence.failure.exception?.raiser?.owner.distribution],
      "A program that was to be run is for another processor or system.", evidence: [line],
      fixes: [Fix("install it for this machine; of a container, take the image for this machine")])
  }

  /// A wheel that pip refuses, and that any Python 3 could use: of its tags only the platform can be the reason.
  private func wheel(_ evidence: Evidence) -> Finding? {
    guard let line = evidence.failure.line(withAnyOf: [RefusedWheel.words]), let wheel = RefusedWheel(line),
      !wheel.isOfOnePython
    else { return nil }
    return Finding(
      .wrongArchitecture, .likely, culprits: [wheel.distribution],
      "The wheel of \(wheel.distribution) is for \(wheel.platform), which this is not.", evidence: [line],
      fixes: [Fix("let pip choose the wheel", commands: [evidence.installer.install(wheel.distribution)])])
  }

  /// AWS Lambda runs what was installed elsewhere and uploaded: the compiled part is there, under the name that another
  /// system, processor or Python gives it.
  private func uploaded(_ evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    for exception in evidence.failure.exceptions {
      let isOfLambda =
        exception.type == "ImportModuleError" || exception.message.contains("Unable to import module '")
        || exception.raiser?.file.hasPrefix("/var/task/") ?? false
      guard isOfLambda, let name = absentPart(exception, evidence), let package = name.parentModule else { continue }
      return Finding(
        .wrongArchitecture, .likely, culprits: [ImportNames.likelyDistribution(of: package)],
        "The compiled part `\(name)` is not there for this system, processor and Python.",
        evidence: [exception.line, exception.raiser.map { "wanted at \($0.place)" }],
        fixes: [
          Fix(
            "install for the machine that it runs on, with the version of its Python",
            commands: [
              "python -m pip install --platform manylinux2014_x86_64 --only-binary=:all: --target package "
                + ImportNames.likelyDistribution(of: package)
            ])
        ])
    }
    return nil
  }
}

extension OtherPlatform {
  /// The compiled module that was not found; numpy has words of its own for that (numpy/__init__.py, numpy/core/__init__.py).
  private func absentPart(_ exception: RaisedException, _ evidence: Evidence) -> String? {
    switch exception.complaint {
    case .noModule(let name, isInNoPackage: false)
    where name.lastName.isPrivate && !StandardLibraryModules.names.contains(name.topLevel):
      return name
    default:
      let isOfNumPy = exception.message.contains(anyOf: [
        "should not try to import numpy from", "numpy extension module failed", "numpy C-extensions failed",
        "numpy c-extensions failed",
      ])
      return isOfNumPy && evidence.failure.loaderMessages.isEmpty ? "numpy.core._multiarray_umath" : nil
    }
  }

  /// macOS lets a program that was signed so load only what Apple or the same team signed (library validation).
  private func signed(_ evidence: Evidence) -> Finding? {
    let message = evidence.failure.loaderMessage { message in
      message.speaker == .dyld && message.problem == .unopenable(.blockedByPolicy)
    }
    guard let message else { return nil }
    let file = message.object ?? message.requested
    return Finding(
      .wrongArchitecture, .likely, culprits: [file.flatMap(\.owningDistribution)],
      "macOS does not let this Python load \(file?.fileName ?? "a library"): it is signed by nobody, or by another team.",
      evidence: [evidence.failure.line(withAnyOf: ["not valid for use in process"])],
      fixes: [
        Fix("take a Python that was not signed with library validation, such as Homebrew's or one of python.org"),
        file.map { Fix("or sign the file for this machine", commands: ["codesign --force --sign - \(quoted($0))"]) },
      ])
  }

  /// An extension module that Python found and glibc's loader calls absent: of a file for another machine it says so
  /// (elf/dl-load.c, `open_verify`).
  private func passedOver(_ evidence: Evidence) -> Finding? {
    guard !evidence.isLive else { return nil }
    for exception in evidence.failure.exceptions where exception.isImportError {
      let message = LoaderMessage.all(in: exception.message, limit: 1).first
      guard let message, message.speaker == .glibc, message.problem == .missingLibrary, let file = message.object,
        file.hasPrefix("/"), file.isInSiteFolder, !file.fileName.hasPrefix("lib"), file.hasSuffix(".so")
      else { continue }
      let owner = file.owningDistribution
      return Finding(
        .wrongArchitecture, .likely, culprits: [owner],
        "\(file.belowSitePackages) is mostly for another processor: Python found the file, and the loader passed over it.",
        evidence: [exception.line],
        fixes: [
          owner.map { Fix("install it for this machine", commands: [evidence.installer.reinstall($0)]) }
            ?? Fix("see which machine it is for", commands: ["file \(quoted(file))"])
        ])
    }
    return nil
  }
}
