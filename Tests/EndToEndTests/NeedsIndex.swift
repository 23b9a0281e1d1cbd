import TestSupport
import Testing

extension Trait where Self == ConditionTrait {
  /// For tests of packages from the index; `REALIMPORT_OFFLINE=1` skips them.
  static var needsIndex: ConditionTrait {
    .enabled(if: !Repository.isOffline, "REALIMPORT_OFFLINE is set, and the packages of this test come from the index")
  }
}
