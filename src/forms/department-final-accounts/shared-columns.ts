import type { ColumnDefinition } from "../definition.js";

/** Where 小计, 基本支出 and 项目支出 stand that are meant: some layouts print them under 年初, 本年收入 or 预算数 as well. */
export const OF_EXPENDITURE: readonly string[] = [
  ..."本年支出 本年支出合计 决算数 支出决算数 本年决算数 本年度决算数 决算 全年决算数 实际支出数 支出数 执行数".split(
    " ",
  ),
  ..."{year}年决算数 {year}年度决算数 {year}年支出决算数 {year}年度支出决算数 {year}年决算 {year}年度决算".split(" "),
];

/** 年初 + 收入 = 支出 + 年末: the columns of the government fund and the state capital forms (SPEC §2.7, §2.8). */
export const balanceColumns: readonly ColumnDefinition[] = [
  { key: "openingBalance", path: [["年初结转和结余", "上年结转和结余", "年初财政拨款结转和结余", "上年结转"]] },
  { key: "income", path: [["本年收入"]] },
  { key: "expenditureTotal", path: [["小计", "合计", "本年支出合计", "本年支出"]], under: OF_EXPENDITURE },
  { key: "expenditureBasic", path: [["基本支出"]], under: OF_EXPENDITURE },
  { key: "expenditureProject", path: [["项目支出"]], under: OF_EXPENDITURE },
  { key: "closingBalance", path: [["年末结转和结余", "年末财政拨款结转和结余", "结转下年"]] },
];
