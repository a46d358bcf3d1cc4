import Jixiao

/// Renders a comparison as CSV: one indicator a row, those left out with the reason.
public enum ComparisonCSV {
  static let columns = [
    "family", "familyName", "measure", "direction", "group", "file", "sheet", "indicator", "year",
    "organization",
    "project", "level1", "level2", "level3", "target", "value", "unit", "weight", "previous", "actual",
    "points",
    "groupMedian", "peers", "peerMedian", "peerLowerQuartile", "peerUpperQuartile", "outlier",
    "fromPeerMedian",
    "fromBaseline", "notComparedBecause", "line", "table", "row",
  ]

  /// Hands over the bytes some families at a time.
  public static func render<Failure: Error>(
    _ content: ComparisonContent, sharing: some WorkSharing = InTurn(),
    write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var header = CSVWriter()
    for column in columns { header.field(column) }
    header.endRecord()
    try write(header.bytes)
    let comparison = content.comparison
    let chunks = FamilyChunks(comparison)
    try sharing.forEach(chunks.count) { piece -> [UInt8] in
      var writer = CSVWriter()
      for index in chunks[piece] { family(index, content, to: &writer) }
      return writer.bytes
    } consume: { (bytes) throws(Failure) in
      try write(bytes)
    }
  }

  private static func family(_ index: Int, _ content: ComparisonContent, to writer: inout CSVWriter) {
    let held = content.comparison.compare(content.comparison.families[index], by: content.groups)
    for cell in held.cells {
      for value in cell.values {
        row(value.observation, (held, cell, value.amount), nil, index + 1, content, to: &writer)
      }
    }
    for exclusion in held.excluded {
      let why = exclusion.reason.text(in: content.language)
      row(exclusion.observation, nil, (held, why), index + 1, content, to: &writer)
    }
  }

  private static func row(
    _ index: Int, _ cell: (held: FamilyComparison, cell: FamilyComparison.Cell, amount: Ratio)?,
    _ excluded: (held: FamilyComparison, why: String)?, _ number: Int, _ content: ComparisonContent,
    to writer: inout CSVWriter
  ) {
    let comparison = content.comparison
    guard let held = cell?.held ?? excluded?.held else { return }
    let observation = comparison.observations[index]
    let sheet = comparison.sheet(of: observation)
    writer.field(String(number))
    writer.text(held.family.name)
    writer.field(held.family.measure.rawValue)
    writer.field(held.family.polarity.rawValue)
    writer.text(content.groups.names[content.groups.group(of: observation)])
    writer.text(comparison.file(sheet))
    writer.text(sheet.id ?? String(sheet.ordinal))
    writer.field(String(observation.ordinal))
    writer.field(sheet.year.map { String($0) })
    writer.text(comparison.organization(sheet))
    writer.text(comparison.project(sheet))
    writer.text(comparison.level1(of: observation))
    writer.text(comparison.level2(of: observation))
    writer.text(comparison.name(of: observation))
    writer.text(comparison.target(of: observation))
    writer.field(cell.map { $0.amount.decimalOrFraction })
    writer.text(cell == nil ? comparison.unit(of: observation) : held.unit)
    writer.field(observation.weight?.description)
    writer.text(comparison.previous(of: observation))
    writer.text(comparison.actual(of: observation))
    writer.field(comparison.points(of: observation)?.exact?.decimalOrFraction)
    writer.field(cell.map { $0.cell.median.decimalOrFraction })
    writer.field(String(held.cells.count))
    writer.field(held.peers?.median.decimalOrFraction)
    writer.field(held.peers?.lowerQuartile.decimalOrFraction)
    writer.field(held.peers?.upperQuartile.decimalOrFraction)
    writer.field(cell?.cell.outlier == nil ? nil : "true")
    writer.field(cell.flatMap { cell in held.peers.map { (cell.cell.median - $0.median).decimalOrFraction } })
    writer.field(cell.flatMap { content.fromBaseline($0.cell, in: held)?.decimalOrFraction })
    writer.text(excluded?.why)
    for number in [observation.place.line, observation.place.table, observation.place.row] {
      writer.field(number.map { String($0) })
    }
    writer.endRecord()
  }
}

extension Ratio {
  /// The decimal where it ends, else the fraction: `95`, `800000/4747`.
  var decimalOrFraction: String { exact?.description ?? description }
}
