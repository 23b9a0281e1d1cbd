extension LibrarySupplier {
  var sentence: String? {
    switch self {
    case .distributions(let names): "it is in \(names.joined(separator: ", ")) from the package index"
    case .debian(let packages): packages.first.map { "it is in \($0.name) of Debian" }
    case .driver: nil
    }
  }

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
