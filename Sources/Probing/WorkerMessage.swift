/// What a worker tells the front, in the order of the work, so that a process that dies leaves what it knew.
package enum WorkerMessage: Sendable {
  /// Python could not be started at all.
  case cannotStart(StartProblem)
  case ready(InterpreterFacts)
  /// The import at this index of the plan begins.
  case began(Int)
  case imported(Int, ImportFacts)
  case version(Int, VersionFacts)
  case attribute(Int, AttributeFacts)
  /// What an attribute path that was not found is as a dotted module name.
  case submodule(Int, path: String, SubmoduleFacts)
  case expression(Int, ExpressionFacts)
  case value(Int, ValueFacts)
  /// Everything asked for was answered; Python is about to shut down.
  case done(RunFacts)

  /// A process that was forked, or 0 where none could be.
  case forked(Int32)
  case preloaded(PreloadFacts)
  /// The copy of the process that was left, or 0 where none can be forked from.
  case kept(Int32)
  /// How a forked process ended, as waitpid(2) has it; `nil` where it was not ours to wait for.
  case reaped(Int32, status: Int32?)
}

/// How it went to import something for others to have it.
package struct PreloadFacts: Sendable, Equatable {
  package var succeeded: Bool
  /// Threads that would be left at a fork; a fork beside other threads is not safe (fork(2)).
  package var threads: Int

  package init(succeeded: Bool, threads: Int) {
    self.succeeded = succeeded
    self.threads = threads
  }
}

/// Why the worker could not start Python.
package enum StartProblem: Sendable, Equatable {
  /// dlopen(3) refused the library; the text is dlerror's.
  case libraryNotLoaded(String)
  case functionMissing(String)
}

/// What the running interpreter says of itself.
package struct InterpreterFacts: Sendable, Equatable {
  package var version: String
  package var implementation: String
  package var executable: PythonPath
  package var prefix: PythonPath
  package var basePrefix: PythonPath
  package var platform: String
  /// `sys.path` before the first import.
  package var path: [PythonPath]

  package init(
    version: String, implementation: String, executable: PythonPath, prefix: PythonPath,
    basePrefix: PythonPath, platform: String, path: [PythonPath]
  ) {
    self.version = version
    self.implementation = implementation
    self.executable = executable
    self.prefix = prefix
    self.basePrefix = basePrefix
    self.platform = platform
    self.path = path
  }
}

/// An extension module that was tried while something else was imported, and could not be loaded.
package struct HiddenFailure: Sendable, Equatable {
  package var module: String
  package var file: PythonPath
  package var exception: ExceptionFacts

  package init(module: String, file: PythonPath, exception: ExceptionFacts) {
    self.module = module
    self.file = file
    self.exception = exception
  }
}

/// How one import went.
package struct ImportFacts: Sendable {
  package var exception: ExceptionFacts?
  /// `__file__` of the module; namespace packages and built-in modules have none.
  package var file: PythonPath?
  package var wallSeconds: Double
  /// User and system time of all threads of the process.
  package var cpuSeconds: Double
  /// The process's highest resident set so far (VmHWM of proc(5)).
  package var peakResidentBytes: Int
  /// How many entries `sys.modules` gained.
  package var modulesLoaded: Int
  /// The shared objects that the process had after it, in the order of their loading.
  package var objects: [LoadedObjectFacts]

  package init(
    exception: ExceptionFacts?, file: PythonPath?, wallSeconds: Double, cpuSeconds: Double,
    peakResidentBytes: Int, modulesLoaded: Int, objects: [LoadedObjectFacts] = []
  ) {
    self.exception = exception
    self.file = file
    self.wallSeconds = wallSeconds
    self.cpuSeconds = cpuSeconds
    self.peakResidentBytes = peakResidentBytes
    self.modulesLoaded = modulesLoaded
    self.objects = objects
  }
}

/// What a module says of its own version.
package enum VersionFacts: Sendable, Equatable {
  case absent
  case text(String)
  /// `__version__` is no string; `text` is what `str` makes of it.
  case other(type: String, text: String)
  /// Reading it raised this exception line.
  case unreadable(String)
}

/// How the lookup of one attribute path went.
package struct AttributeFacts: Sendable {
  package var path: String
  /// The dotted name of the object that lacks the next name; `nil` when everything was found.
  package var missingAt: String?
  package var exception: ExceptionFacts?

  package init(path: String, missingAt: String?, exception: ExceptionFacts?) {
    self.path = path
    self.missingAt = missingAt
    self.exception = exception
  }
}

/// Whether a dotted name imports as a submodule, and where its file lies if there is one.
package struct SubmoduleFacts: Sendable, Equatable {
  package var importable: Bool
  package var file: PythonPath?

  package init(importable: Bool, file: PythonPath?) {
    self.importable = importable
    self.file = file
  }
}

/// What concerns the whole process.
package struct RunFacts: Sendable, Equatable {
  /// Warnings that Python showed, in order, the first ``warningLimit`` of them.
  package var warnings: [String]
  package var warningCount: Int
  package var hiddenFailures: [HiddenFailure]

  package static let warningLimit = 100
  package static let hiddenFailureLimit = 100

  package init(warnings: [String], warningCount: Int, hiddenFailures: [HiddenFailure] = []) {
    self.warnings = warnings
    self.warningCount = warningCount
    self.hiddenFailures = hiddenFailures
  }
}
