import Synchronization
import SystemCalls
import Testing

@Suite struct BackgroundThreadTests {
  @Test func itIsDoneWhenTheValueIsGone() throws {
    let count = Box()
    for _ in 0..<20 {
      let thread = BackgroundThread { for _ in 0..<1_000 { count.value.add(1, ordering: .relaxed) } }
      #expect(thread != nil)
    }
    #expect(count.value.load(ordering: .relaxed) == 20_000)
  }

  private final class Box: Sendable {
    let value = Atomic(0)
  }
}
