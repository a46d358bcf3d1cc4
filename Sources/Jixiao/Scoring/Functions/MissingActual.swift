extension MissingPolicy {
  /// A blank must never become 0, because 0 earns full points under ≤ and under = 0.
  static let page = FunctionPage(
    name: "missing-actual", zh: "实际值空白：待定、0分、不计入或暂不出总分，绝不当作数值0",
    en: "a blank actual, which is never the number 0",
    formula: "interval: 0…w; zero: 0; exclude: left out; block: 0…w and no total",
    parameters: [
      .init(
        "policy", default: "—", "interval 待定，zero 得0分，exclude 不计入，block 不出总分",
        "interval, zero, exclude or block")
    ], example: "w=10, ≤5, 空白 → interval 0…10, zero 0", source: "公开软件（表单阻止提交，导入时误作0）；本规则包选定")
}
