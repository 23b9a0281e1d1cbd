extension InterpreterFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    version.encode(to: &wire)
    implementation.encode(to: &wire)
    executable.encode(to: &wire)
    prefix.encode(to: &wire)
    basePrefix.encode(to: &wire)
    platform.encode(to: &wire)
    path.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      version: try String(from: &wire), implementation: try String(from: &wire),
      executable: try PythonPath(from: &wire), prefix: try PythonPath(from: &wire),
      basePrefix: try PythonPath(from: &wire), platform: try String(from: &wire),
      path: try [PythonPath](from: &wire))
  }
}

extension ImportFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    exception.encode(to: &wire)
    file.encode(to: &wire)
    wallSeconds.encode(to: &wire)
    cpuSeconds.encode(to: &wire)
    peakResidentBytes.encode(to: &wire)
    modulesLoaded.encode(to: &wire)
    objects.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      exception: try ExceptionFacts?(from: &wire), file: try PythonPath?(from: &wire),
      wallSeconds: try Double(from: &wire), cpuSeconds: try Double(from: &wire),
      peakResidentBytes: try Int(from: &wire), modulesLoaded: try Int(from: &wire),
      objects: try [LoadedObjectFacts](from: &wire))
  }
}

extension LoadedObjectFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    file.encode(to: &wire)
    wasLoadedBefore.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(file: try PythonPath(from: &wire), wasLoadedBefore: try Bool(from: &wire))
  }
}

extension VersionFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    switch self {
    case .absent: wire.tag(0)
    case .text(let text):
      wire.tag(1)
      text.encode(to: &wire)
    case .other(let type, let text):
      wire.tag(2)
      type.encode(to: &wire)
      text.encode(to: &wire)
    case .unreadable(let line):
      wire.tag(3)
      line.encode(to: &wire)
    }
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    switch try wire.tag() {
    case 0: self = .absent
    case 1: self = .text(try String(from: &wire))
    case 2: self = .other(type: try String(from: &wire), text: try String(from: &wire))
    case 3: self = .unreadable(try String(from: &wire))
    default: throw WireProblem()
    }
  }
}

extension AttributeFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    path.encode(to: &wire)
    missingAt.encode(to: &wire)
    exception.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      path: try String(from: &wire), missingAt: try String?(from: &wire),
      exception: try ExceptionFacts?(from: &wire))
  }
}

extension SubmoduleFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    importable.encode(to: &wire)
    file.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(importable: try Bool(from: &wire), file: try PythonPath?(from: &wire))
  }
}

extension RunFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    warnings.encode(to: &wire)
    warningCount.encode(to: &wire)
    hiddenFailures.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      warnings: try [String](from: &wire), warningCount: try Int(from: &wire),
      hiddenFailures: try [HiddenFailure](from: &wire))
  }
}

extension HiddenFailure: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    module.encode(to: &wire)
    file.encode(to: &wire)
    exception.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(
      module: try String(from: &wire), file: try PythonPath(from: &wire), exception: try ExceptionFacts(from: &wire))
  }
}

extension PreloadFacts: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    succeeded.encode(to: &wire)
    threads.encode(to: &wire)
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    self.init(succeeded: try Bool(from: &wire), threads: try Int(from: &wire))
  }
}

extension StartProblem: WireCodable {
  package func encode(to wire: inout WireEncoder) {
    switch self {
    case .libraryNotLoaded(let text):
      wire.tag(0)
      text.encode(to: &wire)
    case .functionMissing(let name):
      wire.tag(1)
      name.encode(to: &wire)
    }
  }

  package init(from wire: inout WireDecoder) throws(WireProblem) {
    switch try wire.tag() {
    case 0: self = .libraryNotLoaded(try String(from: &wire))
    case 1: self = .functionMissing(try String(from: &wire))
    default: throw WireProblem()
    }
  }
}
