package import SystemCalls
package import SystemPackage

/// The first executable file of this name in the folders of PATH, as execvp(3) looks for it; a folder that is not
/// absolute is passed over, for what lies in the working directory is nobody's tool.
package func programOnPath(_ name: String, _ environment: ProcessEnvironment) -> FilePath? {
  for folder in (environment["PATH"] ?? []).split(separator: UInt8(ascii: ":")) {
    let path = FilePath(bytes: Array(folder)).appending(name)
    if path.isAbsolute, case .executable = path.linkTarget() { return path }
  }
  return nil
}
