extension Check {
  static let fundsParts = Check(
    "JX301", "funds-parts-differ",
    Bilingual("资金总额与各项之和不符", "total funds differ from their parts"),
    rationale: Bilingual("总额应等于财政拨款加其他资金。", "The total is fiscal funds plus other funds."),
    source: "公开审核工具：总额=财政+其他，容差0.1万元；容差由本项目按两位小数选定", certainty: .software, group: "fund-arithmetic",
    severity: .error,
    parameters: [Check.Parameter("tolerance", "容差，按表的货币单位", "tolerance, in the sheet's unit of money")],
    examples: [
      .fires(ExampleSheet(funds: Funds(total: Exact(20), fiscal: Exact(0), other: Exact(2)), [])),
      .quiet(ExampleSheet(funds: Funds(total: Exact(20), fiscal: Exact(0), other: Exact(20)), [])),
      .notApplicable(ExampleSheet(funds: Funds(total: Exact(20)), [])),
    ],
    body: .sheet { sheet, outcomes in
      let funds = sheet.sheet.funds
      guard let total = funds.total, let fiscal = funds.fiscal else { return }
      // A blank beside a printed part is nothing, unless nothing is printed.
      guard let sum = fiscal.adding(funds.other ?? .zero), let difference = total.subtracting(sum)?.magnitude
      else {
        outcomes.undecided(sheet.tools.language.pick("金额过大", "amounts out of range"))
        return
      }
      if difference <= sheet.tools.number("JX301", "tolerance") {
        outcomes.pass()
        return
      }
      let parts = "\(fiscal) + \(funds.other?.description ?? "—")"
      let slip = slip(total, sum).map { Bilingual("，\($0.zh)", ", \($0.en)") }
      outcomes.fail(
        sheet,
        Draft(
          .total, seen: "\(total)",
          Bilingual(
            "总额 \(total) ≠ \(parts)\(slip?.zh ?? "")", "total \(total) is not \(parts)\(slip?.en ?? "")")))
    })

  /// What kind of slip makes one amount of another: a misplaced point, swapped digits; nil for neither.
  static func slip(_ left: Exact, _ right: Exact) -> Bilingual? {
    if let ratio = Ratio(left, over: right), !right.isZero, !left.isZero {
      for factor in [10, 100, 1000, 10000] where ratio == Ratio(factor) || ratio * Ratio(factor) == .one {
        return factor == 10000
          ? Bilingual("相差一万倍：元与万元之误？", "ten thousand times: 元 for 万元?")
          : Bilingual("相差\(factor)倍：小数点错位？", "\(factor) times: a misplaced point?")
      }
    }
    let a = left.description.filter(\.isNumber), b = right.description.filter(\.isNumber)
    if a != b, a.count == b.count, a.count >= 3, a.sorted() == b.sorted() {
      return Bilingual("数字相同而次序不同：换位？", "the same digits in another order: swapped?")
    }
    return nil
  }
}
