import Synchronization
import Testing

@testable import JixiaoCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Test(arguments: [1, 2, 3, 8, 64])
func resultsComeInTheOrderOfTheInputs(_ jobs: Int) {
  var consumed: [Int] = []
  OrderedMap.run(Array(0..<200), jobs: jobs) { (number: Int) -> Int in
    if number % 7 == 0 { usleep(300) }
    return number * number
  } consume: { index, square in
    #expect(square == index * index)
    consumed.append(index)
  }
  #expect(consumed == Array(0..<200))
}

@Test func nothingToDoIsDoneAtOnce() {
  OrderedMap.run([Int](), jobs: 4) {
    $0
  } consume: { _, _ in
    Issue.record("there is nothing to consume")
  }
}

@Test func aConsumerThatStopsStopsTheWork() {
  let begun = Mutex(0)
  #expect(throws: CommandFailure.closedPipe) {
    try OrderedMap.run(Array(0..<10_000), jobs: 4) { (number: Int) -> Int in
      begun.withLock { $0 += 1 }
      return number
    } consume: { (index: Int, _: Int) throws(CommandFailure) in
      if index == 3 { throw .closedPipe }
    }
  }
  // Four consumed, and never more than two for each of four jobs ahead of them, and one more claimed by each.
  #expect(begun.withLock { $0 } <= 4 + 2 * 4 + 4)
}

@Test func manyFilesGiveTheSameBytesForAnyNumberOfJobs() {
  let scratch = Scratch()
  for number in 0..<60 { scratch.file("d/\(number).txt", String(repeating: "x", count: number)) }
  let alone = jixiao(["probe", "--jobs", "1", scratch("d")])
  #expect(alone.status == 0)
  #expect(alone.output.split(separator: "\n").count == 60)
  for jobs in ["2", "7", "256"] { #expect(jixiao(["probe", "--jobs", jobs, scratch("d")]) == alone) }
}

@Test func progressIsShownOnATerminalOnlyAndWiped() {
  let scratch = Scratch()
  let files = [scratch.file("甲.txt"), scratch.file("乙.txt")]
  #expect(jixiao(["probe", "-o", scratch("out")] + files).errors.isEmpty)
  let ran = jixiao(["probe", "-o", scratch("again")] + files, terminal: true)
  #expect(ran.errors == "\r已处理 1/2 甲.txt\u{1b}[K\r已处理 2/2 乙.txt\u{1b}[K\r\u{1b}[K")
}
