internal import SharedObjects

/// What is wrong with one file by itself.
struct OtherProblem {
  private let reading: LoaderReading

  init(_ reading: LoaderReading) { self.reading = reading }

  private var facts: LoaderFacts { reading.facts }
  private var subject: String { reading.subject }

  /// - Returns: Whether there is anything to say beyond the message.
  func explain(_ explanation: inout LoaderExplanation) -> Bool {
    explanation.evidence = [reading.chainSentence].compactMap(\.self)
    switch reading.message.problem {
    case .staticTLS: staticStorage(&explanation)
    case .executableStack: executableStack(&explanation)
    case .processorLevel:
      explanation.kind = .processorLevel
      explanation.conclusion = .otherMachine
      explanation.summary = "\(subject) was compiled for a newer processor than this one."
    case .missingInitFunction(let name): noModule(name, &explanation)
    case .otherPython(let library):
      explanation.kind = .noModule
      explanation.summary = "\(subject) is linked with `\(library)`, the library of another Python."
    case .missingLibrary, .wrongClass, .wrongMachine, .notAnObjectFile, .truncated, .unsuitable, .notLoadable,
      .unopenable, .unmappable:
      return file(&explanation)
    default: return false
    }
    return true
  }

  // MARK: The file

  private func file(_ explanation: inout LoaderExplanation) -> Bool {
    guard let state else { return false }
    explanation.kind = state.conclusion == .notAllowed ? .unreadableFile : .unusableFile
    explanation.conclusion = state.conclusion
    explanation.summary = "\(subject) \(state.words)."
    if let process = facts.process, state.conclusion == .otherMachine {
      explanation.evidence.append("This Python is a program of \(process.words).")
    }
    return true
  }

  /// What is wrong with the file, as a phrase whose subject is the file.
  private var state: (words: String, conclusion: LoaderExplanation.Conclusion)? {
    switch facts.state {
    case .absent: return ("is not there", .damagedFile)
    case .danglingLink(let target): return ("is a link to `\(target)`, which is not there", .damagedFile)
    case .problem(let problem): return problem.state
    case .object(let kind, _) where facts.process.map({ $0 != kind }) ?? false:
      return ("is compiled for \(kind.words)", .otherMachine)
    case .object(_, let cut?):
      return ("is cut off: \(cut.size) of at least \(cut.expectedSize) bytes are there", .damagedFile)
    case .object, nil: return stated
    }
  }

  /// The same by the message alone.
  private var stated: (words: String, conclusion: LoaderExplanation.Conclusion)? {
    switch reading.message.problem {
    case .wrongClass(let bits): ("is compiled for programs of \(bits) bits", .otherMachine)
    case .wrongMachine(let has, let needs):
      ("is compiled for \(has ?? "another machine")" + (needs.map { " and not for \($0)" } ?? ""), .otherMachine)
    case .notAnObjectFile: ("is no object of ELF, which is what Linux loads", .damagedFile)
    case .truncated: ("is cut off before the end of its header", .damagedFile)
    case .unopenable(.permissionDenied): ("may not be read by this user", .notAllowed)
    case .unmappable(_, .notPermitted?), .unmappable(_, .permissionDenied?):
      ("may not be executed: its file system may be mounted without that right (noexec)", .notAllowed)
    case .notLoadable: ("is a program and no library", .unknown)
    default: nil
    }
  }

  // MARK: The process

  private func staticStorage(_ explanation: inout LoaderExplanation) {
    explanation.kind = .staticTLS
    let storage = facts.storage
    let size = storage?.size.map { "\($0) bytes" } ?? "more room"
    explanation.summary =
      "\(subject) needs \(size) of the thread-local storage that is set apart when the process starts, more than is left "
      + "of it."
    if storage?.isStatic == true {
      explanation.evidence.append("The file says that it can do with no other storage (DF_STATIC_TLS).")
    }
    if let room = storage?.room {
      explanation.evidence.append(
        "\(room) bytes are set apart for all that is loaded later; "
          + "GLIBC_TUNABLES=glibc.rtld.optional_static_tls=… says how many.")
    }
    let others = storage?.others.prefix(3).map { "\($0.file.name) (\($0.size) bytes)" } ?? []
    if !others.isEmpty {
      explanation.evidence.append("Loaded before it, of the same kind: \(others.joined(separator: ", ")).")
    }
  }

  private func executableStack(_ explanation: inout LoaderExplanation) {
    explanation.kind = .executableStack
    explanation.conclusion = .notAllowed
    explanation.summary =
      "\(subject) asks for executable stacks, which \(facts.loaderKeepsStacks ? "the loader" : "the system") does not "
      + "allow here."
    switch facts.stack {
    case .executable?: explanation.evidence.append("Its header asks for it (PT_GNU_STACK with the flag for execution).")
    case .unstated?:
      explanation.evidence.append("Its header says nothing of stacks (no PT_GNU_STACK), which means the same.")
    case .notExecutable?, nil: break
    }
    if facts.loaderKeepsStacks {
      explanation.evidence.append("Since release 2.41 glibc makes no stack executable for what a program loads later.")
    }
  }

  private func noModule(_ function: String?, _ explanation: inout LoaderExplanation) {
    explanation.kind = .noModule
    let wanted = function.map { "`\($0)`" } ?? "the function"
    explanation.symbol = function
    explanation.summary = "\(subject) does not define \(wanted), by which Python would make a module of it."
    guard let functions = facts.initFunctions else { return }
    let own = functions.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    explanation.evidence.append(
      functions.isEmpty
        ? "It defines no function of that kind: it is a library and no extension module."
        : functions.contains { $0.hasPrefix("PyInit_") }
          ? "It defines \(own): it is a module of another name." : "It defines \(own): it was built for Python 2.")
  }
}
