import { describe, expect, it } from "vitest";
import { factsIn, valuesIn } from "../flow.js";

describe("other regions' phrasing", () => {
  it("reads the same facts whatever the words", () => {
    const totals = [
      "2023年度收、支总计均为1,234.56万元，比上年增加100万元，增长8.8%。",
      "样例局2023年度收入总计、支出总计均为1,234.56万元。与上年相比收、支总计各增加100万元，增长8.8%。",
      "2023年度收入支出总计为1234.56万元，较上年度增加了100万元（增长8.8%）。",
    ].map((text) => valuesIn(`# 一、收入支出决算总体情况说明\n${text}`, { fiscalYear: 2023 }));
    for (const values of totals) {
      expect(values["overview.comparison.delta"]).toBe("100 万元");
      expect(values["overview.comparison.pct"]).toBe("8.8 %");
      expect(values["overview.total"]?.replace(",", "")).toBe("1234.56 万元");
    }
  });

  it("tells income and expenditure apart where their totals are", () => {
    expect(valuesIn("# 一、收入支出决算总体情况说明\n收入总计10万元，支出总计9万元。")).toEqual({
      "overview.income.total": "10 万元",
      "overview.expenditure.total": "9 万元",
    });
  });

  it("reads structure in the place of detail (Yunnan)", () => {
    expect(
      valuesIn(
        "# 三、一般公共预算财政拨款支出决算情况说明\n# （二）一般公共预算财政拨款支出决算具体情况\n1．一般公共服务（类）支出3,000.51万元，占一般公共预算财政拨款总支出的5.51%。主要用于应急演练；",
      ),
    ).toEqual({
      "generalBudget.structure[201].label": "一般公共服务",
      "generalBudget.structure[201].amount": "3000.51 万元",
      "generalBudget.structure[201].share": "5.51 %",
      "generalBudget.structure[201].purpose": "应急演练",
    });
  });

  it("reads Sichuan's items and reception", () => {
    expect(
      valuesIn(
        `# 五、一般公共预算财政拨款支出决算情况说明
        2023年一般公共预算财政拨款支出决算数为1,100.00万元，完成预算98.5%。其中：
        1.一般公共服务（类）财政事务（款）行政运行（项）：支出决算为600万元，完成预算100%，决算数等于预算数。
        # 七、财政拨款“三公”经费支出决算情况说明
        国内公务接待支出2万元。国内公务接待20批次，200人次（不包括陪同人员），共计支出2万元。外事接待支出0万元，外事接待0批次，0人，共计支出0万元。
        全年按规定更新购置公务用车0辆，金额0万元。截至2023年12月底，单位共有公务用车3辆。`,
        { fiscalYear: 2023 },
      ),
    ).toMatchObject({
      "generalBudget.detail.final": "1100.00 万元",
      "generalBudget.detail.completionPct": "98.5 %",
      "generalBudget.detail.items[1].code": "2010601",
      "generalBudget.detail.items[1].final": "600 万元",
      "generalBudget.detail.items[1].direction": "equal",
      "threePublic.reception.domestic.amount": "2 万元",
      "threePublic.reception.batches": "20 批次",
      "threePublic.reception.foreign.amount": "0 万元",
      "threePublic.vehicle.purchase.count": "0 辆",
      "threePublic.vehicle.holdings": "3 辆",
    });
  });

  it("reads Beijing's comparisons with the opening budget, a class and a 款 each", () => {
    const facts = factsIn(
      `# 三、一般公共预算财政拨款支出决算情况说明
      1、“教育支出”（类）2023年度决算5000.00万元，比2023年年初预算减少100.00万元，下降1.96%。其中：
      “普通教育”（款）2023年度决算4800.00万元，与2023年年初预算持平。
      # 四、“三公”经费财政拨款决算情况说明
      2、公务接待费。2023年决算数5.00万元，比2023年年初预算数10.00万元减少5.00万元。公务接待12批次，公务接待120人次。`,
      { fiscalYear: 2023 },
    );
    expect(facts.get("generalBudget.structure[205].amount")?.comparison).toEqual({
      basis: "openingBudget",
      year: 2023,
      direction: "decrease",
      delta: "100.00",
      pct: "1.96",
    });
    expect(facts.get("generalBudget.detail.sections[20502].comparison.direction")?.value).toBe("flat");
    expect(facts.get("threePublic.reception.final")?.value).toBe("5.00");
    expect(facts.get("threePublic.reception.budget")?.value).toBe("10.00");
    expect(facts.get("threePublic.reception.personTimes")?.value).toBe("120");
  });

  it("reads budgets: last year's budget is the basis", () => {
    const facts = factsIn(
      `# 部门预算编制说明
      2025年，样例局收入预算37,151.47万元，其中：财政拨款收入37,151.47万元，比2024年预算执行数增加24,558.18万元；事业收入0万元。
      支出预算37,151.47万元，其中：财政拨款支出预算37,151.47万元，比2024年预算增加24,491.71万元。
      1. “一般公共服务支出（类）商贸事务（款）行政运行（项）”938.99万元，主要用于机关行政运行。2024年当年预算执行数为60.13万元，2025年预算安排25.77万元，比2024年预算执行数减少57.14%。`,
      { fiscalYear: 2025, kind: "budget" },
    );
    expect(facts.get("income.components[fiscalAppropriation].amount")?.comparison).toMatchObject({
      basis: "priorYearExecution",
      year: 2024,
      delta: "24558.18",
    });
    expect(facts.get("fiscalAppropriation.expenditure.total")?.comparison?.basis).toBe("priorYearBudget");
    expect(facts.get("fiscalAppropriation.items[1].code")?.value).toBe("2011301");
    expect(facts.get("fiscalAppropriation.items[1].amount")?.value).toBe("938.99");
    expect(facts.get("fiscalAppropriation.items[1].priorExecution")?.value).toBe("60.13");
    expect(facts.get("fiscalAppropriation.items[1].comparison.pct")?.value).toBe("57.14");
  });

  it("names a second comparison by its basis", () => {
    expect(
      valuesIn(
        "# 三、“三公”经费支出情况说明\n“三公”经费年初预算安排2.8亿元，本年支出1.43亿元，比年初预算少1.37亿元，与上年相比增加0.23亿元。",
      ),
    ).toEqual({
      "threePublic.overall.budget": "2.8 亿元",
      "threePublic.overall.final": "1.43 亿元",
      "threePublic.overall.comparison.direction": "decrease",
      "threePublic.overall.comparison.delta": "1.37 亿元",
      "threePublic.overall.comparison[priorYearFinal].direction": "increase",
      "threePublic.overall.comparison[priorYearFinal].delta": "0.23 亿元",
    });
  });

  it("reads old thresholds of equipment and the vehicles' value", () => {
    expect(
      valuesIn(
        "# 七、国有资产占用情况\n共有车辆8台，共计120.00万元；单位价值50万元以上的通用设备5台（套），单位价值100万元以上的专用设备2台（套）。",
      ),
    ).toEqual({
      "assets.vehicles.total": "8 台",
      "assets.vehicles.value": "120.00 万元",
      "assets.generalEquipmentOver500k": "5 台（套）",
      "assets.specialEquipmentOver1M": "2 台（套）",
    });
  });

  it("gives what a paragraph without a known subject says to nobody", () => {
    const values = valuesIn(`
      五、一般公共预算财政拨款支出决算情况说明
      2024年度财政拨款支出包括教育支出300.00万元，占75.00%；住房保障支出100.00万元，占25.00%。
      （1）机关运转支出80.00万元，较上年减少5.60万元，主要原因是退休。完成年初预算的99.10%。`);
    expect(values).toMatchObject({
      "generalBudget.structure[205].share": "75.00 %",
      "generalBudget.structure[221].share": "25.00 %",
    });
    expect(values["generalBudget.structure[221].comparison.delta"]).toBeUndefined();
    expect(values["generalBudget.structure[221].completionPct"]).toBeUndefined();
  });

  it("takes guests' groups for no delegations, and an amount said of the budget for the budget", () => {
    const values = valuesIn(`
      九、财政拨款“三公”经费支出决算情况说明
      2024年“三公”经费支出决算为3.10万元，比预算5.00万元减少1.90万元。
      公务接待费支出3.10万元，共接待国内来访团组30个，39人次（不包括陪同人员）。`);
    expect(values).toMatchObject({
      "threePublic.overall.budget": "5.00 万元",
      "threePublic.reception.domesticGroups": "30 个",
      "threePublic.reception.domesticPersonTimes": "39 人次",
    });
    expect(values["threePublic.overall.priorAmount"]).toBeUndefined();
    expect(values["threePublic.abroad.delegations"]).toBeUndefined();
  });
});
