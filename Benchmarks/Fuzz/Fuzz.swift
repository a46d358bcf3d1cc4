#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The loop of libFuzzer, which the compiler links where it is called with `-sanitize=fuzzer`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The reader that the variable READER names.
private let reader: (@Sendable ([UInt8]) -> Void)? = getenv("READER").flatMap {
  Readers.all[String(cString: $0)]
}

@_cdecl("Fuzz_main")
public func fuzzMain(
  _ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  guard reader != nil else {
    let names = Readers.all.keys.sorted().joined(separator: " ")
    _ = "READER must be one of \(names)\n".withCString { write(2, $0, strlen($0)) }
    return 2
  }
  var (count, words) = (count, words)
  return runDriver(&count, &words) { bytes, size in
    reader?(Array(UnsafeBufferPointer(start: bytes, count: size)))
    return 0
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
  reader?(Array(UnsafeBufferPointer(start: bytes, count: size)))
  return 0
}
