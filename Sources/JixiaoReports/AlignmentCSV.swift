import Jixiao

/// Writes the alignment that was used, in the form that `--align` reads: one printed name a row.
public enum AlignmentCSV {
  public static func render(_ comparison: Comparison) -> [UInt8] {
    var writer = CSVWriter()
    for column in ["family", "name", "head", "measure", "direction", "similarity", "count"] {
      writer.field(column)
    }
    writer.endRecord()
    // Two families may have one typical name, one better high and one better low; their labels must not.
    var used: [String: Int] = [:]
    for family in comparison.families {
      let times = used[family.name, default: 0] + 1
      used[family.name] = times
      let label = times == 1 ? family.name : "\(family.name)#\(times)"
      for name in comparison.names(of: family) {
        writer.text(label)
        writer.text(name.name)
        writer.field(name.head)
        writer.field(name.measure.rawValue)
        writer.field(name.polarity.rawValue)
        writer.field(name.similarity?.decimalOrFraction)
        writer.field(String(name.count))
        writer.endRecord()
      }
    }
    return writer.bytes
  }
}
