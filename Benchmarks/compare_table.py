"""Writes a flat table of plans and self-assessments with the variety of names that real sheets have.

    python3 Benchmarks/compare_table.py ROWS OUT.csv

Nine rows a sheet, 2,800 organisations, the same bytes for the same ROWS everywhere. Names are put together from an
activity, whom or what it is for, filling words, years and a head, so that about one name in six is new.
"""

import sys

MASK = (1 << 64) - 1


def mix(i):
    z = (i + 1) * 0x9E3779B97F4A7C15 & MASK
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
    return z ^ z >> 31


WHAT = "慰问 培训 帮扶 走访 宣传 竞赛 检查 演练 维修 购置 巡查 调研 评审 养护 监测 治理 整治 救助 奖补 补贴 采购 绿化 清运 接种 体检 筛查 研修 展览 演出 服务".split()
WHOM = ("困难职工 一线职工 农民工 劳模 女职工 退休人员 残疾人 老年人 学生 教师 儿童 孕产妇 志愿者 村干部 驻村干部 社区居民 企业 学校 医院 "
        "农村公路 城市道路 河道 水库 公园 广场 路灯 桥梁 农田 林地 草场 文化站 图书馆 体育场 养老院 卫生院 污水管网 供水设施 垃圾中转站 "
        "监控设备 办公设备 信息系统 消防器材 应急物资 救灾物资 防汛物资 食品 药品 特种设备 旅游景区 市场主体").split()
WHERE = [""] * 6 + "全县 全市 重点 基层 乡镇 城区 农村 边境 山区 园区".split()
FILL = [""] * 5 + ["开展", "组织", "完成", "2023年", "2024年度", "2025年"]
HEADS = [
    ("产出指标", "数量指标", "人数", ">=", "人", (50, 5000)), ("产出指标", "数量指标", "次数", ">=", "次", (1, 40)),
    ("产出指标", "数量指标", "数量", ">=", "个", (1, 200)), ("产出指标", "质量指标", "合格率", ">=", "%", (90, 100)),
    ("产出指标", "质量指标", "完成率", "=", "%", (95, 100)), ("产出指标", "时效指标", "工作及时率", ">=", "%", (90, 100)),
    ("成本指标", "经济成本指标", "成本", "<=", "万元", (1, 500)), ("效益指标", "社会效益指标", "", "定性", "", None),
    ("满意度指标", "服务对象满意度指标", "满意度", ">=", "%", (85, 99)),
]
WORDS = "有效提升 持续改善 明显增强 长期稳定".split()
WEIGHTS = [10, 10, 10, 10, 5, 5, 20, 10, 10]


def main(rows, out):
    with open(out, "w", encoding="utf-8", newline="\n") as table:
        table.write("sheet,organization,year,project,kind,level1,level2,level3,operator,target,unit,weight,previous,actual\n")
        for i in range(rows):
            sheet, k = divmod(i, 9)
            s, x = mix(sheet * 31 + 7), mix(i)
            level1, level2, head, sign, unit, span = HEADS[k]
            # Half of a sheet's names speak of what the sheet is about, the others of something else.
            y = s if x & 1 else x >> 1
            what = WHAT[y % len(WHAT)]
            whom = WHOM[(y >> 8) % len(WHOM)]
            where = WHERE[(x >> 20) % len(WHERE)]
            fill = FILL[(x >> 28) % len(FILL)]
            name = f"{fill}{where}{whom}{what}{head}" if k != 7 else f"提升{where}{whom}{what}水平"
            kind = "project-self-assessment" if s % 10 < 3 else "project-target"
            if span:
                target = span[0] + (x >> 36) % (span[1] - span[0] + 1)
                previous = "" if x >> 50 & 1 else str(max(1, target - 5 + (x >> 44) % 11)) + unit
                actual = str(target if x >> 52 & 3 else target * 9 // 10) if kind != "project-target" else ""
            else:
                target, previous = WORDS[(x >> 36) % 4], ""
                actual = target if kind != "project-target" else ""
            # A few units that do not convert, as real sheets have.
            if k == 2 and x >> 56 & 7 == 0:
                unit = "家"
            about = f"{WHOM[(s >> 8) % len(WHOM)]}{WHAT[s % len(WHAT)]}"
            table.write(
                f"S{sheet},第{sheet % 2800}号单位,{2023 + (s >> 40) % 3},{about}项目{sheet // 2800},{kind},{level1},{level2},"
                f"{name},{sign},{target},{unit},{WEIGHTS[k]},{previous},{actual}\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(int(sys.argv[1]), sys.argv[2])
