import Testing

@testable import Jixiao

/// What names come to.
struct NameKeyTests {
  @Test(
    arguments: [
      ("慰问人数", "persons", "慰问"), ("慰问职工人数", "persons", "慰问"), ("开展慰问工作及时率", "timely", "慰问"),
      ("慰问活动完成率", "completion", "慰问"), ("开展2025年职工文体活动次数", "occasions", "文体"),
      ("职工文体活动开展次数", "occasions", "文体"), ("2025年“两癌”筛查人数", "persons", "两癌筛查"),
      ("完成项目个数（个）", "number", ""), ("服务对象满意度指标", "satisfaction", "服务对象"),
      ("资金拨付及时率（%）", "timely", "资金拨付"), ("各项工作完成时间", "finished-by", ""),
      ("孕产妇7天访视数", "number", "孕产妇7天访视"), ("有效保障退休人员生活", nil, "有效保障退休人员生活"),
    ] as [(String, String?, String)])
  func nameComesTo(_ name: String, _ head: String?, _ core: String) throws {
    let words = try Compared.words()
    let key = NameForms(words: words, units: try Fixture.words().units).key(name)
    #expect(key.head.map { words.heads[$0].name } == head)
    #expect(key.core == core)
  }

  @Test func projectTitleIsLeftOutOfWholeHeadsOnly() throws {
    let forms = NameForms(words: try Compared.words(), units: try Fixture.words().units)
    let core = forms.projectCore("2024年走访志愿者服务活动补助资金（实有资金）", organization: "")
    #expect(core == "走访志愿者服务活动补助")
    #expect(
      forms.specific("走访志愿者服务活动补助工作完成率", organization: "", projectCore: core) == "工作完成率")
    #expect(
      forms.specific("走访志愿者服务活动补助人数", organization: "", projectCore: core) == "走访志愿者服务活动补助人数")
    #expect(forms.specific("甲县总工会办公经费", organization: "甲县总工会", projectCore: "") == "办公经费")
  }

  /// 慰问 is ^慰 慰问 问$, 慰问金 is ^慰 慰问 问金 金$: two shared of three and four.
  @Test func similarityIsDiceOfPairs() {
    #expect(NameGrams("慰问").similarity(to: NameGrams("慰问金")).description == "4/7")
    #expect(NameGrams("慰问").similarity(to: NameGrams("慰问")) == .one)
    #expect(NameGrams("慰问").similarity(to: NameGrams("培训")) == .zero)
  }
}
