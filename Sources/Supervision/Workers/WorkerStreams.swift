internal import Probing
internal import SystemCalls
internal import SystemPackage

/// The front's ends of the streams of one worker.
///
/// The writing ends of messages and evidence stay open here: a worker whose own were closed opens these anew. That a
/// worker has ended is therefore never seen by its streams, but by its process.
final class WorkerStreams {
  let orders: ChildStream
  let messages: ChildStream
  let evidence: ChildStream
  let output: ChildStream
  let imports: ImportLog

  init() throws(ProcessProblem) {
    orders = try .socket()
    messages = try .pipe()
    evidence = try .pipe()
    output = try .pipe()
    imports = try ImportLog()
  }

  var channels: WorkerChannels {
    WorkerChannels(
      front: ProcessControl.own, messages: messages.theirs?.rawValue ?? -1, evidence: evidence.theirs?.rawValue ?? -1)
  }

  /// What a fork is given, in the order in which it expects them.
  var theirs: [FileDescriptor] {
    [orders.theirs, messages.theirs, evidence.theirs, imports.descriptor, output.theirs].compactMap(\.self)
  }

  /// The same for a copy of this process, which has them under the numbers that they have here.
  var workerDescriptors: WorkerDescriptors? {
    guard let orders = orders.theirs, let messages = messages.theirs, let evidence = evidence.theirs else { return nil }
    return WorkerDescriptors(
      orders: orders.rawValue, messages: messages.rawValue, evidence: evidence.rawValue,
      imports: imports.descriptor.rawValue)
  }

  /// What a new process is given, under the numbers that its command line names.
  var grants: [DescriptorGrant] {
    let first = SpareWorker.firstDescriptor
    return output.grant(as: 1) + output.grant(as: 2) + orders.grant(as: first) + messages.grant(as: first + 1)
      + evidence.grant(as: first + 2) + [DescriptorGrant(ours: imports.descriptor, number: first + 3)]
  }

  /// In a copy of this process: lets go of the ends that are not the worker's.
  func closeOurs() {
    for stream in [orders.ours, messages.ours, evidence.ours, output.ours] { try? stream.close() }
    try? output.theirs?.close()
  }

  func send(_ order: WorkerOrder) {
    orders.send(MessageFraming.frame(order))
  }

  /// A worker that cannot take the order is seen to have ended.
  func send(_ order: WorkerOrder, with descriptors: [FileDescriptor]) -> Bool {
    orders.send(MessageFraming.frame(order), with: descriptors)
  }
}
