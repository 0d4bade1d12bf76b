import { describe, expect, it } from "vitest";
import { factsIn, valuesIn } from "../flow.js";

describe("Wuhan's phrasing", () => {
  it("reads 收、支总计各增加 and thousands separators", () => {
    expect(
      valuesIn(
        "# 一、收入支出决算总体情况说明\n2024年度收、支总计95,063.53万元。与2023年度相比,收、支总计各增加10,746.38万元,增长12.8%,主要原因是增加人才专项工作经费,以及各类就业专项资金。",
      ),
    ).toEqual({
      "overview.total": "95063.53 万元",
      "overview.comparison.direction": "increase",
      "overview.comparison.delta": "10746.38 万元",
      "overview.comparison.pct": "12.8 %",
      "overview.reason": "增加人才专项工作经费,以及各类就业专项资金",
    });
  });

  it("stops a reason before 其中", () => {
    const facts = factsIn(
      "# 二、收入决算情况说明\n2024年度收入合计94,787.23万元,与2023年度相比,收入合计增加10,612.99万元,增长12.6%,主要原因是增加经费。其中:财政拨款收入93,691.35万元,占本年收入98.8%;其他收入907.01万元,占本年收入1%。",
    );
    expect(facts.get("income.reason")?.value).toBe("增加经费");
    expect(facts.get("income.components[otherIncome].share")?.value).toBe("1");
  });

  it("reads the appropriation's parts, with 增加原因相同 no comparison", () => {
    expect(
      valuesIn(
        "# 四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收、支总计分别是93,777.29万元。\n2024年度财政拨款收入中,一般公共预算财政拨款收入93,691.35万元,比2023年度决算数增加11,967.81万元,增加主要原因与财政拨款收支增加原因相同。",
      ),
    ).toEqual({
      "fiscalAppropriation.total": "93777.29 万元",
      "fiscalAppropriation.incomeComponents[generalPublicBudget].amount": "93691.35 万元",
      "fiscalAppropriation.incomeComponents[generalPublicBudget].comparison.direction": "increase",
      "fiscalAppropriation.incomeComponents[generalPublicBudget].comparison.delta": "11967.81 万元",
    });
  });

  it("reads the prior amount that a comparison names", () => {
    expect(
      factsIn(
        "# 五、一般公共预算财政拨款支出决算情况说明\n2024年度一般公共预算财政拨款支出93,777.29万元,占本年支出合计的98.8%。与2023年度82,004.19万元相比,一般公共预算财政拨款支出增加11,773.1万元,增长14.4%。",
      ).get("generalBudget.overall.priorAmount"),
    ).toMatchObject({ value: "82004.19", period: "2023" });
  });

  it("reads items without an opening budget, without 为, with a unit misprinted", () => {
    const values = valuesIn(`# 五、一般公共预算财政拨款支出决算情况说明
      # （三）一般公共预算财政拨款支出决算具体情况
      项目支出主要用于:
      一般公共服务支出7.06万元,主要用于全市考试考务工作支出。
      1.一般公共服务支出(类)组织事务(款)一般行政管理事务(项)。年初无预算安排,支出决算为7.06万元,支出决算数大于年初预算数的主要原因是追加经费。
      2.教育支出(类)职业教育(款)中等职业教育(项)。年初预算93.42万元,支出决算为526.24万元,完成年初预算的563.3%。
      3.社会保障和就业支出(类)人力资源和社会保障管理事务(款)社会保险经办机构(项)。年初预算为2,738.46元,支出决算为2,857.29万元。`);
    expect(values).toMatchObject({
      "generalBudget.detail.projectUses[1].label": "一般公共服务支出",
      "generalBudget.detail.projectUses[1].amount": "7.06 万元",
      "generalBudget.detail.items[1].final": "7.06 万元",
      "generalBudget.detail.items[1].direction": "greater",
      "generalBudget.detail.items[2].openingBudget": "93.42 万元",
      "generalBudget.detail.items[2].completionPct": "563.3 %",
      "generalBudget.detail.items[3].code": "2080109",
      "generalBudget.detail.items[3].openingBudget": "2738.46 元",
    });
    expect(values).not.toHaveProperty(["generalBudget.detail.items[1].openingBudget"]);
  });

  it("lists what the money was spent on, one fact each", () => {
    expect(
      valuesIn(
        "# 六、一般公共预算财政拨款基本支出决算情况说明\n2024年度一般公共预算财政拨款基本支出47,761.83万元,其中:\n人员经费42,424.76万元,主要包括:基本工资、津贴补贴。\n公用经费5,337.07万元,主要包括:办公费、因公出国(境)费用、维修(护)费。",
      ),
    ).toEqual({
      "basic.amount": "47761.83 万元",
      "basic.personnel.amount": "42424.76 万元",
      "basic.personnel.items[1]": "基本工资",
      "basic.personnel.items[2]": "津贴补贴",
      "basic.publicExpense.amount": "5337.07 万元",
      "basic.publicExpense.items[1]": "办公费",
      "basic.publicExpense.items[2]": "因公出国(境)费用",
      "basic.publicExpense.items[3]": "维修(护)费",
    });
  });

  it("reads 三公 against the full-year budget, two reasons apart", () => {
    expect(
      valuesIn(`# 九、财政拨款"三公"经费支出决算情况说明
        # (二) "三公"经费财政拨款支出决算具体情况说明
        1.因公出国(境)费全年预算为7.65万元,支出决算为7.65万元,完成全年预算的100%,较上年增加7.65万元。决算数较上年增加的主要原因是当年有出国(境)支出而上年没有。全年支出涉及出国(境)团组0个,累计1人次,系参加培训班。
        2.公务用车购置及运行费全年预算为122.32万元,支出决算为86.89万元,完成全年预算的71%;较上年增加10.97万元,增长14.5%。决算数小于全年预算数的主要原因是严格管理。决算数较上年增加的主要原因是当年更新了公务用车。其中:
        (1)公务用车购置费支出35.98万元,主要是本年度更新公务用车2辆。
        (2)公务用车运行费支出50.91万元。截至2024年12月31日,开支财政拨款的公务用车保有量为34辆。
        3.公务接待费全年预算为3.66万元,支出决算为3.66万元,较上年减少0.29万元,下降7.3%。共接待国内来访团组31个,300人次(不包括陪同人员)。`),
    ).toMatchObject({
      "threePublic.abroad.budget": "7.65 万元",
      "threePublic.abroad.final": "7.65 万元",
      "threePublic.abroad.reason": "当年有出国(境)支出而上年没有",
      "threePublic.abroad.delegations": "0 个",
      "threePublic.abroad.personTimes": "1 人次",
      "threePublic.vehicle.direction": "less",
      "threePublic.vehicle.reason": "严格管理",
      "threePublic.vehicle.comparison.reason": "当年更新了公务用车",
      "threePublic.vehicle.purchase.amount": "35.98 万元",
      "threePublic.vehicle.purchase.count": "2 辆",
      "threePublic.vehicle.operation.amount": "50.91 万元",
      "threePublic.vehicle.holdings": "34 辆",
      "threePublic.vehicle.holdingsAsOf": "2024-12-31",
      "threePublic.reception.comparison.pct": "7.3 %",
      "threePublic.reception.domesticGroups": "31 个",
      "threePublic.reception.domesticPersonTimes": "300 人次",
    });
  });

  it("compares with the opening budget", () => {
    expect(
      factsIn("# 十、机关运行经费支出说明\n机关运行经费支出3,187.57万元,比年初预算数减少207.84万元,降低6.1%。").get(
        "agencyOperation.amount",
      )?.comparison,
    ).toEqual({ basis: "openingBudget", year: 2024, direction: "decrease", delta: "207.84", pct: "6.1" });
  });

  it("takes a share by what it is printed to be of, repeated clauses and all", () => {
    expect(
      valuesIn(
        "# 十一、政府采购支出说明\n政府采购支出总额5,803.48万元,其中:政府采购货物支出1,554.02万元。授予中小企业合同金额3,339.04万元,占政府采购支出总额的57.5%。其中:授予小微企业合同金额2,289.4万元,占授予中小企业合同金额68.6%;工程采购授予中小企业合同金额占工程支出金额的100%,服务采购授予中小企业合同金额占工程支出金额的100%,服务采购授予中小企业合同金额占服务支出金额的61.3%。",
      ),
    ).toEqual({
      "procurement.total": "5803.48 万元",
      "procurement.goods": "1554.02 万元",
      "procurement.smeContracts": "3339.04 万元",
      "procurement.smeShareOfTotal": "57.5 %",
      "procurement.microContracts": "2289.4 万元",
      "procurement.microShareOfSme": "68.6 %",
      "procurement.smeShareOfWorks": "100 %",
      "procurement.smeShareOfServices": "61.3 %",
    });
  });

  it("reads the department's report, key outputs and projects", () => {
    expect(
      valuesIn(`# 十三、预算绩效情况说明
        # （二）部门整体支出自评结果
        我部门组织对27个单位开展整体支出绩效自评,资金94,949.49万元。
        一是就业稳中有进。全市城镇新增就业28.6万人,大学生留汉创业就业人数达到31.3万人。
        实名制管理、工资专用账户和工资保证金等"三项制度"覆盖率分别为100%、99.2%和98.1%。
        (1)执行率情况。2024年度部门年初预算总额69,761.59万元,调整预算数为95,593.67万元,决算数为94,949.49万元,其中基本支出总额47,821.91万元,项目支出总额47,127.58万元。预算执行率99.3%。
        部门共设置32个绩效指标,完成了28个。
        # （三）项目支出自评结果
        1.机关业务工作经费项目绩效自评综述:项目全年预算数8,188.97万元,实际支出资金8,125.35万元,预算执行率99.2%。
        2.就业补助资金项目绩效自评综述:项目全年预算数为21,390.33万元,执行数为21,390.33万元,完成预算的100%。`),
    ).toEqual({
      "performance.department.unitsEvaluated": "27 个",
      "performance.department.amount": "94949.49 万元",
      "performance.keyOutputs[1].label": "全市城镇新增就业",
      "performance.keyOutputs[1].value": "28.6 万人",
      "performance.keyOutputs[2].label": "大学生留汉创业就业人数",
      "performance.keyOutputs[2].value": "31.3 万人",
      "performance.keyOutputs[3].label": "实名制管理覆盖率",
      "performance.keyOutputs[3].value": "100 %",
      "performance.keyOutputs[4].label": "工资专用账户覆盖率",
      "performance.keyOutputs[4].value": "99.2 %",
      "performance.keyOutputs[5].label": "工资保证金覆盖率",
      "performance.keyOutputs[5].value": "98.1 %",
      "performance.department.openingBudget": "69761.59 万元",
      "performance.department.adjustedBudget": "95593.67 万元",
      "performance.department.final": "94949.49 万元",
      "performance.department.basic": "47821.91 万元",
      "performance.department.project": "47127.58 万元",
      "performance.department.executionRatePct": "99.3 %",
      "performance.department.indicatorsSet": "32 个",
      "performance.department.indicatorsAchieved": "28 个",
      "performance.projects[1].name": "机关业务工作经费",
      "performance.projects[1].budget": "8188.97 万元",
      "performance.projects[1].executed": "8125.35 万元",
      "performance.projects[1].ratePct": "99.2 %",
      "performance.projects[2].name": "就业补助资金",
      "performance.projects[2].budget": "21390.33 万元",
      "performance.projects[2].executed": "21390.33 万元",
      "performance.projects[2].ratePct": "100 %",
    });
  });
});
