package import SystemPackage
package struct Version { package init(_ s: String) throws {}; package func agrees(with o: Version) -> Bool { true } }
package struct DistributionName { package var text: String }
package struct InstalledDistribution { package var name: DistributionName; package var version: String }
package final class InstalledDistributions { package init(searchPath: [FilePath]) {} 
 package var all: [InstalledDistribution] { [] }
 package func topLevelModules(of: InstalledDistribution) -> [String] { [] }
 package func owner(ofFile: FilePath, module: String?) -> InstalledDistribution? { nil }
 package func owner(ofModule: String) -> InstalledDistribution? { nil }
}
