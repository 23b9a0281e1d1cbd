/// A sign that this process runs in a container. None is proof, so the place where it stands is told.
package struct ContainerHint: Sendable, Equatable {
  /// `docker`, `podman`, `kubernetes`, `lxc` or what the place names.
  package var name: String
  package var evidence: String

  package init(name: String, evidence: String) {
    self.name = name
    self.evidence = evidence
  }
}

extension ContainerHint {
  /// All that there are, the plainest first.
  package static func all(_ root: SystemRoot) -> [ContainerHint] {
    files.filter { root.exists($0.evidence) }
      + [systemd(root), controlGroup(root)].compactMap(\.self)
  }

  /// Docker and podman put these files into every container that they start.
  private static let files: [ContainerHint] = [
    ContainerHint(name: "docker", evidence: "/.dockerenv"),
    ContainerHint(name: "podman", evidence: "/run/.containerenv"),
    ContainerHint(name: "kubernetes", evidence: "/var/run/secrets/kubernetes.io"),
  ]

  /// "The Container Interface" of systemd: the manager's name in a file.
  private static func systemd(_ root: SystemRoot) -> ContainerHint? {
    root.line("/run/systemd/container").map { ContainerHint(name: $0, evidence: "/run/systemd/container") }
  }

  /// The first process's group bears the manager's name, except behind a namespace of version 2.
  private static func controlGroup(_ root: SystemRoot) -> ContainerHint? {
    let text = String(decoding: root.bytes("/proc/1/cgroup") ?? [], as: UTF8.self)
    let found = managers.first { text.contains($0.word) }
    return found.map { ContainerHint(name: $0.name, evidence: "/proc/1/cgroup") }
  }

  private static let managers: [(word: String, name: String)] = [
    ("kubepods", "kubernetes"), ("libpod", "podman"), ("docker", "docker"), ("containerd", "containerd"),
    ("/lxc", "lxc"),
  ]
}
