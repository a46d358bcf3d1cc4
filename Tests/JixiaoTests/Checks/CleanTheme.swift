/// What a project of the generator is about: words and ranges as published sheets have them.
struct CleanTheme: Sendable {
  /// An indicator: name, unit, and the range its number is drawn from.
  struct Item: Sendable {
    let name: String
    let unit: String
    let range: ClosedRange<Int>
    var isCeiling = false

    init(_ name: String, _ unit: String, _ range: ClosedRange<Int>, ceiling: Bool = false) {
      self.name = name
      self.unit = unit
      self.range = range
      isCeiling = ceiling
    }
  }

  let project: String
  let objective: String
  let quantities: [Item]
  let qualities: [Item]
  /// A rate of timeliness, and a name for a deadline.
  let timely: String
  let deadline: String
  let cost: String
  /// Benefit in words: name and level.
  let benefit: (name: String, words: String)
  let benefitRate: Item
  let lasting: (name: String, words: String)
  let satisfied: String

  static let all: [CleanTheme] = [
    CleanTheme(
      project: "农村公路日常养护", objective: "对县乡道路开展日常养护和小修保养，保持路面平整畅通，改善沿线群众出行条件。",
      quantities: [Item("养护里程", "公里", 40...900), Item("修补路面面积", "平方米", 800...9000)],
      qualities: [Item("养护工程验收合格率", "%", 100...100), Item("优良路率", "%", 75...92)], timely: "养护任务按期完成率",
      deadline: "年度养护任务完成时间", cost: "养护总成本", benefit: ("改善沿线群众出行条件", "明显改善"),
      benefitRate: Item("通客车路段保障率", "%", 90...98), lasting: ("道路长期安全通行", "长期"), satisfied: "沿线群众满意度"),
    CleanTheme(
      project: "学前教育幼儿资助", objective: "对家庭经济困难幼儿给予保育教育费资助，确保应助尽助，减轻困难家庭负担。",
      quantities: [Item("资助幼儿人数", "人", 60...1800), Item("覆盖幼儿园数量", "所", 4...40)],
      qualities: [Item("资助对象认定准确率", "%", 100...100), Item("资助政策知晓率", "%", 85...95)], timely: "资助资金发放及时率",
      deadline: "资助资金发放完成时限", cost: "资助项目总成本", benefit: ("减轻困难家庭经济负担", "有效减轻"),
      benefitRate: Item("困难幼儿应助尽助率", "%", 95...99), lasting: ("教育资助体系", "持续完善"), satisfied: "受助幼儿家长满意度"),
    CleanTheme(
      project: "信息系统运行维护", objective: "保障政务信息系统安全稳定运行，及时处理故障，支撑各单位办理业务。",
      quantities: [Item("维护信息系统数量", "个", 3...24), Item("安全巡检次数", "次", 4...48)],
      qualities: [Item("系统正常运行率", "%", 95...99), Item("系统故障率", "%", 1...5, ceiling: true)], timely: "故障处理及时率",
      deadline: "运维服务完成时间", cost: "运行维护成本", benefit: ("提升政务服务水平", "有效提升"),
      benefitRate: Item("业务网上办理率", "%", 80...95), lasting: ("信息化管理机制", "逐步健全"), satisfied: "系统使用人员满意度"),
    CleanTheme(
      project: "公共图书馆免费开放", objective: "全年向社会免费开放，开展阅读推广，满足群众文化需求。",
      quantities: [
        Item("新购图书册数", "册", 500...9000), Item("全年开放天数", "天", 280...350), Item("阅读推广活动场次", "场", 6...60),
      ],
      qualities: [Item("图书编目准确率", "%", 97...99), Item("设施设备完好率", "%", 92...98)], timely: "新书上架及时率",
      deadline: "图书采购完成时间", cost: "图书购置费用", benefit: ("丰富群众文化生活", "进一步丰富"),
      benefitRate: Item("读者到馆人次增长率", "%", 2...9), lasting: ("公共文化服务能力", "持续增强"), satisfied: "读者满意度"),
    CleanTheme(
      project: "法律援助办案补助", objective: "为经济困难公民提供法律援助，维护受援人合法权益。",
      quantities: [Item("办理法律援助案件数量", "件", 60...1200), Item("法律咨询接待人次", "人次", 300...6000)],
      qualities: [Item("案件质量评查合格率", "%", 90...98), Item("案件办结率", "%", 85...95)], timely: "办案补贴发放及时率",
      deadline: "全年办案任务完成时间", cost: "办案补贴支出", benefit: ("维护社会公平正义", "有效维护"),
      benefitRate: Item("法律援助知晓率", "%", 70...90), lasting: ("法律援助工作机制", "不断健全"), satisfied: "受援人满意度"),
    CleanTheme(
      project: "农村生活污水治理", objective: "建设农村生活污水处理设施，减少直排，改善人居环境。",
      quantities: [Item("新建污水处理设施", "座", 2...30), Item("铺设管网长度", "米", 900...20000)],
      qualities: [Item("出水水质达标率", "%", 90...98), Item("工程质量验收合格率", "%", 100...100)], timely: "工程按期完工率",
      deadline: "工程完工时间", cost: "工程建设成本", benefit: ("改善农村人居环境", "显著改善"),
      benefitRate: Item("农村生活污水处理率", "%", 60...85), lasting: ("设施长效管护", "长期"), satisfied: "受益村民满意度"),
    CleanTheme(
      project: "高龄老人津贴", objective: "按月足额发放高龄津贴，保障老年人基本生活。",
      quantities: [Item("享受高龄津贴老人数量", "人", 200...9000), Item("发放月份数", "个月", 12...12)],
      qualities: [Item("津贴发放准确率", "%", 100...100), Item("津贴足额发放率", "%", 100...100)], timely: "津贴发放及时率",
      deadline: "每月津贴发放时间", cost: "津贴发放总额", benefit: ("提高老年人生活质量", "有所提高"),
      benefitRate: Item("高龄老人津贴覆盖率", "%", 96...99), lasting: ("老年人福利制度", "可持续"), satisfied: "老年人满意度"),
    CleanTheme(
      project: "造林绿化", objective: "完成年度营造林任务，提高森林覆盖率，改善生态环境。",
      quantities: [Item("人工造林面积", "亩", 300...12000), Item("森林抚育面积", "亩", 300...9000)],
      qualities: [Item("苗木成活率", "%", 85...92), Item("造林合格率", "%", 90...96)], timely: "造林任务完成及时率",
      deadline: "造林任务完成期限", cost: "造林工程投资", benefit: ("促进林农增收", "有所促进"),
      benefitRate: Item("林草覆盖度", "%", 40...65), lasting: ("生态环境改善", "长期"), satisfied: "林区群众满意度"),
    CleanTheme(
      project: "食品安全监督抽检", objective: "完成食品安全抽检监测任务，排查风险隐患，保障群众饮食安全。",
      quantities: [Item("食品抽检批次", "批次", 200...3000), Item("快速检测批次", "批次", 300...5000)],
      qualities: [Item("不合格食品核查处置率", "%", 100...100), Item("检验报告准确率", "%", 98...99)], timely: "抽检结果公示及时率",
      deadline: "抽检任务完成时间", cost: "抽检项目成本", benefit: ("保障群众饮食安全", "有效保障"),
      benefitRate: Item("食品评价性抽检合格率", "%", 97...99), lasting: ("食品安全监管水平", "不断提高"), satisfied: "社会公众满意度"),
    CleanTheme(
      project: "农村危房改造", objective: "对低收入群体危房实施改造，保障住房安全。",
      quantities: [Item("改造危房户数", "户", 10...400)],
      qualities: [Item("改造房屋验收合格率", "%", 100...100), Item("改造对象认定准确率", "%", 100...100)], timely: "改造任务按时开工率",
      deadline: "危房改造竣工时间", cost: "补助资金总额", benefit: ("保障困难群众住房安全", "切实保障"),
      benefitRate: Item("住房安全有保障比例", "%", 98...99), lasting: ("房屋安全使用", "长期"), satisfied: "改造农户满意度"),
    CleanTheme(
      project: "职业技能培训", objective: "面向失业人员和农村转移劳动力开展职业技能培训，提升就业能力。",
      quantities: [Item("培训人数", "人", 80...3000), Item("开办培训班期数", "期", 3...40)],
      qualities: [Item("培训合格率", "%", 85...95), Item("取证率", "%", 70...85)], timely: "培训计划按期完成率",
      deadline: "培训完成时间", cost: "培训总成本", benefit: ("提升劳动者就业能力", "明显提升"),
      benefitRate: Item("培训后就业率", "%", 50...75), lasting: ("职业技能培训机制", "不断完善"), satisfied: "参训学员满意度"),
    CleanTheme(
      project: "动物疫病防控", objective: "落实强制免疫，防止重大动物疫病发生，保障养殖业健康发展。",
      quantities: [Item("强制免疫畜禽数量", "万头（只）", 5...90), Item("疫病监测样品数", "份", 200...6000)],
      qualities: [Item("免疫抗体合格率", "%", 70...85), Item("病死畜禽无害化处理率", "%", 98...99)], timely: "疫苗采购及时率",
      deadline: "秋季防疫完成时间", cost: "防疫物资采购成本", benefit: ("保障畜产品质量安全", "有效保障"),
      benefitRate: Item("重大动物疫情发生率", "%", 1...2, ceiling: true), lasting: ("动物防疫体系", "持续健全"),
      satisfied: "养殖户满意度"),
    CleanTheme(
      project: "物业管理服务", objective: "做好办公区保洁、安保和设备维护，保障机关正常运转。",
      quantities: [Item("物业服务面积", "平方米", 2000...60000), Item("保洁人员数量", "人", 4...60)],
      qualities: [Item("设备完好率", "%", 95...99), Item("安全事故发生次数", "次", 0...0, ceiling: true)],
      timely: "报修响应及时率",
      deadline: "服务期限", cost: "物业服务费", benefit: ("保障机关正常运转", "有效保障"),
      benefitRate: Item("日常维修完成率", "%", 95...99), lasting: ("后勤保障能力", "稳步提升"), satisfied: "机关工作人员满意度"),
    CleanTheme(
      project: "文化下乡演出", objective: "组织文艺院团送戏下乡，丰富农村文化生活。",
      quantities: [Item("演出场次", "场次", 12...300), Item("观演群众", "人次", 2000...90000)],
      qualities: [Item("节目审核通过率", "%", 100...100), Item("演出任务完成率", "%", 100...100)], timely: "演出按时开展率",
      deadline: "全年演出完成时间", cost: "演出成本", benefit: ("丰富农民群众精神文化生活", "明显丰富"),
      benefitRate: Item("行政村覆盖率", "%", 60...95), lasting: ("优秀传统文化传承", "长期"), satisfied: "观众满意度"),
  ]
}
