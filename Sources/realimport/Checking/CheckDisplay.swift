import Probing
import Reporting

/// Shows how a run goes on.
protocol CheckDisplay: AnyObject {
  func started(_ environment: EnvironmentReport)
  /// Something about the whole run, after it has started.
  func noted(_ warning: WarningReport)
  /// So many checks more are to be expected.
  func planned(_ count: Int)
  func running(_ observations: [Observation])
  func finished(_ check: CheckReport)
}
