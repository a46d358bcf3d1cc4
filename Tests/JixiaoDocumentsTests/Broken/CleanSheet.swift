import Jixiao

/// A sheet as it stands before it is broken: facts as sheets print them, names of our own.
struct CleanSheet {
  struct Column {
    var heading: String
    var field: Indicator.Field
    /// Width of the column in half characters.
    var width: Int
  }

  var title: String
  var head: [(label: String, value: String)]
  var columns: [Column]
  /// Every cell printed, levels on every row.
  var rows: [[String]]

  private static let planColumns = [
    Column(heading: "一级指标", field: .level1, width: 8), Column(heading: "二级指标", field: .level2, width: 8),
    Column(heading: "三级指标", field: .level3, width: 20), Column(heading: "指标值", field: .target, width: 10),
    Column(heading: "指标值设置依据", field: .basis, width: 12),
    Column(heading: "上年完成值", field: .previous, width: 10),
    Column(heading: "指标分值权重", field: .weight, width: 6), Column(heading: "指标赋分规则", field: .rule, width: 12),
    Column(heading: "佐证资料", field: .evidence, width: 10),
  ]

  static let plan = CleanSheet(
    title: "项目支出绩效目标表", head: [("预算单位", "示例县总工会"), ("项目名称", "职工之家建设补助"), ("年度预算总额", "36.5")],
    columns: planColumns,
    rows: [
      ["产出指标", "数量指标", "补助职工之家个数", "＞=12个", "计划标准", "10个", "15", "按照完成比例赋分", "工作资料"],
      ["产出指标", "数量指标", "组织技能比武场次", "＞=4场次", "计划标准", "＞=3场次", "10", "按照完成比例赋分", "工作资料"],
      ["产出指标", "质量指标", "阵地建设验收合格率", "=100%", "计划标准", "100%", "10", "按照完成比例赋分", "工作资料"],
      ["产出指标", "时效指标", "补助资金拨付及时率", "=100%", "计划标准", "98.5%", "10", "按照完成比例赋分", "原始凭证"],
      ["成本指标", "经济成本指标", "职工之家平均补助额", "＜=2.5万元", "预算支出标准", "2.5万元", "10", "按照完成比例赋分", "原始凭证"],
      ["成本指标", "经济成本指标", "技能比武经费总额", "＜=6.5万元", "预算支出标准", "无", "10", "按照完成比例赋分", "原始凭证,工作资料"],
      ["效益指标", "社会效益指标", "改善基层职工文化生活", "有效改善", "其他标准", "有效改善", "15", "按评判等级赋分", "说明材料"],
      ["满意度指标", "满意度指标", "受益职工满意度", "＞=95%", "其他标准", "96%", "10", "满意度赋分", "问卷调查"],
    ])

  static let department = CleanSheet(
    title: "部门整体绩效目标表", head: [("部门名称", "示例县总工会"), ("本级安排", "311.81")],
    columns: [
      Column(heading: "一级指标", field: .level1, width: 10), Column(heading: "二级指标", field: .level2, width: 10),
      Column(heading: "三级指标", field: .level3, width: 24), Column(heading: "指标值", field: .target, width: 14),
      Column(heading: "指标设定依据", field: .basis, width: 16), Column(heading: "分值权重", field: .weight, width: 6),
    ],
    rows: [
      ["履职效能", "数量指标", "举办职工球类比赛（场）", "＞=6场", "2025年工作要点", "20"],
      ["履职效能", "数量指标", "在车间开展“安全月”宣讲（次）", "＞=3次", "2025年工作要点", "20"],
      ["履职效能", "数量指标", "新建户外劳动者服务站点数量", "=15个", "2024年工作总结、2025年工作计划", "20"],
      ["履职效能", "质量指标", "困难职工建档准确率", "=100%", "《困难职工档案管理办法》的通知", "15"],
      ["履职效能", "时效指标", "慰问金按期发放率", "＞=98%", "年度工作计划", "15"],
    ])

  static let selfAssessment = CleanSheet(
    title: "项目支出绩效自评表", head: [("项目单位", "示例县总工会"), ("项目名称", "送温暖专项资金")],
    columns: [
      Column(heading: "一级指标", field: .level1, width: 8), Column(heading: "二级指标", field: .level2, width: 10),
      Column(heading: "三级指标", field: .level3, width: 18), Column(heading: "年度指标值", field: .target, width: 10),
      Column(heading: "实际完成值", field: .actual, width: 10), Column(heading: "分值", field: .weight, width: 6),
      Column(heading: "得分", field: .claimed, width: 6),
    ],
    rows: [
      ["产出指标", "数量指标", "走访慰问职工人数", "≥300人", "326人", "20", "20"],
      ["产出指标", "质量指标", "慰问对象资格符合率", "=100%", "100%", "10", "10"],
      ["产出指标", "时效指标", "慰问活动完成时间", "2025年1月底前", "2025年1月20日", "10", "10"],
      ["产出指标", "成本指标", "人均慰问金标准", "≤500元/人", "500元/人", "10", "10"],
      ["效益指标", "社会效益指标", "职工归属感提升程度", "明显提升", "明显提升", "30", "28.5"],
      ["满意度指标", "服务对象满意度指标", "慰问职工满意度", "≥90%", "95%", "10", "10"],
    ])
}
