import Jixiao

/// What holds for one run of `check`: the command line over the nearest `.jixiao.json`, with where each came from.
struct CheckSettings: Sendable {
  static let fileName = ".jixiao.json"

  var configuration = CheckConfiguration()
  /// The configuration file that was found; nil where there is none.
  private(set) var file: String?

  /// Looks for the configuration from the working folder upward.
  init(_ session: Session) throws(CommandFailure) {
    var folder = ""
    for _ in 0..<64 {
      let path = folder + Self.fileName
      if let status = try? FileStatus(of: Path(path)), status.kind == .regular {
        let input = InputFile(source: .file(Path(path)), name: path)
        do throws(Complaint) {
          let bytes = try InputBytes.read(input, limit: 1 << 20, standardInput: session.io.input)
          do throws(RuleError) { configuration = try CheckConfiguration(parsing: bytes, file: path) } catch {
            throw Complaint(error)
          }
        } catch {
          throw .complaint(error)
        }
        file = path
        break
      }
      // The root is its own parent: there the search would go on for ever.
      if let here = try? FileStatus(of: Path(folder.isEmpty ? "." : folder)),
        let above = try? FileStatus(of: Path(folder + "..")), here.identity == above.identity
      {
        break
      }
      folder += "../"
    }
  }

  /// One line a setting: what holds and which of command line, file and default said so.
  func described(_ asked: [String: String], in language: Language) -> String {
    let origin = file ?? language.pick("缺省", "default")
    func line(_ key: String, _ value: String, fromFile: Bool) -> String {
      let from =
        asked[key] != nil
        ? language.pick("命令行", "command line") : fromFile ? origin : language.pick("缺省", "default")
      return "\(key) = \(value)  [\(from)]\n"
    }
    let checks = configuration.checks
    return line(
      "rules", asked["rules"] ?? configuration.rules ?? language.pick("自动", "automatic"),
      fromFile: configuration.rules != nil)
      + line(
        "select",
        configuration.select.isEmpty
          ? language.pick("全部", "all") : configuration.select.joined(separator: ","),
        fromFile: !configuration.select.isEmpty)
      + line("ignore", configuration.ignore.joined(separator: ","), fromFile: !configuration.ignore.isEmpty)
      + line("severity", configuration.least?.rawValue ?? "note", fromFile: configuration.least != nil)
      + line("fail-on", configuration.failOn ?? "error", fromFile: configuration.failOn != nil)
      + language.pick(
        "启用 \(checks.count)/\(Check.registry.count) 项检查\n",
        "\(checks.count) of \(Check.registry.count) checks\n")
  }
}
