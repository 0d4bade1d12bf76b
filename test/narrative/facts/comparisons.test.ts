import { describe, expect, it } from "vitest";
import { findComparisons } from "../../../src/narrative/facts/comparisons.js";
import { normalForm } from "../../../src/narrative/normal.js";

const compare = (text: string, kind: "final-accounts" | "budget" = "final-accounts") =>
  findComparisons(normalForm(text).text, { fiscalYear: 2024, entity: null, kind }, () => false).map(({ comparison }) =>
    [comparison.basis, comparison.year, comparison.direction, comparison.delta, comparison.pct].join(" "),
  );

describe("comparisons", () => {
  it.each([
    ["与2023年度相比，收入支出总计增加1062.85万元，增长12.08%", "priorYearFinal 2023 increase 1062.85 12.08"],
    ["比2023年度决算数增加11,967.81万元", "priorYearFinal 2023 increase 11967.81 "],
    ["较上年减少2.59万元，下降16.95%", "priorYearFinal 2023 decrease 2.59 16.95"],
    ["较上年度减少5万元，降低33.3%", "priorYearFinal 2023 decrease 5 33.3"],
    ["同比增长58.65%", "priorYearFinal 2023 increase  58.65"],
    ["支出与上一年度持平", "priorYearFinal 2023 flat  "],
    ["比年初预算数减少207.84万元，降低6.1%", "openingBudget 2024 decrease 207.84 6.1"],
    ["比2023年预算减少876.75万元", "priorYearBudget 2023 decrease 876.75 "],
    ["比2023年预算执行数减少57.14%", "priorYearExecution 2023 decrease  57.14"],
    ["比年初预算少1.37亿元", "openingBudget 2024 decrease 1.37 "],
    ["与上年相比增加16.19万元，增长（下降）2.11%", "priorYearFinal 2023 increase 16.19 2.11"],
  ])("%s", (text, expected) => {
    expect(compare(`经费${text}。`)).toEqual([expected]);
  });

  it("takes 上年 in a budget for last year's budget", () => {
    expect(compare("与上年相比增加10万元", "budget")).toEqual(["priorYearBudget 2023 increase 10 "]);
  });

  it("gives a movement without a basis the last one before it", () => {
    expect(compare("决算数比2023年度减少0.15万元，其中：接待费支出决算减少0.15万元，下降27.78%")).toEqual([
      "priorYearFinal 2023 decrease 0.15 ",
      "priorYearFinal 2023 decrease 0.15 27.78",
    ]);
  });

  it("finds none without a basis, nor where the final equals the budget", () => {
    expect(compare("增加10万元")).toEqual([]);
    expect(compare("决算数与预算数持平")).toEqual([]);
    expect(compare("2024年度支出10万元，增加额另行说明")).toEqual([]);
  });
});
