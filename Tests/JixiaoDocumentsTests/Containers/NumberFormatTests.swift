import Testing

@testable import JixiaoDocuments

@Suite struct NumberFormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let value: String
    let shown: String
    var testDescription: String { "\(value) as \(code)" }

    init(_ code: String, _ value: String, _ shown: String) {
      (self.code, self.value, self.shown) = (code, value, shown)
    }
  }

  static let cases: [Case] = [
    Case("General", "0", "0"), Case("General", "-0.5", "-0.5"),
    Case("General", "85.710000000000008", "85.71"),
    Case("General", "1E+20", "100000000000000000000"),
    Case("General", "123456789012345678", "123456789012346000"),
    Case("General", "1.5E-7", "0.00000015"), Case("General", "1E+30", "1E+30"),
    Case("0", "84.5", "85"), Case("0", "-84.5", "-85"), Case("0", "0.4", "0"),
    Case("0.00", "85.714285714285708", "85.71"),
    Case("0.00", "1.005", "1.01"), Case("0.0#", "1", "1.0"), Case("0.0#", "1.25", "1.25"),
    Case("#.##", "0.5", ".5"),
    Case("#,##0", "1234567", "1,234,567"), Case("#,##0.00", "-1234.5", "-1,234.50"),
    Case("#,##0", "999.5", "1,000"),
    Case("#,##0.00,", "1234567", "1,234.57"), Case("000", "7", "007"),
    Case("0%", "0.95", "95%"), Case("0.00%", "0.98765", "98.77%"), Case("0%", "0.28999999999999998", "29%"),
    Case("0%", "1", "100%"),
    Case("0\"分\"", "10", "10分"), Case("¥#,##0.00", "80", "¥80.00"), Case("[$¥-804]0", "5", "¥5"),
    Case("\\≥0%", "0.9", "≥90%"),
    Case("\"≥\"0", "5", "≥5"), Case("General\"元\"", "12.5", "12.5元"),
    Case("0.00_ ;[Red]\\-0.00\\ ", "-3", "-3.00 "), Case("0;(0);\"-\"", "-3", "(3)"),
    Case("0;(0);\"-\"", "0", "-"),
    Case("[>=100]0;[<0]\"负\"0;0.0", "120", "120"), Case("[>=100]0;[<0]\"负\"0;0.0", "50", "50.0"),
    Case("@", "45626", "45626"), Case("# ?/?", "0.5", "0.5"), Case("0.00E+00", "12345", "12345"),
    Case("yyyy\"年\"m\"月\"d\"日\"", "45626", "2024年11月30日"), Case("yyyy/m/d", "1", "1900/1/1"),
    Case("yyyy-mm-dd", "59", "1900-02-28"),
    Case("yyyy-mm-dd", "60", "1900-02-29"), Case("yyyy-mm-dd", "61", "1900-03-01"),
    Case("yyyy-mm-dd", "45351", "2024-02-29"),
    Case("yyyy-mm-dd", "2958465", "9999-12-31"), Case("yyyy-mm-dd", "2958466", "2958466"),
    Case("yyyy-mm-dd", "-1", "-1"),
    Case("yyyy-mm-dd hh:mm", "45626.75", "2024-11-30 18:00"), Case("h:mm AM/PM", "0.5", "12:00 下午"),
    Case("[h]:mm:ss", "1.5", "36:00:00"),
    Case("mm:ss", "0.0007", "01:00"), Case("yyyy-mm-dd", "45626.99999999", "2024-12-01"),
    Case("[$-804]yyyy\"年\"m\"月\";@", "45626", "2024年11月"),
    Case("aaaa", "45626", "星期六"), Case("[DBNum1]yyyy\"年\"", "45626", "2024年"), Case(";;;", "5", ""),
  ]

  @Test(arguments: cases) func shown(_ example: Case) throws {
    let number = try #require(DecimalText(example.value.utf8))
    #expect(NumberFormat(example.code).text(number) == example.shown)
  }

  @Test func dayZeroOf1904() throws {
    let number = try #require(DecimalText("0".utf8))
    #expect(NumberFormat("yyyy-mm-dd").text(number, from1904: true) == "1904-01-01")
  }

  @Test(arguments: ["", "-", ".", "1e", "1e5e5", "1.2.3", "0x5", "1e99999", "--1", "1-", "NaN"])
  func noNumber(_ text: String) {
    #expect(DecimalText(text.utf8) == nil)
  }

  @Test(arguments: [
    "\"", "[", "\\", "0;0;0;0;0;0", "[>", "_", "*", "[$", "yyyyyyyyyyyyyy", ";", "0.0.0", "%%%%", "E+", ",,,",
  ])
  func brokenCodesDoNotTrap(_ code: String) throws {
    for value in ["0", "-1.5", "45626.5", "1E+300"] {
      let number = try #require(DecimalText(value.utf8))
      _ = NumberFormat(code).text(number)
    }
  }
}
