/// The device files through which programs reach a GPU; a container has those that it was given.
package enum GraphicsNodes {
  package static func all(_ root: SystemRoot) -> [String] {
    let direct = root.names(in: "/dev").filter { $0.hasPrefix("nvidia") || $0 == "kfd" || $0 == "dxg" }
    let render = root.names(in: "/dev/dri").filter { $0.hasPrefix("render") }
    return direct.map { "/dev/\($0)" } + render.map { "/dev/dri/\($0)" }
  }
}
