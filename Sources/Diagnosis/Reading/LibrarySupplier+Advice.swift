extension LibrarySupplier {
  var sentence: String? {
    switch self {
    case .distributions(let names): "it is in \(names.joined(separator: ", ")) from the package index"
    case .debian(let packages): Self.sentence(packages)
    case .driver: nil
    }
  }

  /// With the release where it has another name in each; the one that is installed by the advice is among them.
  private static func sentence(_ packages: [DebianPackage]) -> String? {
    guard let last = packages.last else { return nil }
    if packages.allSatisfy({ $0.name == last.name }) { return "it is in \(last.name) of Debian" }
    let told = packages.suffix(mostPackages).map { "\($0.name) of Debian \($0.release)" }
    return "it is in \(told.joined(separator: ", "))"
  }

  /// As many as releases are known.
  private static let mostPackages = 3

  func fix(_ installer: Installer) -> Fix? {
    switch self {
    case .distributions(let names):
      names.first.map { Fix("install the distribution that has the library", commands: [installer.install($0)]) }
    case .debian(let packages):
      packages.last.map { Fix("install the system's package", commands: ["apt-get install \($0.name)"]) }
    case .driver: nil
    }
  }
}
