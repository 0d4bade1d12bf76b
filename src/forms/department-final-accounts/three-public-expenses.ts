import { type ColumnDefinition, defineForm, type RowDefinition } from "../definition.js";
import { titled } from "./shared-titles.js";

/** The six items, in the order of the form; the list layout prints them as rows. */
const ITEMS: readonly { key: string; texts: readonly (readonly string[])[]; labels: readonly string[] }[] = [
  {
    key: "total",
    texts: [["合计", "“三公”经费合计", "三公经费合计", "小计"]],
    labels: [
      "合计",
      "“三公”经费合计",
      "“三公”经费支出",
      "“三公”经费",
      "“三公”经费支出合计",
      "财政拨款“三公”经费",
      "支出合计",
    ],
  },
  {
    key: "abroad",
    texts: [["因公出国（境）费", "因公出国（境）费用", "因公出国（境）支出", "因公出国（境）"]],
    labels: ["因公出国（境）费", "因公出国（境）费用", "因公出国（境）支出"],
  },
  {
    key: "vehicleSubtotal",
    texts: [
      [
        "公务用车购置及运行维护费",
        "公务用车购置及运行费",
        "公务用车购置和运行维护费",
        "公务用车购置及运行维护支出",
        "公务用车购置及运行",
        "公务用车费",
      ],
      ["小计", "合计"],
    ],
    labels: [
      "公务用车购置及运行维护费",
      "公务用车购置及运行费",
      "公务用车购置和运行维护费",
      "公务用车购置及运行维护费小计",
      "公务用车购置及运行维护支出",
    ],
  },
  {
    key: "vehiclePurchase",
    texts: [["公务用车购置费", "公务用车购置", "公务用车购置支出"]],
    labels: ["公务用车购置费", "公务用车购置", "公务用车购置支出"],
  },
  {
    key: "vehicleOperation",
    texts: [["公务用车运行维护费", "公务用车运行费", "公务用车运行维护支出", "公务用车运行维护"]],
    labels: ["公务用车运行维护费", "公务用车运行费", "公务用车运行维护支出"],
  },
  { key: "reception", texts: [["公务接待费", "公务接待支出", "公务接待"]], labels: ["公务接待费", "公务接待支出"] },
];

const texts = (all: string) => all.split(" ");

/** 预算数 is the opening budget in Shanghai and the adjusted one in Wuhan (SPEC §0.9): the printed header tells. */
const PHASES: readonly { key: string; texts: readonly string[] }[] = [
  {
    key: "budget",
    texts: texts(
      "预算数 全年预算数 年初预算数 预算 调整预算数 本年预算数 本年度预算数 {year}年预算数 {year}年度预算数 {year}年预算 {year}年全年预算数 {year}年年初预算数 {year}年度全年预算数 {year}年度年初预算数",
    ),
  },
  {
    key: "final",
    texts: texts(
      "决算数 支出决算数 决算 决算统计数 支出数 本年决算数 本年度决算数 {year}年决算数 {year}年度决算数 {year}年决算 {year}年支出决算数 {year}年度支出决算数 {year}年度决算",
    ),
  },
];

const columns: readonly ColumnDefinition[] = PHASES.flatMap((phase) =>
  ITEMS.map((item) => ({
    key: `${phase.key}.${item.key}`,
    path: [phase.texts, ...item.texts],
    // Beside the opening budget the adjusted one counts.
    ...(phase.key === "budget" ? { under: ["全年预算数", "调整预算数"] } : {}),
  })),
);
const rows: readonly RowDefinition[] = ITEMS.map((item) => ({ key: item.key, labels: item.labels }));

/** What some regions tell in the same form. */
const BESIDE = "(?:会议费|培训费|(?:行政、?参公单位)?机关运行经费)(?:支出)?";

/** 财政拨款“三公”经费支出决算表 (SPEC §2.9) */
export default defineForm({
  id: "three-public-expenses",
  family: "department-final-accounts",
  titles: [
    "财政拨款“三公”经费支出决算表",
    "一般公共预算财政拨款“三公”经费支出决算表",
    "“三公”经费支出决算表",
    "一般公共预算“三公”经费支出决算表",
    "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表",
    "“三公”经费公共预算财政拨款支出决算表",
    "财政拨款“三公”经费决算表",
    "“三公”经费决算表",
  ],
  titlePatterns: [
    titled(
      `(?:一般公共预算|公共预算)?(?:财政拨款)?(?:安排的)?三公经费(?:[、及和]${BESIDE})*(?:(?:公共预算)?财政拨款)?(?:支出)?(?:决算)?(?:情况|明细)?表`,
    ),
  ],
  layout: "single-row",
  unit: "万元",
  columns,
  rows,
});
