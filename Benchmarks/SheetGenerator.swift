/// The sheets of the check benchmark as NDJSON, with every key that `read --format ndjson` writes: the same bytes everywhere.
///
/// Sheet i: organisation i / 40, a plan in even organisations and a self-assessment in odd ones, nine indicators on the
/// frame of 成本20 产出40 效益20 满意度10. One sheet in fifty has a fault, chosen by `FlatTableGenerator.mix`: a sign, a
/// unit, a weight, an amount, a missed target. All sheets are of one document.
struct SheetGenerator {
  private static let places = [
    "城东", "城西", "城南", "城北", "河口", "山前", "湖滨", "桥头", "新区", "老街", "东岭", "西坪", "南塘", "北坡", "中和", "永兴",
    "太平", "安定", "长乐", "清水",
  ]
  private static let subjects = [
    "劳模疗休养", "困难职工帮扶", "法律援助", "技能竞赛", "职工书屋", "户外站点", "女工体检", "安全宣讲", "文艺汇演", "心理辅导",
    "就业招聘", "金秋助学", "夏季送凉", "工匠评选", "健步大赛", "母婴小屋", "网络学堂", "合唱比赛", "消防演练", "读书分享",
  ]

  /// Appends one sheet as a line.
  static func append(sheet i: Int, to bytes: inout [UInt8]) {
    let x = FlatTableGenerator.mix(i)
    let organisation = i / 40, inside = i % 40
    let isPlan = organisation % 2 == 0
    let place = places[(inside + organisation) % 20]
    let subject = subjects[(inside / 20 * 7 + inside + organisation * 3) % 20]
    let project = place + subject + "项目"
    let (people, times, money) = (20 + Int(x % 400), 2 + Int(x >> 12 & 15), 5 + Int(x >> 20 & 127))
    let fault = x >> 32 % 50 == 0 ? Int(x >> 40 % 5) : -1
    let total = fault == 0 ? "\(money * 10)" : "\(money)"
    var line = "{\"file\":\"sheets.ndjson\",\"sheet\":\(i + 1),\"kind\":\"project-"
    line += isPlan ? "target" : "self-assessment"
    line += "\",\"year\":2025,\"organization\":\"某县第\(organisation)工会\",\"project\":\"\(project)\","
    line +=
      "\"funds\":{\"unit\":\"万元\",\"total\":\(total),\"fiscal\":\(money),\"other\":0,\"superior\":null,\"local\":null,"
    line +=
      "\"initial\":null,\"adjusted\":null,\"executed\":\(isPlan ? "null" : "\(money)"),\"rate\":null,\"weight\":null,"
    line +=
      "\"claimed\":\(isPlan ? "null" : "10")},\"objective\":\"在\(place)开展\(subject)\(times)次，覆盖\(people)人，"
    line += "\(place)职工满意度达到95%，年底前全部完成。\",\"subtotals\":[],"
    line +=
      "\"totalClaimed\":\(isPlan ? "null" : "100"),\"gradeClaimed\":null,\"at\":{\"line\":\(i * 30 + 1)},\"indicators\":["
    let rows = [
      Row("产出", "数量", subject + "惠及人数", fault == 1 ? "<" : ">=", "\(people)", fault == 2 ? "%" : "人", 10),
      Row("产出", "数量", place + subject + "开展次数", ">=", "\(times)", "次", 10),
      Row("产出", "质量", subject + "合格率", "=", "100", "%", fault == 3 ? 15 : 10),
      Row("产出", "时效", subject + "完成时间", "<=", "12", "月", 10),
      Row("成本", "经济成本", project + "总成本", "<=", "\(money)", "万元", 20),
      Row("效益", "社会效益", place + "职工参与率", ">=", "\(80 + people % 15)", "%", 10),
      Row("效益", "社会效益", "丰富" + place + "职工生活", "qualitative", nil, nil, 5),
      Row("效益", "可持续影响", subject + "机制健全", "qualitative", nil, nil, 5),
      Row("满意度", "满意度", place + "职工满意度", ">=", "95", "%", 10),
    ]
    for (k, row) in rows.enumerated() {
      if k > 0 { line += "," }
      row.append(k, at: i * 30 + 10 + k, isPlan, isMissed: fault == 4 && k == 1, to: &line)
    }
    line += "]}\n"
    bytes.append(contentsOf: line.utf8)
  }

  private struct Row {
    let level1, level2, name, sign: String
    let target, unit: String?
    let weight: Int

    init(
      _ l1: String, _ l2: String, _ name: String, _ sign: String, _ target: String?, _ unit: String?,
      _ weight: Int
    ) {
      (level1, level2, self.name, self.sign, self.target, self.unit) = (l1, l2, name, sign, target, unit)
      self.weight = weight
    }

    func append(_ k: Int, at line: Int, _ isPlan: Bool, isMissed: Bool, to text: inout String) {
      let signs = [">=": "≥", "<=": "≤", "=": "=", "<": "＜"]
      let printed = target.map { (signs[sign] ?? "") + $0 + (unit ?? "") } ?? "有效提升"
      let actual = isMissed ? "1" : target ?? "有效提升"
      text +=
        "{\"indicator\":\(k + 1),\"level1\":\"\(level1)指标\",\"level2\":\"\(level2)指标\",\"level3\":\"\(name)\","
      text +=
        "\"operator\":\"\(sign)\",\"target\":\"\(printed)\",\"value\":\(target ?? "null"),\"upper\":null,"
      text += "\"deadline\":null,\"unit\":\(unit.map { "\"\($0)\"" } ?? "null"),\"weight\":\(weight),"
      text += "\"basis\":\"年度工作计划\",\"previous\":null,"
      text += "\"rule\":\"\(target == nil ? "按评判等级赋分" : level1 == "满意度" ? "满意度赋分" : "按照完成比例赋分")\","
      text += "\"evidence\":\"工作资料\",\"actual\":\(isPlan ? "null" : "\"\(actual)\""),"
      text += "\"claimed\":\(isPlan ? "null" : "\(weight)"),\"reason\":null,"
      text += "\"at\":{\"line\":\(line),\"table\":2,\"row\":\(k + 9)},\"places\":{"
      let fields = ["level1", "level2", "level3", "target", "weight", "basis"]
      for (column, field) in fields.enumerated() {
        if column > 0 { text += "," }
        text += "\"\(field)\":{\"line\":\(line),\"table\":2,\"row\":\(k + 9),\"column\":\(column + 1)}"
      }
      text += "}}"
    }
  }
}
