/**
 * What the sections of a disclosure are called, region by region, as data: a new phrasing is a new line here.
 *
 * Patterns are compared with a whole heading key (`key.ts`: no ordinal, year, entity, quotes, 的, remarks).
 * The first that matches decides; ordinals never do (SPEC §1.1).
 */
export interface SectionAlias {
  readonly id: string;
  readonly pattern: RegExp;
  /** Levels of the printed enumerator at which this heading counts; all when left out. null = without enumerator. */
  readonly levels?: readonly (0 | 1 | 2 | 3 | null)[];
  /** A part of the document (level 0), whatever its enumerator. */
  readonly part?: true;
  /** Only inside one of these sections. */
  readonly within?: readonly string[];
}

const PLAN = "(?:决算|预算|执行|收支)*";
const TOLD = "(?:情况|安排情况|安排)?(?:说明|解释说明|分析)?";
const TELLS = "(?:(?:安排|设置|使用|执行|管理)?情况(?:说明|分析)?|说明)";

/** General-budget spending, as a sub-section of its own section says it: the section has said of which budget. */
const SPENDING = "(?:一般公共预算)?(?:财政|当年)*(?:拨款)?(?:支出|收入支出)*";

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, "u");

export const SECTION_ALIASES: readonly SectionAlias[] = [
  // Parts.
  { id: "part-1-overview-of-unit", pattern: whole(".*概况"), part: true, levels: [0, null] },
  { id: "part-1-overview-of-unit", pattern: whole("(?:部门|单位)(?:基本)?(?:概况|情况)"), part: true, levels: [1] },
  { id: "part-1-overview-of-unit", pattern: whole("(?:部门|单位)?基本情况"), part: true, levels: [0] },
  {
    id: "part-2-forms",
    pattern: whole(`.*(?:部门|单位|财政)${PLAN}(?:公开)?(?:报表|表|附表)|附表|${PLAN}(?:公开)?报?表`),
    part: true,
    levels: [0, 1, null],
  },
  {
    id: "part-3-narrative",
    pattern: whole(`.*(?:部门|单位|省级|市级|区级|县级|有关)?(?:决算|预算)(?:公开)?(?:有关)?(?:${TELLS}|分析)`),
    part: true,
    levels: [0],
  },
  { id: "part-3-narrative", pattern: whole(`(?:部门|单位)(?:决算|预算)${TELLS}`), part: true, levels: [1, null] },
  { id: "part-4-glossary", pattern: whole("(?:专业性?|相关)?(?:名词|术语)解释"), part: true },
  {
    id: "key-work",
    pattern: whole(".*(?:重点|主要)工作(?:任务)?(?:完成|开展|及目标|目标)*(?:情况)?(?:说明)?"),
    part: true,
    levels: [0, 1, null],
  },
  { id: "annex", pattern: whole("附件[一二三四五六七八九十\\d]*"), part: true, levels: [0, null] },
  {
    id: "performance-report",
    pattern: whole(".*绩效(?:评价|自评)(?:结果)?(?:报告|表)"),
    levels: [1, 2],
    within: ["annex"],
  },
  { id: "performance-report", pattern: whole(".*绩效(?:评价|自评)(?:结果)?报告"), levels: [null] },

  // Part one.
  { id: "unit-functions", pattern: whole("(?:部门|单位)?(?:主要)?(?:职能|职责|工作职责|职能职责)(?:情况)?") },
  { id: "unit-functions", pattern: whole(".{2,30}主要(?:职能|职责)"), levels: [null] },
  {
    id: "unit-structure",
    pattern: whole(
      "(?:部门|单位)?(?:决算|预算)?(?:机构|单位)(?:设置|构成|组成|编制|情况)+(?:[及和](?:部门|人员|单位|预算|决算|编制|构成|设置|情况)+)?",
    ),
  },
  { id: "unit-structure", pattern: whole(".{2,30}机构设置"), levels: [null] },
  { id: "unit-staff", pattern: whole("(?:部门|单位)?(?:人员|人员编制|编制)(?:构成)?情况") },

  // The narrative.
  {
    id: "overview",
    pattern: whole(`(?:部门|单位)?(?:收入支出|收支|收入、支出|收、支)${PLAN}(?:总体|总)?${TELLS}`),
  },
  { id: "income", pattern: whole("收入"), levels: [2], within: ["overview"] },
  { id: "expenditure", pattern: whole("支出"), levels: [2], within: ["overview"] },
  { id: "income", pattern: whole(`(?:部门|单位)?收入${PLAN}(?:总体|总)?${TELLS}`) },
  { id: "expenditure", pattern: whole(`(?:部门|单位)?支出${PLAN}(?:总体|总)?${TELLS}`) },
  {
    id: "general-budget.overall",
    pattern: whole(`${SPENDING}${PLAN}(?:总体|规模变化)${TELLS}`),
    within: ["general-budget"],
  },
  {
    id: "general-budget.structure",
    pattern: whole(`${SPENDING}${PLAN}结构${TELLS}`),
    within: ["general-budget"],
  },
  {
    id: "general-budget.detail",
    pattern: whole(`${SPENDING}${PLAN}(?:具体|使用)(?:使用)?${TELLS}`),
    within: ["general-budget"],
  },
  {
    id: "fiscal-appropriation",
    pattern: whole(`财政拨款(?:收入支出|收支|收入、支出|收、支)${PLAN}(?:总体|总)?${TELLS}`),
  },
  { id: "fiscal-appropriation-basic", pattern: whole(`财政拨款基本支出${PLAN}(?:总体)?${TELLS}`) },
  { id: "fiscal-appropriation-expenditure", pattern: whole(`财政拨款支出${PLAN}(?:总体)?${TELLS}`) },
  {
    id: "general-budget-basic",
    pattern: whole(`一般公共预算(?:财政|当年)*(?:拨款)?基本支出${PLAN}(?:总体|具体)?${TELLS}`),
  },
  {
    id: "general-budget",
    pattern: whole(`一般公共预算(?:财政|当年)*(?:拨款)?(?:支出|收入支出|收支)*${PLAN}(?:总体|具体)?${TELLS}`),
  },
  {
    id: "government-fund",
    pattern: whole(
      `政府性基金(?:预算)?(?:财政|当年)*(?:拨款)?(?:收入支出|收支|支出|收入)*${PLAN}(?:总体|具体)?${TELLS}`,
    ),
  },
  {
    id: "state-capital",
    pattern: whole(
      `国有资本经营(?:预算)?(?:财政|当年)*(?:拨款)?(?:收入支出|收支|支出|收入)*${PLAN}(?:总体|具体)?${TELLS}`,
    ),
  },
  { id: "three-public.overall", pattern: whole("总体情况(?:说明)?"), within: ["three-public"], levels: [2, 3] },
  { id: "three-public.detail", pattern: whole("具体情况(?:说明)?"), within: ["three-public"], levels: [2, 3] },
  { id: "three-public.overall", pattern: whole(".*三公经费.*总体.*"), within: ["three-public"], levels: [2, 3] },
  { id: "three-public.detail", pattern: whole(".*三公经费.*具体.*"), within: ["three-public"], levels: [2, 3] },
  { id: "three-public", pattern: whole(`.{0,16}三公经费.{0,20}?${TELLS}`) },
  { id: "performance.work", pattern: whole("预算?绩效管理工作(?:开展)?情况"), within: ["performance"] },
  { id: "performance.department", pattern: whole("部门整体(?:支出)?.*(?:自评|评价).*"), within: ["performance"] },
  { id: "performance.projects", pattern: whole("项目(?:支出)?.*(?:自评|评价).*"), within: ["performance"] },
  { id: "performance.application", pattern: whole(".*绩效.*(?:评价|自评)结果应用.*"), within: ["performance"] },
  {
    id: "performance",
    pattern: whole(
      `(?:部门|单位)?(?:预算)?绩效(?:预算|目标|管理|评价|自评|工作)*(?:结果|开展|设置|管理|工作)*${TELLS}`,
    ),
    levels: [1, 2, null],
  },
  {
    id: "agency-operation",
    pattern: whole(`(?:部门|单位|一般公共预算)?机关运行经费(?:支出)?${PLAN}${TOLD}`),
    levels: [1, 2],
  },
  { id: "agency-operation", pattern: whole(`.{0,12}(?:机关|行政)运行经费(?:支出)?${PLAN}${TELLS}`) },
  { id: "procurement", pattern: whole(`政府采购(?:支出)?${PLAN}(?:支出)?${TOLD}`), levels: [1, 2] },
  { id: "procurement", pattern: whole(`政府采购(?:支出)?${PLAN}(?:支出)?${TELLS}`), levels: [3] },
  { id: "assets", pattern: whole("国有资产(?:占有|占用|使用|购置|及)*(?:情况)?(?:说明)?"), levels: [1, 2] },
  { id: "assets", pattern: whole("国有资产(?:占有|占用|使用|购置|及)*情况(?:说明)?"), levels: [3] },
  {
    id: "meeting-and-training",
    pattern: whole(
      `(?:财政拨款|一般公共预算)*(?:会议费|培训费)(?:[、和及](?:会议费|培训费))?(?:支出)?${PLAN}(?:支出)?${TELLS}|一般性支出${TELLS}`,
    ),
  },
  {
    id: "other-matters",
    pattern: whole("其[他它](?:重要|相关|有关)?(?:事项|情况)(?:情况)?(?:说明|解释说明)?"),
  },
  { id: "budget-statement", pattern: whole("(?:部门|单位)?预算编制(?:情况)?说明") },
  { id: "project-statements", pattern: whole("(?:部门|单位)?(?:项目经费|项目支出|专项经费)情况说明") },
];
