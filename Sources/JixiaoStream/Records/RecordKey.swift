/// The keys of a sheet's record by their first eight bytes, lowest first, as `ByteRun.head` gives them.
///
/// Written out because a stored constant would be looked up behind a lock on the hot path; a test holds them to their texts.
enum RecordKey {
  static var null: UInt64 { 0x000000006C6C756E }
  static var sheet: UInt64 { 0x0000007465656873 }
  static var kind: UInt64 { 0x00000000646E696B }
  static var year: UInt64 { 0x0000000072616579 }
  static var indicators: UInt64 { 0x6F74616369646E69 }
  static var relation: UInt64 { 0x726F74617265706F }
  static var target: UInt64 { 0x0000746567726174 }
  static var value: UInt64 { 0x00000065756C6176 }
  static var upper: UInt64 { 0x0000007265707075 }
  static var deadline: UInt64 { 0x656E696C64616564 }
  static var unit: UInt64 { 0x0000000074696E75 }
  static var weight: UInt64 { 0x0000746867696577 }
  static var rule: UInt64 { 0x00000000656C7572 }
  static var actual: UInt64 { 0x00006C6175746361 }
  static var claimed: UInt64 { 0x0064656D69616C63 }
  static var awarded: UInt64 { 0x0064656472617761 }
  static var notApplicable: UInt64 { 0x696C707041746F6E }

  /// Every constant with the text it stands for.
  static var all: [(text: String, head: UInt64)] {
    [
      ("null", null),
      ("sheet", sheet),
      ("kind", kind),
      ("year", year),
      ("indicators", indicators),
      ("operator", relation),
      ("target", target),
      ("value", value),
      ("upper", upper),
      ("deadline", deadline),
      ("unit", unit),
      ("weight", weight),
      ("rule", rule),
      ("actual", actual),
      ("claimed", claimed),
      ("awarded", awarded),
      ("notApplicable", notApplicable),
    ]
  }
}
