import { codeOfItem } from "./codes.js";
import type { FactContext } from "./ledger.js";
import { type LabelFact, measures, mention, type Subject } from "./section-facts.js";
import { AMOUNT, type Template } from "./template.js";

const NAME = '[^\\d,;。:()"\\n](?:[^\\d,;。:()"\\n]|\\([^类款项()]{1,12}\\)){0,50}?';

/** `1.`, `(1)`, `(一)` in front of an item. */
const NUMBERED = "(?:(?<no>\\d{1,3})[.、]|\\((?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\)[.、]?)?";

/** `1、教育支出(类)普通教育(款)学前教育(项)`, quoted or not, class in front or said by the sub-heading above. */
const HEAD = `(?<=\\n|^|[;。:])\\s*${NUMBERED}"?(?:(?<cls>${NAME})\\(类\\)(?:支出)?)?(?<sec>${NAME})\\(款\\)(?<item>${NAME})\\(项\\)"?(?:支出)?`;

/** What is said of one 项: budget, final, completion; in budgets also last year's execution. */
const ITEM_MEASURES = measures(
  "年初预算(?:数|安排)?(?:数)?(?:为|是)?{.openingBudget:amt}",
  "(?:全年|调整|调整后)预算(?:数)?(?:为|是)?{.fullYearBudget:amt}",
  "(?:支出)?决算(?:数)?(?:为|是)?{.final:amt}",
  "完成年初预算(?:数)?的?{.completionPct:pct}",
  "完成(?:全年|调整|调整后)?预算(?:数)?的?{.completionPct:pct}",
  "^[,。:]?(?:20\\d\\d年度?)?预算(?:数)?(?:为)?{.budget:amt}",
  "(?:20\\d\\d年)?(?:当年)?预算执行数(?:为)?{.priorExecution:amt}",
  "预算安排(?:为)?{.budget:amt}",
);

/** The amount behind an item's name is its budget's in a budget, its final elsewhere. */
const BEHIND_NAME = "^[,。:]?(?:支出)?(?:为)?";
const IN_BUDGETS = [...measures(`${BEHIND_NAME}{.amount:amt}`), ...ITEM_MEASURES];
const IN_ACCOUNTS = [...measures(`${BEHIND_NAME}{.final:amt}`), ...ITEM_MEASURES];
const itemMeasures = ({ kind }: FactContext): readonly Template[] => (kind === "budget" ? IN_BUDGETS : IN_ACCOUNTS);

/** Every 项 of a list; its path carries its position, because printed numbers repeat (SPEC §1.2). */
export function itemSubject(root: string): Subject {
  return {
    path: (_, index) => `${root}[${index + 1}]`,
    counter: root,
    mention: mention(HEAD),
    measures: itemMeasures,
    compared: [".final", ".amount", ".budget"],
    labels: (match) => {
      const { cls, sec, item } = match.groups ?? {};
      const code = sec === undefined || item === undefined ? null : codeOfItem(cls ?? null, sec, item);
      const labels: LabelFact[] = [
        { suffix: ".label", group: "item" },
        { suffix: ".sectionLabel", group: "sec" },
      ];
      if (cls !== undefined) labels.push({ suffix: ".classLabel", group: "cls" });
      if (code !== null) labels.push({ suffix: ".code", group: "item", value: code });
      return labels;
    },
  };
}

/** Every 项 of a list that tells it by its code: `2010301-行政运行426.10万元`, `1.2050101行政运行。年初预算为…`. */
export function codedItemSubject(root: string): Subject {
  return {
    path: (_, index) => `${root}[${index + 1}]`,
    counter: root,
    mention: mention(
      `(?<=\\n|^|[;。:])\\s*${NUMBERED}(?<code>[12]\\d{6})[-—.、:]*(?<item>${NAME})(?:\\(项\\))?(?=[,。:]?(?:\\n?(?:年初)?预算|(?:支出)?(?:为)?${AMOUNT}))`,
    ),
    measures: itemMeasures,
    compared: [".final", ".amount", ".budget"],
    labels: () => [
      { suffix: ".label", group: "item" },
      { suffix: ".code", group: "code" },
    ],
  };
}
