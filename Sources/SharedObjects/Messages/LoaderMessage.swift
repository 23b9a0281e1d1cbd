/// What a dynamic loader, or a program that called it, said of a library that it could not load.
///
/// All names are as printed: a missing library is called by its SONAME, other files by the path under which the loader
/// opened them.
package struct LoaderMessage: Sendable, Equatable {
  package var speaker: Speaker
  package var problem: LoaderProblem
  /// The file the message is about: the library that is missing, that lacks a version, or that wants a symbol. `nil` where
  /// the speaker does not say (Windows never names the library that is missing).
  package var object: String?
  /// What was asked for when the problem arose, where that is said apart from the object: a file given to `dlopen` or
  /// ctypes, the object that needs the missing one, a Python module.
  package var requested: String?
  /// The program that ld.so ended, or did not start, for this reason.
  package var endedProgram: String?
  /// Where it stands in the text; the first line is 1.
  package var line: Int

  package init(
    speaker: Speaker, problem: LoaderProblem, object: String? = nil, requested: String? = nil,
    endedProgram: String? = nil, line: Int = 1
  ) {
    self.speaker = speaker
    self.problem = problem
    self.object = object
    self.requested = requested
    self.endedProgram = endedProgram
    self.line = line
  }

  /// Whose words they are.
  package enum Speaker: Sendable, Equatable {
    /// ld.so and dlerror(3) of the GNU C library.
    case glibc
    case musl
    /// The loader of macOS.
    case dyld
    /// FreeBSD's and Solaris's.
    case unix
    /// Android's.
    case bionic
    case windows
    /// CPython's own import of extension modules.
    case python
    /// A library that calls a loader and words its failure itself.
    case wrapper
  }
}

/// The mechanism that failed.
package enum LoaderProblem: Sendable, Equatable {
  /// No file of that name was found in any place where the loader looks.
  case missingLibrary
  /// The file is there, or its folder is, and yet it could not be opened or read.
  case unopenable(SystemReason)
  case undefinedSymbol(PrintedSymbol)
  /// The object offers no such symbol version; `requiredBy` was linked with one that does.
  case missingVersion(String, requiredBy: String?)
  /// A notice, not a failure: the object has no versions at all, and `requiredBy` was linked with one that has.
  case noVersionInformation(requiredBy: String?)
  /// An ELF file for the other word size; the number is the file's own, 32 or 64.
  case wrongClass(bits: Int)
  /// A file for another processor; what it has and what the process needs, where that is said.
  case wrongMachine(has: String?, needs: String?)
  /// It does not begin as an object file does.
  case notAnObjectFile
  /// It ends before its header does.
  case truncated
  /// An object file that the loader refuses: its own words.
  case unsuitable(String)
  /// An executable, or what cannot be opened while a program runs: the loader's words.
  case notLoadable(String)
  /// A part could not be mapped, or not be given its protection: the loader's words, and the system's reason.
  case unmappable(String, SystemReason?)
  /// The room for thread-local variables that a running process can still give away is used up.
  case staticTLS
  case executableStack(SystemReason?)
  /// A relocation that cannot be carried out: the loader's words.
  case relocation(String)
  /// A function that is chosen at run time (IFUNC) was needed before its object was ready.
  case indirectFunction(symbol: String, definedIn: String?)
  /// The object was built for a newer release of the operating system.
  case newerSystem
  /// The object was compiled for a newer processor (x86-64-v2 to -v4).
  case processorLevel
  /// A notice: an object of LD_PRELOAD, or of /etc/ld.so.preload, was left out.
  case preloadIgnored(from: String, reason: String?)
  /// No memory, or none of another supply of the process: the speaker's words.
  case exhausted(String)
  /// Windows: a function of another library is missing; neither is named.
  case missingProcedure
  /// The library's own start-up code refused.
  case initializationFailed
  /// An extension module without the function that CPython calls; its name, where that is said.
  case missingInitFunction(String?)
  /// An extension module whose function returned what is no module.
  case badInitialization
  /// An extension module for another Python, by the name of its library.
  case otherPython(String)
  /// It was not loaded, and the text does not say why at this place.
  case notLoaded
}

/// A symbol as a message names it.
package struct PrintedSymbol: Sendable, Equatable {
  /// Mangled, if it is C++. Cut off where the text is.
  package var name: String
  /// The version that it must have.
  package var version: String?
  /// The file that had it when the object was linked.
  package var definedIn: String?

  package init(name: String, version: String? = nil, definedIn: String? = nil) {
    self.name = name
    self.version = version
    self.definedIn = definedIn
  }
}
