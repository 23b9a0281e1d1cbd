/// What became of one worker process and of each module that it was asked to import. Facts only.
package struct Observation: Sendable {
  package var interpreter: InterpreterFacts?
  package var startProblem: StartProblem?
  package var modules: [ModuleObservation]
  package var ending: Ending
  /// The worker's own last message; what comes after it is the shutdown of Python.
  package var run: RunFacts?
  /// The module that was being imported when it was last heard of.
  package var importing: String?
  /// The first part of every name that was looked for.
  package private(set) var topLevels: Set<String> = []
  /// The last of these, in the order in which they were first looked for.
  package private(set) var lastTopLevels: [String] = []
  package var output: CapturedOutput
  /// What the process wrote of itself when it crashed, or when its deadline passed.
  package var evidence: CrashEvidence?
  /// Imported before by the process that this one was forked from.
  package var preloaded: [String] = []

  package init(of plans: [ModulePlan]) {
    modules = plans.map(ModuleObservation.init)
    ending = .exited(0)
    output = CapturedOutput()
  }

  /// How the process ended.
  package enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    case interrupted
    /// It took more memory than it may, or than there was.
    case outOfMemory(MemoryEnd)
  }

  package enum MemoryEnd: Sendable, Equatable {
    /// Its resident set, and that of its children, went over this number of bytes.
    case limit(Int)
    /// The kernel killed it.
    case kernel
  }

  /// Takes in the worker's next message; an index that no plan has is ignored.
  package mutating func note(_ message: WorkerMessage) {
    switch message {
    case .cannotStart(let problem): startProblem = problem
    case .ready(let facts): interpreter = facts
    case .done(let facts): (run, importing) = (facts, nil)
    case .began(let index): update(index) { $0.began = true }
    case .imported(let index, let facts): update(index) { $0.imported = facts }
    case .version(let index, let facts): update(index) { $0.version = facts }
    case .attribute(let index, let facts): update(index) { $0.attributes.append(facts) }
    case .expression(let index, let facts): update(index) { $0.expressions.append(facts) }
    case .value(let index, let facts): update(index) { $0.values.append(facts) }
    case .submodule(let index, let path, let facts): update(index) { $0.submodules[path] = facts }
    case .forked, .preloaded, .kept, .reaped: break
    }
  }

  /// Takes in names of modules that are being looked for, one in each line.
  package mutating func note(imports lines: [UInt8]) {
    let names = lines.split(separator: UInt8(ascii: "\n"))
    if let last = names.last { importing = String(decoding: last, as: UTF8.self) }
    for name in names {
      let top = String(decoding: name.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
      if topLevels.insert(top).inserted { lastTopLevels.append(top) }
    }
    lastTopLevels.removeFirst(max(0, lastTopLevels.count - Self.mostLastTopLevels))
  }

  /// What was looked for longer ago has nothing to do with how it ended.
  private static let mostLastTopLevels = 40

  private mutating func update(_ index: Int, _ change: (inout ModuleObservation) -> Void) {
    if modules.indices.contains(index) { change(&modules[index]) }
  }
}

/// What is known of one module of the plan; what is missing did not happen before the process ended.
package struct ModuleObservation: Sendable {
  package var plan: ModulePlan
  package var began = false
  package var imported: ImportFacts?
  package var version: VersionFacts?
  package var attributes: [AttributeFacts] = []
  package var expressions: [ExpressionFacts] = []
  package var values: [ValueFacts] = []
  /// By attribute path, for those that were not found.
  package var submodules: [String: SubmoduleFacts] = [:]

  package init(_ plan: ModulePlan) {
    self.plan = plan
  }
}
