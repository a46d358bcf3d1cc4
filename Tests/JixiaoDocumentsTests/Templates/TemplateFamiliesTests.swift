import Jixiao
import JixiaoDocuments
import Testing

/// One table for every family of templates, with headings as those print them.
@Suite struct TemplateFamiliesTests {
  struct Family: Sendable, CustomTestStringConvertible {
    let name: String
    let title: String
    let rows: String
    let kind: Sheet.Kind
    let expected: [String]
    var testDescription: String { name }
  }

  @Test(arguments: families)
  func readsTheFamily(_ family: Family) throws {
    let document = try #require(try SheetLines.read(PageTable.page(family.title, family.rows)).first)
    let sheet = try #require(document.sheets.first)
    #expect(document.sheets.count == 1)
    #expect(sheet.kind == family.kind)
    #expect(SheetLines.of(sheet) == family.expected)
    #expect(document.unread.isEmpty, "\(document.unread)")
  }

  static let families: [Family] = [
    Family(
      name: "ministry of finance, headings over two lines and a group beside them",
      title: "项目支出绩效自评表（2023年度）",
      rows: """
        项目名称 | >7 绿道养护
        ^4 绩效指标 | ^2 一级指标 | ^2 二级指标 | ^2 三级指标 | 年度 | 实际 | ^2 分值 | ^2 得分
        指标值 | 完成值
        ^2 产出指标 | 数量指标 | 指标1：养护里程 | ≥30公里 | 31公里 | 20 | 20
        质量指标 | 巡查合格率 | ≥95% | 96% | 30 | 30
        >5 总分 | 98 | 98
        """,
      kind: .projectSelfAssessment,
      expected: ["产出指标/数量指标/养护里程 >= 30 公里 w20 a31公里 c20", "产出指标/质量指标/巡查合格率 >= 95 % w30 a96% c30"]),
    Family(
      name: "Yunnan: 指标性质, 指标值, 度量单位, 指标属性", title: "项目支出绩效目标表",
      rows: """
        项目名称 | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 指标属性
        绿道养护 | 产出指标 | 数量指标 | 养护里程 | >= | 30 | 公里 | 定量指标
         | 效益指标 | 社会效益指标 | 出行环境 | = | 改善 | 是/否 | 定性指标
        """,
      kind: .projectTarget,
      expected: ["产出指标/数量指标/养护里程 >= 30 公里", "效益指标/社会效益指标/出行环境 qualitative 改善 是/否"]),
    Family(
      name: "Sichuan self-assessment: 完成值 before 权重", title: "部门预算项目支出绩效自评表（2023年度）",
      rows: """
        项目名称 | >9 绿道养护
        ^3 绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
        产出指标 | 数量指标 | 养护里程 | ≥ | 30 | 公里 | 31 | 60 | 60
        效益指标 | 社会效益指标 | 投诉件数 | ≤ | 5 | 件 | 2 | 30 | 30
        合计 | >7 | 100 | 90
        """,
      kind: .projectSelfAssessment,
      expected: ["产出指标/数量指标/养护里程 >= 30 公里 w60 a31 c60", "效益指标/社会效益指标/投诉件数 <= 5 件 w30 a2 c30"]),
    Family(
      name: "poverty relief: weight before target", title: "扶贫项目绩效目标自评表",
      rows: """
        一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 全年完成值 | 得分 | 未完成原因和改进措施
        产出指标 | 数量指标 | 改造户数（≥**户） | 20 | ≥12户 | 12户 | 20 |
        效益指标 | 经济效益指标 | 户均增收 | 30 | ≥0.3万元 | 0.2万元 | 20 | 市场价格下降
        """,
      kind: .projectSelfAssessment,
      expected: [
        "产出指标/数量指标/改造户数（≥**户） >= 12 户 w20 a12户 c20", "效益指标/经济效益指标/户均增收 >= 0.3 万元 w30 a0.2万元 c20",
      ]),
    Family(
      name: "Hubei: (A), (B), a score merged over rows stays on the first", title: "2022年度共享项目自评表",
      rows: """
        年度绩效目标1(80分) | 一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分
        ^3 | ^3 产出指标(40分) | ^2 数量指标 | 书柜数 | 5个 | 5个 | ^2 10
        覆盖社区 | 8个 | 8个
        质量指标 | 完好率 | ≥95% | 97% | 10
        """,
      kind: .projectSelfAssessment,
      expected: [
        "产出指标/数量指标/书柜数 ? 5 个 a5个 c10", "产出指标/数量指标/覆盖社区 ? 8 个 a8个", "产出指标/质量指标/完好率 >= 95 % a97% c10",
      ]),
    Family(
      name: "Hunan: 指标值内容, 评扣分标准, 指标值类型", title: "2025年项目支出绩效目标表",
      rows: """
        一级指标 | 二级指标 | 三级指标 | 指标值类型 | 目标值 | 度量单位 | 指标值内容 | 评扣分标准 | 备注
        成本指标 | 经济成本指标 | 专项经费 | ≤ | 70 | 万元 | 反映经费 | 超支扣分 |
        产出指标 | 质量指标 | 检测结果 | 定性 | 准确 | | 反映质量 | 酌情扣分 |
        """,
      kind: .projectTarget,
      expected: ["成本指标/经济成本指标/专项经费 <= 70 万元", "产出指标/质量指标/检测结果 qualitative 准确"]),
    Family(
      name: "Chongqing: no levels", title: "2022年度项目绩效目标自评表",
      rows: """
        指标名称 | 计量单位 | 指标性质 | 年初指标值 | 全年完成值 | 指标权重 | 指标得分
        巡逻人员 | 人 | ＝ | 512 | 512 | 50 | 50
        群众满意度 | % | ≥ | 95 | 96.5 | 50 | 50
        """,
      kind: .projectSelfAssessment,
      expected: ["-/-/巡逻人员 = 512 人 w50 a512 c50", "-/-/群众满意度 >= 95 % w50 a96.5 c50"]),
    Family(
      name: "Inner Mongolia: the direction beside the sign, in either column", title: "项目绩效目标表（2021年）",
      rows: """
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标方向 | 目标值 | 计量单位 | 分值
        产出指标 | 数量指标 | 出差人次 | 正向 | = | 24 | 人次 | 40
        产出指标 | 成本指标 | 差旅费 | ≤ | 反向 | 2 | 万元 | 50
        """,
      kind: .projectTarget,
      expected: ["产出指标/数量指标/出差人次 = 24 人次 w40", "产出指标/成本指标/差旅费 <= 2 万元 w50"]),
    Family(
      name: "Hebei: 符号, 值, 单位 below one heading", title: "项目支出绩效目标表",
      rows: """
        ^2 一级指标 | ^2 二级指标 | ^2 三级指标 | ^2 绩效指标描述 | >3 绩效指标值 | ^2 指标值确定依据
        符号 | 值 | 单位（文字描述）
        产出指标 | 数量指标 | 培训人次 | 全年培训 | ≥ | 200 | 人次 | 工作计划
        效益指标 | 社会效益指标 | 服务水平 | 服务效果 | 文字描述 |  | 明显提高 | 工作计划
        """,
      kind: .projectTarget,
      expected: ["产出指标/数量指标/培训人次 >= 200 人次", "效益指标/社会效益指标/服务水平 qualitative - 明显提高"]),
    Family(
      name: "Tianjin, Ningxia, Gansu: no weights, signs in the target", title: "项目支出绩效目标表(2023年)",
      rows: """
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值
        ^2 产出指标 | 数量指标 | 维修面积 | 维修面积 | ≥400平方米
        时效指标 | 支付及时率 | 支付及时率 | 100百分比
        """,
      kind: .projectTarget,
      expected: ["产出指标/数量指标/维修面积 >= 400 平方米", "产出指标/时效指标/支付及时率 ? 100 百分比"]),
    Family(
      name: "central transfers: no weights, 全年实际完成值", title: "转移支付区域（项目）绩效目标自评表",
      rows: """
        一级指标 | 二级指标 | 三级指标 | 指标值 | 全年实际完成值 | 未完成原因和改进措施
        ^2 产出指标 | 数量指标 | 监测站点 | 11个 | 0个 | 选址调整
        指标2 | | | |
        """,
      kind: .projectSelfAssessment,
      expected: ["产出指标/数量指标/监测站点 ? 11 个 a0个"]),
    Family(
      name: "the annual columns beside long-term ones", title: "项目支出绩效目标表",
      rows: """
        ^2 一级指标 | >3 实施期目标 | >3 年度目标
        二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 建成站点 | ≥30个 | 数量指标 | 建成站点 | ≥10个
        """,
      kind: .projectTarget, expected: ["产出指标/数量指标/建成站点 >= 10 个"]),
  ]
}
