extension Rounding {
  static let page = FunctionPage(
    name: "total", zh: "总分：指标得分加预算执行率得分，四舍五入", en: "total: indicators plus execution, rounded half up",
    formula: "sum-then-round: round(Σ points); rows-then-sum: Σ round(points)",
    parameters: [
      .init(
        "when", default: "—", "sum-then-round 合计后取舍，rows-then-sum 逐行取舍后合计", "sum-then-round or rows-then-sum"),
      .init("places", default: "2", "小数位数，0…6", "places, 0…6"),
    ], example: "3 行各 10/3：合计后 10，逐行 9.99", source: "公开软件（逐行）；本规则包选定（合计后）")
}
