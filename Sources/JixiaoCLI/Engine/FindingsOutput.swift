import Jixiao
import JixiaoReports

/// Where findings go as they come: marked, counted, rendered.
final class FindingsOutput {
  private var renderer: any FindingsRenderer
  private let output: Output
  private let configuration: CheckConfiguration
  private let baseline: Baseline?
  private let failOn: Severity?
  private var totals = FindingCounts()
  private var hasBegun = false
  private var run = RunCheck()
  /// Kept only where a baseline is to be written.
  private(set) var kept: [Finding] = []
  private let keeps: Bool
  /// Whether a finding was as severe as `--fail-on`.
  private(set) var fails = false

  init(_ request: CheckVerb.Request, _ renderer: any FindingsRenderer, _ output: Output) {
    self.renderer = renderer
    self.output = output
    configuration = request.configuration
    baseline = request.baseline
    failOn = request.failOn
    keeps = request.writeBaseline != nil
  }

  func open(_ file: String) throws(CommandFailure) {
    if !hasBegun { try output.write(renderer.begin()) }
    hasBegun = true
    try output.write(renderer.open(file))
  }

  func write(_ findings: [Finding]) throws(CommandFailure) {
    var findings = findings
    findings.apply(
      suppressed: configuration.suppressed, baseline: baseline, least: configuration.least)
    if let failOn, !fails {
      fails = findings.contains { $0.suppression == nil && $0.severity >= failOn }
    }
    if keeps { kept += findings }
    // Piece by piece, so that the text of a whole country's findings never stands in memory.
    for first in stride(from: 0, to: max(findings.count, 1), by: Self.piece) {
      let piece = findings.count <= Self.piece ? findings : Array(findings[first...].prefix(Self.piece))
      try output.write(renderer.findings(piece))
    }
  }

  private static let piece = 1 << 14

  func close(_ counts: [CheckCount]) throws(CommandFailure) {
    totals.add(counts)
    try output.write(renderer.close())
  }

  /// Keeps what the checks over all documents need of some sheets.
  func compare(_ traces: SheetTraces) { run.take(traces) }

  /// Ends the output, with what only all documents together show before the end.
  ///
  /// - Throws: `reported` where not one document came.
  func end() throws(CommandFailure) {
    guard hasBegun else { throw .reported }
    let found = run.finish()
    for found in found.files {
      try open(found.file)
      try write(found.findings)
      try close([])
    }
    totals.add(found.counts)
    try output.write(renderer.end(totals.counts))
  }

  /// How many sheets were held against those of other documents, and how many there were.
  var compared: (sheets: Int, of: Int) { run.compared }

  var counts: [CheckCount] { totals.counts }
}
