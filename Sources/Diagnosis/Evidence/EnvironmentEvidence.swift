internal import PythonPackaging

/// The environment in which it happened.
package struct EnvironmentEvidence: Sendable {
  package var python: PythonEvidence
  package var installer: Installer
  /// By normalised name.
  package var distributions: [String: InstalledEvidence] = [:]
  /// Statements of metadata that are not fulfilled.
  package var conflicts: [Unfulfilled] = []
  /// What is wrong with the installations that the failure speaks of.
  package var defects: [Defect] = []
  /// Top-level module → the distributions that bring it.
  package var owners: [String: [String]] = [:]
  /// `sys.path` without the working directory.
  package var searchPath: [String] = []
  /// Where modules are looked for first.
  package var workingDirectory: String?
  /// Modules at the top that lie in the working directory, where Python does not look.
  package var leftOutModules: Set<String> = []
  package var variables: [String: String] = [:]
  /// Variables that the failure's words or lines of code name, or that begin with the name of a package at work.
  package var relatedVariables: [String: String] = [:]
  /// Others, whose value stands in the failure's words and is none of everyday language.
  package var repeatedVariables: [String: String] = [:]

  package init(python: PythonEvidence, installer: Installer) {
    self.python = python
    self.installer = installer
  }

  package func distribution(_ name: String) -> InstalledEvidence? { distributions[normalizedName(name)] }

  /// The module at the top that a file belongs to, by the entry of the search path that it lies below.
  package func topLevel(of file: String) -> String? {
    let entry = searchPath.filter { file.hasPrefix("\($0)/") }.max { $0.utf8.count < $1.utf8.count }
    return entry.map { String(file.dropFirst($0.count + 1).prefix { $0 != "/" && $0 != "." }) }
  }
}

package struct PythonEvidence: Sendable, Equatable {
  /// In full: `3.11.7`.
  package var version: String
  /// Of Python 3.
  package var minor: Int?
  package var executable: String
  package var prefix: String?

  package init(version: String, minor: Int?, executable: String, prefix: String? = nil) {
    self.version = version
    self.minor = minor
    self.executable = executable
    self.prefix = prefix
  }
}

/// A distribution that is installed. What takes a file to read is there for the ones that the failure speaks of.
package struct InstalledEvidence: Sendable, Equatable {
  package var name: String
  package var version: String?
  package var location: String
  /// Requirements that count here, then those of extras: as PEP 508 writes them.
  package var requirements: [RequirementEvidence] = []
  package var requiresPython: String?
  /// The folder of the project, where it is a link to that.
  package var editableSource: String?

  package init(name: String, version: String?, location: String) {
    self.name = name
    self.version = version
    self.location = location
  }
}

package struct RequirementEvidence: Sendable, Equatable {
  /// Without its marker.
  package var text: String
  package var name: String
  package var specifiers: String
  /// The extra that asks for it; `nil`: always.
  package var extra: String?

  package init(text: String, name: String, specifiers: String, extra: String?) {
    self.text = text
    self.name = name
    self.specifiers = specifiers
    self.extra = extra
  }
}

/// What the metadata of a distribution states and the environment does not fulfil.
package struct Unfulfilled: Sendable, Equatable {
  package var distribution: String
  package var version: String
  package var requirement: String
  /// `nil`: not installed.
  package var found: String?
  package var kind: Kind

  package enum Kind: Sendable, Equatable {
    case missing, version, python
    /// A wheel for another machine, system or C library.
    case platform
    /// A wheel for another release of the C library.
    case libcVersion
  }

  package init(distribution: String, version: String, requirement: String, found: String?, kind: Kind) {
    self.distribution = distribution
    self.version = version
    self.requirement = requirement
    self.found = found
    self.kind = kind
  }

  /// The distribution that is asked for.
  package var required: String {
    String(requirement.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." })
  }

  var sentence: String {
    switch kind {
    case .missing: "\(distribution) \(version) requires `\(requirement)`, which is not installed"
    case .version: "\(distribution) \(version) requires `\(requirement)`, and \(found ?? "nothing") is installed"
    case .python, .platform, .libcVersion:
      "\(distribution) \(version) is made for `\(requirement)`, and this is \(found ?? "another")"
    }
  }
}

/// What is wrong with how something is installed.
package struct Defect: Sendable, Equatable {
  package var kind: Kind
  package var distributions: [String]
  /// In words.
  package var sentence: String
  /// The file or folder that it is about, where that is one; of a file of a distribution, relative to the site folder.
  package var file: String?
  /// Of two of one name the version that Python does not take.
  package var hiddenVersion: String?

  package enum Kind: Sendable, Equatable {
    /// Two of one name in one folder.
    case duplicate
    /// Two of one name in different folders of the search path.
    case hiddenElsewhere
    /// A library that the loader looks for in vain is in the distribution's own list of files.
    case neededFileMissing
    case filesClaimedTwice, moduleClaimedTwice, filesMissing, emptyShell, folderWithoutDistribution
    case moduleWithoutDistribution
    /// A file next to the failure has no bytes any more, is smaller than its list says, or is larger.
    case fileEmptied, fileCutOff, fileChanged
    case editableSourceMissing, metadataMissing, recordMissing, interruptedRemoval
  }

  package init(_ kind: Kind, _ distributions: [String], _ sentence: String, file: String? = nil) {
    self.kind = kind
    self.distributions = distributions
    self.sentence = sentence
    self.file = file
  }
}

/// How this environment's owner installs.
package struct Installer: Sendable, Equatable {
  /// The environment's own interpreter.
  package var python: String
  /// Whether uv is asked, as where the environment has no pip.
  package var isUV: Bool

  package init(python: String, isUV: Bool) {
    self.python = python
    self.isUV = isUV
  }

  package func install(_ requirements: String..., options: [String] = []) -> String {
    let start = isUV ? "uv pip install --python \(quoted(python))" : "\(quoted(python)) -m pip install"
    return ([start] + options + requirements.map(quoted)).joined(separator: " ")
  }

  /// Writes every file of this version anew.
  package func reinstall(_ requirement: String) -> String {
    install(requirement, options: isUV ? ["--reinstall", "--no-deps"] : ["--force-reinstall", "--no-deps"])
  }

  package func uninstall(_ names: String...) -> String {
    let start = isUV ? "uv pip uninstall --python \(quoted(python))" : "\(quoted(python)) -m pip uninstall --yes"
    return ([start] + names.map(quoted)).joined(separator: " ")
  }
}

/// In single quotes where a shell would understand it otherwise (POSIX, "Shell Command Language", 2.2.2).
func quoted(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { byte in
    byte > 0x20 && byte < 0x7F && !"<>|&;()$`\\\"'*?[]#~=%!{} ".utf8.contains(byte)
      || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "%")
  }
  return isPlain && !word.isEmpty
    ? word
    : "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: #"'\''"#) + "'"
}

func normalizedName(_ name: String) -> String { DistributionName(name).normalized }
