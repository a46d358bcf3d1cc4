import Jixiao
import Testing

@testable import JixiaoReports

private func number(_ text: String) throws -> Exact { try Exact(parsing: text) }

/// Every rule that a pack has for a sign, with and without a printed rule name, each once.
private func rules() throws -> [(pack: RulePack, relation: Relation, rule: NumericRule)] {
  let catalog = try PackCatalog(vocabulary: ReportFixture.words())
  var list: [(RulePack, Relation, NumericRule)] = []
  for id in catalog.ids {
    let pack = try catalog.pack(id)
    let kernel = Kernel(pack)
    for relation in Relation.allCases where relation != .qualitative {
      let names = [nil] + ScoringRuleName.allCases.map { Optional($0) }
      for rule in Set(names.map { kernel.rule(for: relation, named: $0).rule.rule }) {
        list.append((pack, relation, rule))
      }
    }
  }
  return list
}

@Test func aFormulaIsWorthWhatTheKernelGives() throws {
  let values = try ["-3", "0", "0.5", "1", "7", "9.99", "10", "13", "13.01", "40", "99", "100"].map(number)
  var compared = 0
  for (pack, relation, rule) in try rules() {
    let kernel = Kernel(pack)
    for target in values where !target.isNegative {
      for actual in values {
        let upper = relation == .range ? (target.adding(try number("5")) ?? target) : target
        let weight = try number("10")
        let claim = Claim(relation: relation, target: target, upper: upper, actual: actual, weight: weight)
        let cells = XLSXRule.Cells(
          target: .cell("I2", Ratio(target)), upper: .cell("J2", Ratio(upper)),
          actual: .cell("M2", Ratio(actual)),
          weight: .cell("N2", Ratio(weight)))
        guard let credit = kernel.credit(claim, under: rule),
          let formula = XLSXRule(relation: relation, cells: cells).points(
            rule, over: pack.overAchievement.rule),
          let value = formula.value
        else { continue }
        compared += 1
        let ours = Ratio(weight) * credit.share.ratio
        #expect(
          value == ours,
          "\(pack.id) \(rule.page.name) \(relation.sign)\(target) \(upper) ← \(actual): \(formula.text)")
      }
    }
  }
  // 9 packs, 6 signs, one to three rules each, 11 × 12 numbers, less what divides by zero.
  #expect(compared > 7_000)
}

struct FormulaCase: CustomTestStringConvertible {
  let formula: XLSXFormula
  let text: String
  /// As a fraction; nil where it divides by zero.
  let value: String?

  var testDescription: String { text }
}

private let three = XLSXFormula.cell("A1", Ratio(3))
private let four = XLSXFormula.cell("B1", Ratio(4))

private let formulaCases = [
  FormulaCase(formula: three * four / (three + four), text: "A1*B1/(A1+B1)", value: "12/7"),
  FormulaCase(formula: three / (three * four), text: "A1/(A1*B1)", value: "1/4"),
  FormulaCase(formula: three / (three - three), text: "A1/(A1-A1)", value: nil),
  FormulaCase(formula: .floor(four / three), text: "ROUNDDOWN(ROUND(B1/A1,9),0)", value: "1"),
  FormulaCase(formula: .ceiling(four / three), text: "ROUNDUP(ROUND(B1/A1,9),0)", value: "2"),
  FormulaCase(formula: .floor(four), text: "ROUNDDOWN(ROUND(B1,9),0)", value: "4"),
  FormulaCase(formula: .rounded(four / three, places: 2), text: "ROUND(B1/A1,2)", value: "133/100"),
  FormulaCase(
    formula: .when(three, .more, four, .zero, .magnitude(three - four)), text: "IF(A1>B1,0,ABS((A1-B1)))",
    value: "1"),
]

@Test(arguments: formulaCases)
func aFormulaIsTextAndValue(_ example: FormulaCase) {
  #expect(example.formula.text == example.text)
  #expect(example.formula.value?.description == example.value)
}

@Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (28, "AC"), (701, "ZZ"), (702, "AAA")])
func columnsHaveLetters(_ index: Int, _ letters: String) {
  #expect(XLSXWorksheet.letters(index) == letters)
}
