/// Numbers as people read them.
enum Amount {
  /// Bytes in the largest binary unit of which there is one: `64 MiB`, `15.6 GiB`.
  static func bytes(_ count: Int) -> String {
    let shift = units.last { count >> $0.shift > 0 } ?? (shift: 0, name: "B")
    return "\(decimal(Double(count) / Double(1 << shift.shift))) \(shift.name)"
  }

  private static let units: [(shift: Int, name: String)] = [
    (0, "B"), (10, "KiB"), (20, "MiB"), (30, "GiB"), (40, "TiB"),
  ]

  /// One decimal where it is not nought.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((min(max(value, 0), 1e12) * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
