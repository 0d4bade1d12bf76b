import type { ColumnDefinition } from "../definition.js";

/** 年初 + 收入 = 支出 + 年末: the columns of the government fund and the state capital forms (SPEC §2.7, §2.8). */
export const balanceColumns: readonly ColumnDefinition[] = [
  { key: "openingBalance", path: [["年初结转和结余", "上年结转和结余", "年初财政拨款结转和结余", "上年结转"]] },
  { key: "income", path: [["本年收入"]] },
  { key: "expenditureTotal", path: [["小计", "合计", "本年支出合计", "本年支出"]] },
  { key: "expenditureBasic", path: [["基本支出"]] },
  { key: "expenditureProject", path: [["项目支出"]] },
  { key: "closingBalance", path: [["年末结转和结余", "年末财政拨款结转和结余", "结转下年"]] },
];
