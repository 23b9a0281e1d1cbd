import Probing
import Testing

@Suite struct ObservationTests {
  private let plans: [ModulePlan] = [
    ModulePlan(module: "a", attributes: ["x", "y"]), ModulePlan(module: "b", attributes: []),
  ]

  @Test func nothingHappenedYet() {
    let observation = Observation(of: plans)
    #expect(observation.modules.map(\.plan) == plans)
    #expect(observation.modules.allSatisfy { !$0.began && $0.imported == nil && $0.version == nil })
    #expect(observation.interpreter == nil && observation.run == nil && observation.importing == nil)
    #expect(observation.startProblem == nil && observation.output.byteCount == 0)
  }

  @Test func eachMessageHasItsPlace() {
    var observation = Observation(of: plans)
    for message in MessageFramingTests.messages where !message.isOfAModule { observation.note(message) }
    #expect(observation.startProblem == .functionMissing("Py_BytesMain"))
    #expect(observation.interpreter?.version == "3.11.7")
    #expect(observation.run == MessageFramingTests.run)
  }

  @Test func messagesOfModules() {
    var observation = Observation(of: plans)
    observation.note(.began(0))
    observation.note(.imported(0, MessageFramingTests.imported))
    observation.note(.version(0, .text("1")))
    observation.note(.attribute(0, AttributeFacts(path: "x", missingAt: nil, exception: nil)))
    observation.note(.attribute(0, AttributeFacts(path: "y", missingAt: "a", exception: nil)))
    observation.note(.submodule(0, path: "y", SubmoduleFacts(importable: false, file: nil)))
    observation.note(.expression(0, ExpressionFacts(expression: "a.x", holds: true)))
    observation.note(.expression(0, ExpressionFacts(expression: "a.y", holds: false)))
    observation.note(.began(1))
    let first = observation.modules[0]
    #expect(first.began && first.imported?.modulesLoaded == 0 && first.version == .text("1"))
    #expect(first.attributes.map(\.path) == ["x", "y"])
    #expect(first.submodules == ["y": SubmoduleFacts(importable: false, file: nil)])
    #expect(first.expressions.map(\.expression) == ["a.x", "a.y"] && first.expressions.map(\.holds) == [true, false])
    let second = observation.modules[1]
    #expect(second.began && second.imported == nil && second.attributes.isEmpty && second.expressions.isEmpty)
  }

  @Test func theModuleThatIsBeingImported() {
    var observation = Observation(of: plans)
    observation.note(imports: Array("a\na.b\nnumpy\n".utf8))
    #expect(observation.importing == "numpy" && observation.topLevels == ["a", "numpy"])
    observation.note(imports: [])
    #expect(observation.importing == "numpy")
    observation.note(.done(RunFacts(warnings: [], warningCount: 0)))
    #expect(observation.importing == nil)
  }

  @Test func theModulesThatWereLookedForLast() {
    var observation = Observation(of: plans)
    observation.note(imports: Array("a\na.b\nnumpy\na\n".utf8))
    #expect(observation.lastTopLevels == ["a", "numpy"])
    observation.note(imports: Array((0..<1000).map { "m\($0)" }.joined(separator: "\n").utf8))
    #expect(observation.lastTopLevels.last == "m999" && observation.lastTopLevels.count < 100)
  }

  @Test(arguments: [-1, 2, Int.max, Int.min])
  func anIndexOfNoPlan(_ index: Int) {
    var observation = Observation(of: plans)
    observation.note(.began(index))
    observation.note(.imported(index, MessageFramingTests.imported))
    observation.note(.version(index, .absent))
    observation.note(.attribute(index, AttributeFacts(path: "x", missingAt: nil, exception: nil)))
    observation.note(.submodule(index, path: "x", SubmoduleFacts(importable: true, file: nil)))
    observation.note(.expression(index, ExpressionFacts(expression: "x", holds: true)))
    #expect(observation.modules.map(\.plan) == plans)
    observation.note(.value(index, ValueFacts(expression: "x", text: "1")))
    #expect(observation.modules.allSatisfy { !$0.began && $0.attributes.isEmpty && $0.expressions.isEmpty })
    #expect(observation.modules.allSatisfy { $0.values.isEmpty && $0.submodules.isEmpty })
  }
}

extension WorkerMessage {
  fileprivate var isOfAModule: Bool {
    switch self {
    case .cannotStart, .ready, .done, .forked, .preloaded, .kept, .reaped: false
    case .began, .imported, .version, .attribute, .expression, .value, .submodule: true
    }
  }
}
