import { describe, expect, it } from "vitest";
import type { NarrativeContext } from "../../../src/narrative/index.js";
import { factsIn, valuesIn } from "../flow.js";

const INCOME = "二、收入决算情况说明";
const EXPENDITURE = "三、支出决算情况说明";
const GENERAL = "五、一般公共预算财政拨款支出决算情况说明";
const THREE_PUBLIC = "七、财政拨款“三公”经费支出决算情况说明";
const FUND = "八、政府性基金预算财政拨款收入支出决算情况说明";
const OPERATION = "十、机关运行经费支出说明";
const ASSETS = "十二、国有资产占有使用情况说明";

/** Values by path, what no pattern explains left out. */
const read = (heading: string, text: string, context: NarrativeContext = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(valuesIn(`# ${heading}\n${text}`, context)).filter(
      ([path]) => !/\.mentions\[|\.(?:label|sectionLabel|classLabel|code)$/u.test(path),
    ),
  );

describe("another year's figure", () => {
  it.each([
    [INCOME, "2023年度收入800.00万元，2024年度收入900.00万元。", { "income.total": "900.00 万元" }],
    [INCOME, "2023年，本部门收入合计800万元；2024年，本部门收入合计900万元。", { "income.total": "900 万元" }],
    [INCOME, "收入合计（2023年度800万元）900万元。", {}],
    [EXPENDITURE, "2023年度支出850万元，2024年度支出900万元。", { "expenditure.total": "900 万元" }],
    [
      EXPENDITURE,
      "支出合计900万元。基本支出较2023年度支出580万元增加20万元。",
      {
        "expenditure.total": "900 万元",
        "expenditure.components[basic].priorAmount": "580 万元",
        "expenditure.components[basic].comparison.direction": "increase",
        "expenditure.components[basic].comparison.delta": "20 万元",
      },
    ],
    [
      EXPENDITURE,
      "2023年度项目支出300万元，2024年度项目支出350万元。",
      { "expenditure.components[project].amount": "350 万元" },
    ],
    [THREE_PUBLIC, "公务接待费2023年度决算7万元，2024年度决算4万元。", { "threePublic.reception.final": "4 万元" }],
    [
      THREE_PUBLIC,
      "2023年公务接待10批次，60人次；2024年公务接待8批次，50人次。",
      { "threePublic.reception.batches": "8 批次", "threePublic.reception.personTimes": "50 人次" },
    ],
    [
      "一、收入支出决算总体情况说明",
      "2023年度收入总计800万元，支出总计850万元；2024年度收入总计900万元，支出总计950万元。",
      { "overview.income.total": "900 万元", "overview.expenditure.total": "950 万元" },
    ],
    [FUND, "政府性基金预算财政拨款上年收入90万元，本年收入100万元。", { "governmentFund.income": "100 万元" }],
    [INCOME, "收入合计由2023年的800万元增加到2024年的900万元。", {}],
    [THREE_PUBLIC, "上年因公出国（境）3个团组、7人次。", {}],
    [
      OPERATION,
      "机关运行经费年初预算100万元，2023年度决算90万元，2024年度支出95万元。",
      { "agencyOperation.openingBudget": "100 万元", "agencyOperation.amount": "95 万元" },
    ],
  ])("is not this year's: %s %s", (heading, text, expected) => {
    expect(read(heading, text)).toEqual(expected);
  });

  it("is the earlier of two where the document's year is unknown", () => {
    const unknown = { fiscalYear: null };
    expect(read(INCOME, "2023年度收入800万元，2024年度收入900万元。", unknown)).toEqual({ "income.total": "900 万元" });
    expect(read(INCOME, "2023年度收入800万元。", unknown)).toEqual({ "income.total": "800 万元" });
  });

  it("stays, told of its own year, where no pattern explains it", () => {
    const amount = factsIn(`# ${INCOME}\n2023年度收入800万元。`).get("income.mentions[1].amount");
    expect(amount).toMatchObject({ value: "800", period: "2023" });
  });

  it("is none where the year dates a day or a balance brought forward", () => {
    expect(read(ASSETS, "截至2023年底，本部门共有车辆20辆。")).toEqual({ "assets.vehicles.total": "20 辆" });
    expect(read(FUND, "政府性基金预算财政拨款上年结转后本年收入100万元。")).toEqual({
      "governmentFund.income": "100 万元",
    });
  });
});

describe("a part's figure", () => {
  it.each([
    [
      OPERATION,
      "机关运行经费支出110万元，完成预算的95%，比年初预算减少5.8万元。其中：办公费预算30万元，决算25万元。",
      {
        "agencyOperation.amount": "110 万元",
        "agencyOperation.completionPct": "95 %",
        "agencyOperation.comparison.direction": "decrease",
        "agencyOperation.comparison.delta": "5.8 万元",
      },
    ],
    [
      OPERATION,
      "机关运行经费支出110万元，较2023年决算数125.5万元减少15.5万元。其中：会议费预算5万元、决算4万元。",
      {
        "agencyOperation.amount": "110 万元",
        "agencyOperation.priorAmount": "125.5 万元",
        "agencyOperation.comparison.direction": "decrease",
        "agencyOperation.comparison.delta": "15.5 万元",
      },
    ],
    [OPERATION, "2024年度机关运行经费预算100万元。", { "agencyOperation.openingBudget": "100 万元" }],
    [OPERATION, "本部门无机关运行经费预算，日常公用经费决算110万元。", { "agencyOperation.isEmpty": "true" }],
    [
      ASSETS,
      "本部门共有车辆20辆，其中应急保障用车3辆。本部门下属事业单位共有公务用车5辆，其中轿车3辆。",
      { "assets.vehicles.total": "20 辆", "assets.vehicles.emergency": "3 辆" },
    ],
    [
      INCOME,
      "财政拨款收入800万元（其中政府性基金预算财政拨款100万元），占88.89%；事业收入100万元，占11.11%。",
      {
        "income.components[fiscalAppropriation].amount": "800 万元",
        "income.components[fiscalAppropriation].share": "88.89 %",
        "income.components[governmentFund].amount": "100 万元",
        "income.components[businessIncome].amount": "100 万元",
        "income.components[businessIncome].share": "11.11 %",
      },
    ],
    [
      INCOME,
      "财政拨款收入800万元（其中：一般公共预算财政拨款收入700万元、政府性基金预算财政拨款100万元），占88.89%。",
      {
        "income.components[fiscalAppropriation].amount": "800 万元",
        "income.components[fiscalAppropriation].share": "88.89 %",
        "income.components[generalPublicBudget].amount": "700 万元",
        "income.components[governmentFund].amount": "100 万元",
      },
    ],
    [
      EXPENDITURE,
      "基本支出600.00万元，占63.16%，其中人员经费500万元，占基本支出83.33%，公用经费100万元，占基本支出16.67%；项目支出350万元，占36.84%。",
      {
        "expenditure.components[basic].amount": "600.00 万元",
        "expenditure.components[basic].share": "63.16 %",
        "expenditure.components[人员经费].amount": "500 万元",
        "expenditure.components[人员经费].shareOfBasic": "83.33 %",
        "expenditure.components[公用经费].amount": "100 万元",
        "expenditure.components[公用经费].shareOfBasic": "16.67 %",
        "expenditure.components[project].amount": "350 万元",
        "expenditure.components[project].share": "36.84 %",
      },
    ],
    [
      GENERAL,
      "社会保障和就业支出200万元，占25%。其中：社会保险补助支出20万元，较上年增加5万元，增长33%。",
      { "generalBudget.structure[208].amount": "200 万元", "generalBudget.structure[208].share": "25 %" },
    ],
    [
      GENERAL,
      "一般公共预算财政拨款支出820万元，其中：基本支出600万元，比上年增加20万元。",
      { "generalBudget.overall.amount": "820 万元" },
    ],
    [
      GENERAL,
      "教育（类）支出500万元，其中：小学教育支出300万元，占60%。",
      { "generalBudget.structure[205].amount": "500 万元" },
    ],
    [
      THREE_PUBLIC,
      "公务接待费5万元，占年初预算的90.9%，其中外宾接待占20%。",
      { "threePublic.reception.amount": "5 万元", "threePublic.reception.completionPct": "90.9 %" },
    ],
  ])("is not the whole's: %s %s", (heading, text, expected) => {
    expect(read(heading, text)).toEqual(expected);
  });
});

describe("lists", () => {
  it("number items with and without a code together", () => {
    const items = read(
      GENERAL,
      "1.一般公共服务支出（类）人大事务（款）行政运行（项）。支出决算为320万元。\n2.2010302一般行政管理事务。年初预算为100万元，支出决算为180万元，完成年初预算的180%。\n3.一般公共服务支出（类）人大事务（款）机关服务（项）。支出决算为20万元。",
    );
    expect(items).toEqual({
      "generalBudget.detail.items[1].final": "320 万元",
      "generalBudget.detail.items[2].openingBudget": "100 万元",
      "generalBudget.detail.items[2].final": "180 万元",
      "generalBudget.detail.items[2].completionPct": "180 %",
      "generalBudget.detail.items[3].final": "20 万元",
    });
  });

  it("goes on to the year's spending in the next sentence", () => {
    const text = "政府性基金预算财政拨款本年收入100万元，与上年相比增加20万元。本年支出110万元，与上年相比增加30万元。";
    expect(read(FUND, text)).toEqual({
      "governmentFund.income": "100 万元",
      "governmentFund.income.comparison.direction": "increase",
      "governmentFund.income.comparison.delta": "20 万元",
      "governmentFund.expenditureTotal": "110 万元",
      "governmentFund.comparison.direction": "increase",
      "governmentFund.comparison.delta": "30 万元",
    });
  });
});
