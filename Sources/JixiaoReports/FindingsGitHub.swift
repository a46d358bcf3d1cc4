import Jixiao

/// Renders findings as workflow commands, which GitHub shows beside the lines of a change.
public struct FindingsGitHub: FindingsRenderer {
  public init() {}

  public mutating func findings(_ findings: [Finding]) -> [UInt8] {
    var lines: [String] = []
    for finding in findings where finding.suppression == nil {
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      var properties = ["file=" + Self.property(finding.file)]
      if let line = finding.place.line { properties.append("line=\(line)") }
      properties.append("title=" + Self.property("\(finding.code) \(finding.name)"))
      lines.append("::\(command) \(properties.joined(separator: ","))::\(Self.data(finding.message))\n")
    }
    return Array(lines.joined().utf8)
  }

  /// The text of a command, in which a line end and the sign of escape itself are escaped.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// A property's value, in which the signs that end it are escaped too.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
