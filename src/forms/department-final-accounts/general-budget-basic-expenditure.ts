import { defineForm } from "../definition.js";
import { BY_ECONOMIC_CLASS, titled } from "./shared-titles.js";

const BLOCKS = {
  "301": "personnel",
  "303": "personnel",
  "302": "public",
  "307": "public",
  "309": "public",
  "310": "public",
  "311": "public",
  "312": "public",
  "313": "public",
  "399": "public",
} as const;

/** 一般公共预算财政拨款基本支出决算(明细)表 (SPEC §2.6). Blocks by 部门预算支出经济分类 (财政部 2017). */
export default defineForm({
  id: "general-budget-basic-expenditure",
  family: "department-final-accounts",
  titles: [
    "一般公共预算财政拨款基本支出决算表",
    "一般公共预算财政拨款基本支出决算明细表",
    "一般公共预算基本支出决算表",
    "一般公共预算基本支出决算明细表",
    "基本支出决算表",
    "基本支出决算明细表",
  ],
  titlePatterns: [
    titled(`(?:一般公共预算)?(?:财政拨款)?基本支出(?:经济分类)?决算(?:情况|明细)?表${BY_ECONOMIC_CLASS}`),
    // Without 决算 and 财政拨款 it is the budget's.
    titled(`一般公共预算财政拨款基本支出(?:经济分类)?(?:情况|明细)?表${BY_ECONOMIC_CLASS}`),
  ],
  layout: "economic-blocks",
  unit: "万元",
  columns: [
    { key: "amount", path: [["决算数", "金额", "合计", "决算", "决算金额", "小计"]] },
    // Beside the amount where there is one block of all codes (Jiangsu, Beijing).
    { key: "personnel", optional: true, path: [["人员经费"]] },
    { key: "public", optional: true, path: [["公用经费", "日常公用经费"]] },
  ],
  blocks: BLOCKS,
  rows: [
    { key: "total", role: "total", labels: ["合计", "总计", "基本支出合计"] },
    {
      key: "personnelTotal",
      block: "personnel",
      role: "total",
      labels: ["人员经费合计", "人员经费小计", "人员经费支出合计"],
    },
    {
      key: "publicTotal",
      block: "public",
      role: "total",
      labels: ["公用经费合计", "公用经费小计", "公用经费支出合计", "日常公用经费合计"],
    },
  ],
  identities: [
    { kind: "columns", total: "amount", parts: ["personnel", "public"] },
    { kind: "total", columns: ["amount", "personnel", "public"] },
  ],
});
