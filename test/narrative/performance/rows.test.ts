import { describe, expect, it } from "vitest";
import type { FlowItem, PerformanceTable } from "../../../src/model/index.js";
import { readPerformance } from "../../../src/narrative/index.js";
import { block, gridOf } from "../flow.js";

const tableOf = (...rows: readonly string[]): PerformanceTable | undefined => {
  const cells = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const grid: FlowItem = { type: "grid", grid: gridOf(cells) };
  return readPerformance([block("项目支出绩效自评表"), grid]).tables[0];
};

const HEADER = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分";
const FIRST = "产出指标 | 数量指标 | 项目数 | 2个 | 2个 | 50 | 50";

const indicatorsOf = (table: PerformanceTable | undefined) =>
  table?.indicators.map(({ level1, level2, name, target, score }) => [level1, level2, name, target?.raw, score]);

describe("the goal of a performance table", () => {
  it.each(["年度目标", "总体目标", "年度绩效目标", "总体绩效目标"])(
    "%s names the goal and does not stand over it",
    (label) => {
      const table = tableOf(`${label} | 提升服务水平 | < | < | < | < | <`, HEADER, FIRST);
      expect(table?.goals).toMatchObject([{ text: "提升服务水平", indicators: [] }]);
      expect(indicatorsOf(table)).toEqual([["产出指标", "数量指标", "项目数", "2个", "50"]]);
    },
  );

  it.each(["年度目标", "总体绩效目标"])("%s stands beside the columns of the goal", (label) => {
    const table = tableOf(
      `${label} | 预期目标 | < | 实际完成情况 | < | < | <`,
      "^ | 目标A | < | 完成A | < | < | <",
      HEADER,
      FIRST,
    );
    expect(table?.goals).toMatchObject([{ text: "目标A", outcome: "完成A" }]);
    expect(table?.indicators).toHaveLength(1);
  });

  it("is never an indicator, where the row of the goal is not there", () => {
    const table = tableOf("年度目标 | 预期目标 | < | 实际完成情况 | < | < | <", HEADER, FIRST);
    expect(table?.goals).toMatchObject([{ text: null }]);
    expect(table?.indicators).toHaveLength(1);
  });
});

describe("rows below the header of the indicators", () => {
  it("are indicators whatever their name is", () => {
    const names = ["预算数", "执行数", "基本支出", "项目支出", "填报时间", "合计", "年度目标完成情况"];
    const table = tableOf(
      HEADER,
      "产出指标 | 成本指标 | 预算数 | ≤50万元 | 48.5万元 | 10 | 10",
      ...names.map((name) => `^ | 成本指标 | ${name} | ≤50万元 | 48.5万元 | 10 | 9`),
      ...names.map((name) => `^ | ^ | ${name} | ≤50万元 | 48.5万元 | 10 | 8`),
      "总分 | < | < | < | < | 100 | 99.5",
    );
    expect(table?.indicators.map(({ name }) => name)).toEqual(["预算数", ...names, ...names]);
    expect(table).toMatchObject({ execution: null, filledOn: null, goals: [], totalScore: "99.5" });
  });

  it("are none where they say one thing, and name who filled the table in", () => {
    const table = tableOf(
      HEADER,
      FIRST,
      "总分 | < | < | < | < | 100 | 99.5",
      "自评等次 | < | < | 优 | < | < | <",
      "自评等级 | 优 | < | < | < | < | <",
      "填表人： | 张某 | 填报日期： | 2025年5月30日 | < | < | <",
    );
    expect(indicatorsOf(table)).toEqual([["产出指标", "数量指标", "项目数", "2个", "50"]]);
    expect(table).toMatchObject({ totalScore: "99.5", filledOn: "2025-05-30" });
  });

  it("are indicators with blank values too", () => {
    const table = tableOf(HEADER, "产出指标 | < | 项目数 |  |  |  | ", "满意度指标 | < | < | ≥90% | 92% | 10 | 10");
    expect(table?.indicators.map(({ name }) => name)).toEqual(["项目数", "满意度指标"]);
  });
});

describe("goals and money below the indicators", () => {
  it("are read as above them", () => {
    const table = tableOf(
      HEADER,
      FIRST,
      "项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
      "^ | 120.00 | 110.00 | 104.50 | 10 | 95.00% | 9.5",
      "总体目标 | 预期目标 | < | 实际完成情况 | < | < | <",
      "^ | 目标A | < | 完成A | < | < | <",
      "总分 | < | < | < | < | 100 | 99.5",
    );
    expect(table).toMatchObject({
      execution: { budget: "110.00", executed: "104.50", score: "9.5" },
      goals: [{ text: "目标A", outcome: "完成A" }],
      totalScore: "99.5",
    });
    expect(table?.indicators).toHaveLength(1);
  });
});

describe("the total score", () => {
  const MONEY = [
    "项目资金 |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 得分",
    "^ | 合计 | 120.00 | 110.00 | 104.50 | 10 | 9.5",
  ];

  it("is not the sum of the money", () => {
    const table = tableOf(...MONEY, HEADER, FIRST, "总分 | < | < | < | < | 100 | 99.5");
    expect(table).toMatchObject({
      totalScore: "99.5",
      execution: { label: "合计", budget: "110.00", executed: "104.50", score: "9.5" },
    });
    expect(tableOf(...MONEY, HEADER, FIRST)?.totalScore).toBeNull();
  });

  it("is the sum of the indicators only where no other total is printed", () => {
    const sum = "合计 | < | < | < | < | 90 | 89.5";
    expect(tableOf(HEADER, FIRST, sum, "总分 | < | < | < | < | 100 | 99.5")?.totalScore).toBe("99.5");
    expect(tableOf(HEADER, FIRST, sum)?.totalScore).toBe("89.5");
  });
});

describe("money behind its names", () => {
  it.each(["", "："])("is read with the names as “预算数%s”", (colon) => {
    const row = `项目资金（10分） | 预算数${colon} | 50.00 | 执行数${colon} | 48.50 | 执行率${colon} | 97.00%`;
    const table = tableOf(row, "^ | 其中：财政拨款 | 40.00 | 其中：财政拨款 | 38.50 | | ", HEADER, FIRST);
    expect(table?.execution).toEqual({
      label: null,
      budget: "50.00",
      executed: "48.50",
      ratePct: "97.00",
      weight: "10",
      score: null,
    });
  });

  it("may stand in a row with other fields", () => {
    const table = tableOf("主管部门 | 某局 | 预算数 | 50.00 | 执行数 | 48.50 | ", HEADER, FIRST);
    expect(table).toMatchObject({ department: "某局", execution: { budget: "50.00", executed: "48.50" } });
  });
});

describe("reasons", () => {
  const NOTED = `${HEADER} | 偏差原因分析`;

  it("are told once: a merged cell, and what the row of the reasons repeats", () => {
    const table = tableOf(
      NOTED,
      `${FIRST} | 样本偏少。`,
      "^ | 质量指标 | 合格率 | 100% | 90% | 20 | 18 | ^",
      "^ | 时效指标 | 及时率 | 100% | 90% | 20 | 18 | 进度偏慢",
      "^ | 成本指标 | 成本 | ≤5万元 | 6万元 | 20 | 18 | 价格上涨",
      "偏差原因分析 | < | < | 1.样本偏少。2.进度偏慢。 | < | < | < | <",
    );
    expect(table?.deviationReasons).toEqual(["1.样本偏少。", "2.进度偏慢。", "价格上涨"]);
  });

  it("are as many as there are cells that tell them", () => {
    const table = tableOf(NOTED, `${FIRST} | 样本偏少`, "^ | 质量指标 | 合格率 | 100% | 90% | 20 | 18 | 样本偏少");
    expect(table?.deviationReasons).toEqual(["样本偏少", "样本偏少"]);
  });
});
