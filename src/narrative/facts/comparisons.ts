import type { Comparison } from "../../model/index.js";
import type { FactContext, Span } from "./ledger.js";
import { AMOUNT_UNIT, NUMBER } from "./template.js";

/** A comparison found in a text. */
export interface FoundComparison {
  readonly comparison: Comparison;
  readonly delta: { readonly value: string; readonly unit: string; readonly at: Span } | null;
  readonly pct: { readonly value: string; readonly unit: string | null; readonly at: Span } | null;
  /** An amount printed with the basis: 与2023年度82,004.19万元相比. */
  readonly prior: { readonly value: string; readonly unit: string; readonly at: Span } | null;
  /** Where the movement (增加…) stands: its subject is the one before it. */
  readonly move: Span;
  readonly quote: Span;
}

const UP = "增加|增长|上升|提高|增|多";
const DOWN = "减少|下降|降低|减|少";
/** 增加（减少）, 下降（增长）: leftovers of the official template; the word before the bracket counts. */
const LEFTOVER = "(?:\\((?:增加|减少|增长|下降|降低|上升|提高)\\))?";

/** SPEC §4 BASE. */
const BASE = new RegExp(
  '(?:(?:与|比|较|同|和|相较于?)?(?<year>20\\d\\d)年度?(?:同期|当年)?(?:"?三公"?经费)?(?:财政拨款)?(?:支出)?(?<what>预算执行数?|年初预算数?|预算数?|决算数?|执行数?)?' +
    `(?<prior>(?<priorValue>${NUMBER})(?<priorUnit>${AMOUNT_UNIT}))?(?:相比较?|相较|比较)?` +
    "|(?:与|比|较|同|和)?(?:上年度?|上一年度?|上一度|去年|上年同期)(?<last>预算执行数?|预算数?|决算数?|执行数?|同期数?|支出数)?(?:相比较?|相较|比较)?" +
    "|(?<same>同比|环比)" +
    `|(?:与|比|较|同|和)(?<budget>年初|全年|调整|调整后)?(?:部门)?(?<own>预算)数?(?<ownPrior>(?<ownPriorValue>${NUMBER})(?<ownPriorUnit>${AMOUNT_UNIT}))?(?:相比较?|相较|比较)?)`,
  "dgu",
);

/** What moved and by how much. */
const MOVE = new RegExp(
  `(?:(?<word>${UP}|${DOWN})(?:额)?(?:了)?${LEFTOVER}(?:金额|额)?(?:为)?(?<delta>${NUMBER})(?<unit>${AMOUNT_UNIT})` +
    `(?:[,、;(]?(?:同比|比重|幅度为?)?(?<pctWord>${UP}|${DOWN}|[增减降升]幅)(?:了)?${LEFTOVER}(?:幅度为?)?(?<pct>${NUMBER})(?<sign>%|(?=[。,;)\\n]|$)))?` +
    `|(?<onlyWord>增长|下降|降低|上升|提高|增加|减少)(?:了)?${LEFTOVER}(?<onlyPct>${NUMBER})(?<onlySign>%)(?:,(?:增加|减少)(?:了)?(?<lateDelta>${NUMBER})(?<lateUnit>${AMOUNT_UNIT}))?` +
    "|(?<flat>(?:基本|大致)?(?:持平|一致|无变化|没有变化)))",
  "dgu",
);

/** Between basis and movement: the subject said again, no figure and no new sentence. */
const MAX_GAP = 60;
/** How far a basis reaches to movements without one (其中:… each item), and over how many paragraph ends. */
const MAX_REACH = 400;
const MAX_PARAGRAPHS = 1;

const clean = (number: string): string => number.replaceAll(",", "");
const direction = (word: string): "increase" | "decrease" =>
  new RegExp(`^(?:${UP})`, "u").test(word) ? "increase" : "decrease";

interface Basis {
  readonly basis: Comparison["basis"];
  readonly year: number | null;
}

function basisOf(groups: Record<string, string | undefined>, context: FactContext): Basis {
  const { fiscalYear } = context;
  const last = fiscalYear === null ? null : fiscalYear - 1;
  const what = groups.what ?? groups.last ?? "";
  if (groups.own !== undefined) {
    const named = groups.budget === undefined ? null : groups.budget === "年初" ? "openingBudget" : "fullYearBudget";
    return { basis: named, year: fiscalYear };
  }
  const year = groups.year === undefined ? last : Number(groups.year);
  // Without more words the year itself is no basis: 比2023年…减少 in the accounts of 2023.
  if (what === "" && year !== null && year === fiscalYear) return { basis: null, year };
  if (/执行/u.test(what)) return { basis: "priorYearExecution", year };
  if (/预算/u.test(what)) {
    const own = year !== null && year === fiscalYear;
    return { basis: own ? "openingBudget" : "priorYearBudget", year };
  }
  return { basis: context.kind === "budget" && what === "" ? "priorYearBudget" : "priorYearFinal", year };
}

/** A year that only dates its sentence (2024年度…支出) is no basis: 与, 比, 较 stand before it or 相比 behind. */
const isBasis = (match: RegExpExecArray | RegExpMatchArray): boolean =>
  /^(?:与|比|较|同|和|相较)/u.test(match[0]) ||
  /(?:相比较?|相较|比较)$/u.test(match[0]) ||
  /^(?:同比|环比)/u.test(match[0]);

/** Every comparison of a text, in order. A movement without a basis takes over the last one before it. */
export function findComparisons(
  text: string,
  context: FactContext,
  masked: (at: number) => boolean,
): FoundComparison[] {
  const bases = [...text.matchAll(BASE)].filter((match) => isBasis(match) && !masked(match.index));
  const found: FoundComparison[] = [];
  for (const match of text.matchAll(MOVE)) {
    const groups = match.groups ?? {};
    if (masked(match.index)) continue;
    const near = bases.findLast((base) => base.index + base[0].length <= match.index);
    if (near === undefined) continue;
    const gap = text.slice(near.index + near[0].length, match.index);
    if (gap.length > MAX_REACH || gap.split("\n").length > MAX_PARAGRAPHS + 1) continue;
    const own = gap.length <= MAX_GAP && !/[。;\n\d]/u.test(gap) && found.every((other) => other.move[0] < near.index);
    if (
      groups.flat !== undefined &&
      !own &&
      !/(?:支出|收入|费用?|总计|合计|决算数?|预算数?)$/u.test(text.slice(0, match.index))
    )
      continue;
    // 持平 with the budget is a direction (决算数与预算数持平), read elsewhere.
    const basis = basisOf(near.groups ?? {}, context);
    if (groups.flat !== undefined && near.groups?.own !== undefined) continue;
    found.push(build(match, own ? near : null, near, basis));
  }
  return found;
}

function build(
  match: RegExpExecArray | RegExpMatchArray,
  own: RegExpExecArray | RegExpMatchArray | null,
  base: RegExpExecArray | RegExpMatchArray,
  basis: Basis,
): FoundComparison {
  const groups = match.groups ?? {};
  const at = (name: string): Span => match.indices?.groups?.[name] ?? [0, 0];
  const start = match.index ?? 0;
  const move: Span = [start, start + match[0].length];
  const word = groups.word ?? groups.onlyWord;
  const moved = word === undefined ? "flat" : direction(word);
  // 增长5.2%,增加120.5万元: the percentage may come first.
  const [deltaName, unitName] =
    groups.delta !== undefined ? (["delta", "unit"] as const) : (["lateDelta", "lateUnit"] as const);
  const delta = groups[deltaName];
  const pctName = groups.pct !== undefined ? "pct" : "onlyPct";
  const signName = groups.pct !== undefined ? "sign" : "onlySign";
  const pct = groups[pctName];
  const named = base.groups?.own === undefined ? "prior" : "ownPrior";
  const prior = base.groups?.[`${named}Value`];
  const priorAt = base.indices?.groups?.[named];
  return {
    comparison: {
      ...basis,
      direction: moved,
      delta: delta === undefined ? null : clean(delta),
      pct: pct === undefined ? null : clean(pct),
    },
    delta:
      delta === undefined
        ? null
        : { value: clean(delta), unit: groups[unitName] ?? "", at: [at(deltaName)[0], at(unitName)[1]] },
    pct:
      pct === undefined
        ? null
        : { value: clean(pct), unit: groups[signName] === "%" ? "%" : null, at: [at(pctName)[0], at(signName)[1]] },
    prior:
      own === null || prior === undefined || priorAt === undefined || (basis.basis === null && named === "prior")
        ? null
        : { value: clean(prior), unit: base.groups?.[`${named}Unit`] ?? "", at: priorAt },
    move,
    quote: own === null ? move : [own.index ?? start, move[1]],
  };
}
