internal import SystemCalls
package import SystemPackage

/// The dynamic loader that a program asks for (PT_INTERP), with what its file says of its own rules.
package struct LoaderProgram: Sendable {
  /// As programs name it, such as `/lib64/ld-linux-x86-64.so.2`.
  package let path: FilePath
  package let family: Family
  /// What it loads: objects like itself.
  package let kind: ObjectFile.Kind
  /// Where it searches at last, compiled into it.
  package let defaultFolders: [FilePath]
  /// The folders below `glibc-hwcaps` that it knows, the best first; none before glibc 2.33.
  package let subfolders: [[UInt8]]

  package enum Family: Sendable, Equatable {
    /// The release, such as 2.36; `nil` where its file does not say, as before glibc 2.33.
    case glibc(GlibcVersion?)
    case musl
  }

  /// - Parameter file: Where the loader lies: `path` below another root.
  /// - Throws: ``ObjectProblem`` of a file that is no loader.
  package init(_ path: FilePath, at file: FilePath) throws(ObjectProblem) {
    kind = try ObjectFile.Kind(opening: file)
    self.path = path
    guard path.lastComponent?.string.hasPrefix("ld-musl-") != true else {
      (family, defaultFolders, subfolders) = (.musl, Self.muslFolders, [])
      return
    }
    let strings = LoaderStrings(readRegularFile(file, limit: Self.sizeLimit) ?? [])
    family = .glibc(strings.version)
    let folders = strings.defaultFolders.map { FilePath(bytes: $0) }
    defaultFolders = folders.isEmpty ? Self.usualFolders(kind) : folders
    subfolders = strings.subfolders
  }

  /// Loaders have about 200 kB.
  private static let sizeLimit = 16 << 20

  /// `sys_path` of musl's `ldso/dynlink.c`, where there is no `/etc/ld-musl-ARCH.path`.
  private static let muslFolders: [FilePath] = ["/lib", "/usr/local/lib", "/usr/lib"]

  /// glibc's own default on most machines, for a loader whose file does not have the list as it is expected.
  private static func usualFolders(_ kind: ObjectFile.Kind) -> [FilePath] {
    kind.width == .bits64 ? ["/lib64", "/usr/lib64"] : ["/lib", "/usr/lib"]
  }
}

extension LoaderProgram {
  /// Whether folders such as `tls/haswell` are searched, too.
  var hasLegacyCapabilities: Bool {
    guard case .glibc(let version) = family else { return false }
    return version.map { $0 < GlibcVersion(major: 2, minor: 37) } ?? true
  }

  /// What `$LIB` stands for: the last folder of the first default path; Debian puts its name of the machine behind
  /// (`DL_DST_LIB` of glibc's `elf/Makefile`, and Debian's change of it).
  var libraryToken: [UInt8] {
    let names = defaultFolders.first?.components.map(\.string) ?? []
    return Array(names.suffix(names.first == "lib" ? 2 : 1).joined(separator: "/").utf8)
  }

  /// The list of folders that an administrator gives musl instead of its own; `nil` for glibc.
  var muslPathFile: FilePath? {
    guard family == .musl, let name = path.lastComponent?.string.split(separator: ".").first else { return nil }
    // Beside the folder of the loader: `/etc` for `/lib/ld-musl-x86_64.so.1`.
    return path.removingLastComponent().removingLastComponent().appending("etc").appending("\(name).path")
  }
}

/// A release of glibc.
package struct GlibcVersion: Sendable, Comparable {
  package let major: Int
  package let minor: Int

  package init(major: Int, minor: Int) { (self.major, self.minor) = (major, minor) }

  package static func < (one: GlibcVersion, other: GlibcVersion) -> Bool {
    (one.major, one.minor) < (other.major, other.minor)
  }
}
