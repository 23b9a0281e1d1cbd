package import SystemCalls
package import SystemPackage

/// What `nvidia-smi` answers: whether the driver works, which its files do not tell.
package struct NVIDIAQuery: Sendable, Equatable {
  package var program: FilePath
  package var answer: Answer

  package enum Answer: Sendable, Equatable {
    case devices([Device])
    /// Its own words, or how it ended.
    case failure(String)
  }

  /// A line of the answer; `nil` for `[N/A]` and what is no such value.
  package struct Device: Sendable, Equatable {
    package var name: String
    package var driverVersion: String?
    /// Bytes.
    package var memory: Int?
    /// Such as `8.0`.
    package var computeCapability: String?

    package init(name: String, driverVersion: String?, memory: Int?, computeCapability: String?) {
      self.name = name
      self.driverVersion = driverVersion
      self.memory = memory
      self.computeCapability = computeCapability
    }
  }

  package init(program: FilePath, answer: Answer) {
    self.program = program
    self.answer = answer
  }
}

extension NVIDIAQuery {
  /// Asks where it is on PATH; `nil` where it is not.
  /// - Parameter patience: How long it may take. A driver without persistence takes seconds to wake.
  package init?(_ environment: ProcessEnvironment, patience: Duration = .seconds(5)) {
    guard let program = programOnPath("nvidia-smi", environment) else { return nil }
    let command = Command(executable: program, arguments: Self.arguments, environment: environment.entries)
    do throws(ProcessProblem) {
      let result = try runCommand(command, timeout: patience, limit: 1 << 16)
      self.init(program: program, answer: Self.answer(result))
    } catch {
      self.init(program: program, answer: .failure("it cannot be started"))
    }
  }

  private static let arguments: [String] = [
    "--query-gpu=name,driver_version,memory.total,compute_cap", "--format=csv,noheader",
  ]

  private static func answer(_ result: CommandResult) -> Answer {
    switch result.ending {
    case .exited(0): .devices(devices(result.output))
    case .exited(let status):
      .failure(firstLine(result.output + result.errorOutput) ?? "it ended with status \(status)")
    case .timedOut: .failure("it did not answer in time")
    case .signalled(let signal): .failure("it was killed by \(Signal.name(signal))")
    case .interrupted: .failure("interrupted")
    }
  }

  private static func firstLine(_ bytes: [UInt8]) -> String? {
    bytes.split(separator: UInt8(ascii: "\n")).first.map { String(decoding: $0.prefix(200), as: UTF8.self) }
  }

  /// `line ::= name ', ' driver-version ', ' memory ', ' compute-capability`; lines of another form are passed over.
  package static func devices(_ output: [UInt8]) -> [Device] {
    output.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard fields.count == 4, let name = text(fields[0]) else { return nil }
      return Device(
        name: name, driverVersion: text(fields[1]), memory: text(fields[2]).flatMap(memory),
        computeCapability: text(fields[3]))
    }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    let field = field.withoutBlanks
    return field.isEmpty || field.first == UInt8(ascii: "[") ? nil : String(decoding: field, as: UTF8.self)
  }

  /// `81920 MiB` in bytes.
  private static func memory(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    guard words.count == 2, words.last == "MiB", let number = words.first.flatMap({ Int($0) }), number >= 0 else {
      return nil
    }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: 1 << 20)
    return isTooLarge ? nil : bytes
  }
}
