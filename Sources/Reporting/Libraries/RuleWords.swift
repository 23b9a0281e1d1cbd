extension LibraryRule {
  /// - Parameter requester: The object on the line above, which need not be named again.
  func words(for requester: String?) -> String {
    if let loadedBy { return "loaded by \(loadedBy)" }
    return rule.words(of: file == requester ? nil : file)
  }
}

extension LoaderRule {
  /// - Parameter file: The object whose path it is.
  func words(of file: String?) -> String {
    let owner = file.flatMap { $0.split(separator: "/").last }.map { " of \($0)" } ?? ""
    return switch self {
    case .program: "the program"
    case .loaded: "already loaded"
    case .path: "path"
    case .rpath: "rpath\(owner)"
    case .runpath: "runpath\(owner)"
    case .libraryPath: "LD_LIBRARY_PATH"
    case .cache: "ld.so.cache"
    case .defaultFolder: "default folder"
    case .configuredFolder: "configured folder"
    case .notFound: "not found"
    case .notSought: "not looked for"
    }
  }
}
