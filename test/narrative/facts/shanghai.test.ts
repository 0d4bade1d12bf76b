import { describe, expect, it } from "vitest";
import { factsIn, valuesIn } from "../flow.js";

describe("Shanghai's phrasing", () => {
  it("reads totals, comparisons and reasons", () => {
    const facts = factsIn(`# 一、收入支出决算总体情况说明
      样例局2024年度收入支出总计9859.38万元。与2023年度相比，收入支出总计增加1062.85万元，增长12.08%。主要原因：项目支出增加，较上年增加1133.95万元。`);
    expect(Object.fromEntries([...facts].map(([path, { value }]) => [path, value]))).toEqual({
      "overview.total": "9859.38",
      "overview.comparison.direction": "increase",
      "overview.comparison.delta": "1062.85",
      "overview.comparison.pct": "12.08",
      "overview.reason": "项目支出增加，较上年增加1133.95万元",
    });
    expect(facts.get("overview.total")).toMatchObject({
      unit: "万元",
      kind: "amount",
      period: "2024",
      quote: "样例局2024年度收入支出总计9859.38万元",
      comparison: { basis: "priorYearFinal", year: 2023, direction: "increase", delta: "1062.85", pct: "12.08" },
    });
  });

  it("keeps the template's alternative and a missing % apart from the value", () => {
    expect(
      valuesIn(`# （一）机关运行经费支出情况
        机关运行经费支出142.80万元，比2023年度减少（增加）13.52万元，下降（增长）8.65。`),
    ).toEqual({
      "agencyOperation.amount": "142.80 万元",
      "agencyOperation.comparison.direction": "decrease",
      "agencyOperation.comparison.delta": "13.52 万元",
      "agencyOperation.comparison.pct": "8.65",
    });
  });

  it("reads 持平 as flat", () => {
    expect(
      valuesIn(
        "# 四、财政拨款收入支出决算总体情况说明\n财政拨款收入支出总计0.3万元。与2023年度相比，财政拨款收入支出总计持平。",
      ),
    ).toEqual({ "fiscalAppropriation.total": "0.3 万元", "fiscalAppropriation.comparison.direction": "flat" });
  });

  it("reads components with their shares", () => {
    expect(
      valuesIn(
        "# 二、收入决算情况说明\n本年收入合计2946.25万元，其中：财政拨款收入2940.05万元，占99.79%；其他收入6.2万元，占0.21%；",
      ),
    ).toEqual({
      "income.total": "2946.25 万元",
      "income.components[fiscalAppropriation].amount": "2940.05 万元",
      "income.components[fiscalAppropriation].share": "99.79 %",
      "income.components[otherIncome].amount": "6.2 万元",
      "income.components[otherIncome].share": "0.21 %",
    });
  });

  it("reads structure by class and the detail's items by position, with codes", () => {
    expect(
      valuesIn(`# 五、一般公共预算财政拨款支出决算情况说明
        # （一）一般公共预算财政拨款支出决算总体情况
        一般公共预算财政拨款支出9746.50万元，占本年支出合计的99.86%。
        # （二）一般公共预算财政拨款支出决算结构情况
        一般公共预算财政拨款支出9746.50万元，主要用于以下方面：卫生健康支出（类）236.63万元，占2.43%。
        # （三）一般公共预算财政拨款支出决算具体情况
        一般公共预算财政拨款支出年初预算为10210.34万元，支出决算为9746.50万元，完成年初预算的95.45%。决算数小于预算数的主要原因：项目未开展。其中：
        1、卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：医疗保险支出。年初预算为42.73万元，支出决算为40.35万元，完成年初预算的94.43%。决算数小于预算数的主要原因：基数变更，导致支出减少。
        1、住房保障支出（类）住房保障支出（款）购房补贴（项）。年初预算为171.49万元，支出决算为171.49万元。决算数与预算数基本持平。`),
    ).toEqual({
      "generalBudget.overall.amount": "9746.50 万元",
      "generalBudget.overall.shareOfTotalExpenditure": "99.86 %",
      "generalBudget.structure.total": "9746.50 万元",
      "generalBudget.structure[210].label": "卫生健康支出",
      "generalBudget.structure[210].amount": "236.63 万元",
      "generalBudget.structure[210].share": "2.43 %",
      "generalBudget.detail.openingBudget": "10210.34 万元",
      "generalBudget.detail.final": "9746.50 万元",
      "generalBudget.detail.completionPct": "95.45 %",
      "generalBudget.detail.direction": "less",
      "generalBudget.detail.reason": "项目未开展",
      "generalBudget.detail.items[1].label": "行政单位医疗",
      "generalBudget.detail.items[1].sectionLabel": "行政事业单位医疗",
      "generalBudget.detail.items[1].classLabel": "卫生健康支出",
      "generalBudget.detail.items[1].code": "2101101",
      "generalBudget.detail.items[1].purpose": "医疗保险支出",
      "generalBudget.detail.items[1].openingBudget": "42.73 万元",
      "generalBudget.detail.items[1].final": "40.35 万元",
      "generalBudget.detail.items[1].completionPct": "94.43 %",
      "generalBudget.detail.items[1].direction": "less",
      "generalBudget.detail.items[1].reason": "基数变更，导致支出减少",
      "generalBudget.detail.items[2].label": "购房补贴",
      "generalBudget.detail.items[2].sectionLabel": "住房保障支出",
      "generalBudget.detail.items[2].classLabel": "住房保障支出",
      "generalBudget.detail.items[2].openingBudget": "171.49 万元",
      "generalBudget.detail.items[2].final": "171.49 万元",
      "generalBudget.detail.items[2].direction": "approximatelyEqual",
    });
  });

  it("reads 三公 by kind, 万 as 万元 and counts", () => {
    expect(
      valuesIn(`# 七、财政拨款“三公”经费支出决算情况说明
        # （一）“三公”经费财政拨款支出决算总体情况说明。
        “三公”经费财政拨款支出年初预算为2.85万元，支出决算为0.39万元，完成预算的13.68%，其中：因公出国（境）费决算为0.00万元，完成预算的0.00%；公务接待费支出决算为0.39万元，完成预算的13.68%。
        2024年度“三公”经费财政拨款支出决算数比2023年度减少0.15万元，下降27.78%，其中：因公出国（境）费支出与上一年度持平；公务接待费支出决算减少0.15万元，下降27.78%。公务接待费支出减少的主要原因是控制“三公”经费支出。
        # （二）“三公”经费财政拨款支出决算具体情况说明。
        “三公”经费财政拨款支出决算中，公务接待费支出决算0.39万元，占100.00%。具体情况如下：
        1、因公出国（境）费支出0.00万元。全年安排因公出国（境）团组0个、累计0人次。
        公务用车运行维护支出0.00万元。2024年，样例局所属各预算单位开支财政拨款的公务用车保有量为0辆。
        3、公务接待费支出0.39万元。其中：国内公务接待支出0.39万（含外宾接待支出0.00万元）。列明公务接待2批次、26人次，其中：接待外宾0批次、0人次。`),
    ).toEqual({
      "threePublic.overall.budget": "2.85 万元",
      "threePublic.overall.final": "0.39 万元",
      "threePublic.overall.completionPct": "13.68 %",
      "threePublic.overall.comparison.direction": "decrease",
      "threePublic.overall.comparison.delta": "0.15 万元",
      "threePublic.overall.comparison.pct": "27.78 %",
      "threePublic.abroad.final": "0.00 万元",
      "threePublic.abroad.completionPct": "0.00 %",
      "threePublic.abroad.comparison.direction": "flat",
      "threePublic.abroad.amount": "0.00 万元",
      "threePublic.abroad.delegations": "0 个",
      "threePublic.abroad.personTimes": "0 人次",
      "threePublic.vehicle.operation.amount": "0.00 万元",
      "threePublic.vehicle.holdings": "0 辆",
      "threePublic.reception.final": "0.39 万元",
      "threePublic.reception.completionPct": "13.68 %",
      "threePublic.reception.comparison.direction": "decrease",
      "threePublic.reception.comparison.delta": "0.15 万元",
      "threePublic.reception.comparison.pct": "27.78 %",
      "threePublic.reception.reason": "控制“三公”经费支出",
      "threePublic.reception.structureAmount": "0.39 万元",
      "threePublic.reception.share": "100.00 %",
      "threePublic.reception.amount": "0.39 万元",
      "threePublic.reception.domestic.amount": "0.39 万元",
      "threePublic.reception.foreign.amount": "0.00 万元",
      "threePublic.reception.batches": "2 批次",
      "threePublic.reception.personTimes": "26 人次",
      "threePublic.reception.foreignBatches": "0 批次",
      "threePublic.reception.foreignPersonTimes": "0 人次",
    });
  });

  it("reads what a fund that is not used says, and nothing of a template's instruction", () => {
    expect(
      valuesIn("# 八、政府性基金预算财政拨款收入支出决算情况说明\n样例局2024年度无政府性基金预算财政拨款收入和支出。"),
    ).toEqual({
      "governmentFund.isEmpty": "true",
    });
    expect(
      valuesIn(`# 八、政府性基金预算财政拨款收入支出决算情况说明
        无政府性基金预算财政拨款收入支出的部门，作下述说明：
        样例XX局2024年度无政府性基金预算财政拨款收入和支出。`),
    ).toEqual({});
  });

  it("reads performance, procurement and assets", () => {
    expect(
      valuesIn(`# 十、预算绩效管理情况
        编报绩效目标的2024年度项目39个，涉及预算金额4415.48万元；绩效自评的2024年度项目39个，涉及预算金额4415.48万元，平均得分99.33分（其中，绩效评级为“优”的项目39个；绩效评级为“不合格”的项目0个。绩效自评中共发现问题2个，已经完成整改的1个，正在整改的1个）。
        # 十一、其他重要事项的情况说明
        # （二）政府采购支出情况
        样例局2024年度政府采购金额（以合同签订为准）为2319.21万元，其中：货物采购金额122.43万元、工程采购金额1387.72万元、服务采购金额809.07万元。
        2024年度本部门面向中小企业预留政府采购项目预算金额225.10万元，面向小微企业预留政府采购项目预算金额164.87万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额225.10万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额0.00万元。
        # （三）国有资产占有使用情况说明
        截至2024年12月31日，样例局共有车辆3辆，其中：部级领导干部用车0辆、机要通信用车1辆、其他用车2辆。单价100万元（含）以上设备（不含车辆）2台（套）。`),
    ).toEqual({
      "performance.targets.projects": "39 个",
      "performance.targets.amount": "4415.48 万元",
      "performance.selfEvaluation.projects": "39 个",
      "performance.selfEvaluation.amount": "4415.48 万元",
      "performance.selfEvaluation.averageScore": "99.33 分",
      "performance.selfEvaluation.grades.excellent": "39 个",
      "performance.selfEvaluation.grades.unqualified": "0 个",
      "performance.selfEvaluation.problemsFound": "2 个",
      "performance.selfEvaluation.rectified": "1 个",
      "performance.selfEvaluation.rectifying": "1 个",
      "procurement.total": "2319.21 万元",
      "procurement.goods": "122.43 万元",
      "procurement.works": "1387.72 万元",
      "procurement.services": "809.07 万元",
      "procurement.smeReservedBudget": "225.10 万元",
      "procurement.microReservedBudget": "164.87 万元",
      "procurement.smeReservedAwarded": "225.10 万元",
      "procurement.otherSmeAwarded": "0.00 万元",
      "assets.asOf": "2024-12-31",
      "assets.vehicles.total": "3 辆",
      "assets.vehicles.ministerialLeader": "0 辆",
      "assets.vehicles.confidentialCommunication": "1 辆",
      "assets.vehicles.other": "2 辆",
      "assets.equipmentOver1M": "2 台（套）",
    });
  });
});
