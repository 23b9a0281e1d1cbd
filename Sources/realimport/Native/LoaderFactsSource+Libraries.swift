import Diagnosis
import PythonPackaging
import SharedObjects
import SystemPackage

extension LoaderFactsSource {
  /// Adds who needs a missing library, where it was looked for, and what is installed of it.
  func addLibrary(
    _ name: String, _ subject: inout LoadedSubject, _ loaded: [FilePath], _ speakers: [String],
    to facts: inout LoaderFacts
  ) {
    guard !name.isEmpty else { return }
    if subject.need(name) == nil, subject.root == nil { addNeeders(of: name, &subject, speakers, to: &facts) }
    if let need = subject.need(name) ?? subject.need(name, after: loaded) {
      if facts.neededBy.isEmpty { facts.object = owners.owned(need.object) }
      facts.chain = facts.neededBy.isEmpty ? need.chain.map(owners.owned) : []
      facts.considered = need.considered.map(Considered.init)
      facts.foundNow = need.found.map(owners.owned)
    } else if let root = subject.root {
      facts.object = owners.owned(root)
    }
    facts.copies = copies(of: name)
    facts.asker = speakers.first.flatMap(owners.distribution)
    let owner = facts.object?.distribution ?? facts.neededBy.first?.distribution ?? facts.asker
    facts.buildWithoutCUDA = buildWithoutCUDA(for: owner)
    facts.unmetRequirement = owner.flatMap { unmetRequirement(of: $0, bringing: name) }
  }

  private func unmetRequirement(of owner: OwningDistribution, bringing library: String) -> String? {
    let names = LibrarySupplier.all(of: library).flatMap { supplier -> [DistributionName] in
      guard case .distributions(let names) = supplier else { return [] }
      return names.map { DistributionName($0) }
    }
    return requirements(of: owner).first { requirement in
      guard names.contains(requirement.name) else { return false }
      return owners.installed.distribution(named: requirement.name).map { !requirement.isFulfilled(by: $0) } ?? true
    }?.statement
  }

  /// Python code that loads libraries by itself does not say which: those of its distribution that need this one.
  private func addNeeders(
    of name: String, _ subject: inout LoadedSubject, _ speakers: [String], to facts: inout LoaderFacts
  ) {
    let wanted = Array(name.utf8)
    for speaker in speakers {
      guard let distribution = owners.installed.distribution(named: DistributionName(speaker)) else { continue }
      let needers = distribution.nativeFiles.map(\.path).filter {
        (try? DynamicSection(opening: $0))?.needed.contains(wanted) ?? false
      }
      guard let first = needers.first else { continue }
      facts.neededBy = needers.map(owners.owned)
      subject = LoadedSubject(process, root: first)
      return
    }
  }
}
