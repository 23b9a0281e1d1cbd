/// What lies on the search path under the name of one module.
package struct ModuleEvidence: Sendable, Equatable {
  /// Dotted.
  package var name: String
  /// In the order in which Python looks: the first that Python can import is what it takes.
  package var candidates: [Candidate] = []
  /// The file or folder of it that lies in a folder without `__init__`, before which Python takes a package of that name.
  package var passedOver: String?
  /// Files of it that a distribution lists and that are not there.
  package var missingFiles: [String] = []

  package init(name: String) {
    self.name = name
  }

  /// What Python takes; of folders without code the first is taken only where nothing else is there (PEP 420).
  package var found: Candidate? {
    candidates.first { $0.kind.isComplete } ?? candidates.first { $0.kind == .folder }
  }

  package struct Candidate: Sendable, Equatable {
    package var file: String
    package var kind: Kind
    package var place: Place
    /// The distribution that lists it.
    package var owner: String?

    package init(file: String, kind: Kind, place: Place, owner: String?) {
      self.file = file
      self.kind = kind
      self.place = place
      self.owner = owner
    }
  }

  package enum Kind: Sendable, Equatable {
    /// A folder with `__init__`.
    case package
    /// A source file.
    case source
    /// An extension module that this Python takes.
    case `extension`
    /// A folder without `__init__`.
    case folder
    /// An extension module for another Python: its tag.
    case otherPython(String)
    /// An extension module for another system or machine: its tag.
    case otherPlatform(String)
    /// What only the sources show that it is made from: `X.pyx` and `X.c` of an extension module, `X.proto` of `X_pb2`.
    case uncompiled

    /// Whether Python needs nothing else to import it.
    package var isComplete: Bool {
      switch self {
      case .package, .source, .extension: true
      case .folder, .otherPython, .otherPlatform, .uncompiled: false
      }
    }
  }

  /// Which entry of the search path it lies below.
  package enum Place: Sendable, Equatable {
    case workingDirectory
    /// An entry that PYTHONPATH puts there.
    case pythonPath
    case standardLibrary
    /// Where distributions are installed.
    case site
    /// Any other entry, as `.pth` files make them.
    case other
  }
}
