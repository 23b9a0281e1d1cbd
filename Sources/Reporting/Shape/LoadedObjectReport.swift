/// A shared object that the process had loaded after an import.
package struct LoadedObjectReport: Codable, Sendable, Equatable {
  package var file: String
  /// Whose file it is.
  @ExplicitNull package var distribution: String?
  package var place: Place
  /// Whether it was loaded before the import began.
  package var loadedBefore: Bool

  package enum Place: String, Codable, CaseIterable, Sendable {
    /// The environment's folder, and those of its search path.
    case environment
    /// The Python that the environment was made from.
    case installation
    /// `/lib`, `/usr/lib` and the like.
    case system
    case elsewhere
  }

  enum CodingKeys: String, CodingKey {
    case file, distribution, place
    case loadedBefore = "loaded_before"
  }

  package init(file: String, distribution: String?, place: Place, loadedBefore: Bool) {
    self.file = file
    self.distribution = distribution
    self.place = place
    self.loadedBefore = loadedBefore
  }
}

/// A library that the process had loaded from several files, whether or not that does harm.
package struct LibraryCopiesReport: Codable, Sendable, Equatable {
  /// Without version and without what a wheel's maker put into the name: `libgomp`.
  package var library: String
  package var files: [String]

  package init(library: String, files: [String]) {
    self.library = library
    self.files = files
  }
}
