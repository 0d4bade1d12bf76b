import { type FoundComparison, findComparisons } from "./comparisons.js";
import type { Span } from "./ledger.js";
import { printed } from "./passage.js";
import { moneyUnit } from "./read-figures.js";
import type { Reading } from "./reading.js";
import { clauseStart, type Reason, sentenceEnd } from "./reasons.js";
import type { Stretch } from "./stretches.js";
import { AMOUNT } from "./template.js";

/** SPEC §4 CMP: the final against the budget. */
const DIRECTION =
  /决算数?(?:较|比|与|同|和)?(?:(?<less>小于|低于|少于)|(?<greater>大于|高于|多于|超过)|(?<equal>等于))(?:年初|全年|调整)?预算|(?:与|同|和|较)(?:年初|全年|调整)?预算数?(?:(?<approx>基本)|(?<flat>))(?:持平|一致|相等|相同)/dgu;

const PLAIN_AMOUNT = new RegExp(AMOUNT, "u");

const DEFAULT_COMPARED = [".final", ".total", ".amount"];

/** The amount that is printed with a basis: 与2023年度82,004.19万元相比, 比年初预算数10万元. */
const PRIOR = {
  priorYearFinal: { suffix: ".priorAmount", year: "prior" },
  priorYearBudget: { suffix: ".priorBudget", year: "prior" },
  priorYearExecution: { suffix: ".priorExecution", year: "prior" },
  openingBudget: { suffix: ".openingBudget", year: "own" },
  fullYearBudget: { suffix: ".fullYearBudget", year: "own" },
  /** 比预算10万元: which of them is not said. */
  budget: { suffix: ".budget", year: "own" },
} as const;

/** Comparisons with last year or with a budget, each for the subject before its movement. */
export function readComparisons(reading: Reading): void {
  const { ledger, text } = reading;
  for (const found of findComparisons(text, ledger.context, (at) => reading.isMasked(at))) {
    const stretch = reading.judgedAt(found.move[0]);
    if (stretch === undefined || ledger.isUsed(found.move) || isOfAnother(text, stretch, found)) continue;
    putComparison(reading, comparedBy(text, stretch, found), found);
  }
}

/** A paragraph below the subject's figures that has a figure of its own before the movement speaks of something unnamed. */
function isOfAnother(text: string, stretch: Stretch, { move }: FoundComparison): boolean {
  const paragraph = text.lastIndexOf("\n", move[0]);
  return (
    paragraph > stretch.body &&
    PLAIN_AMOUNT.test(text.slice(stretch.body, paragraph)) &&
    PLAIN_AMOUNT.test(text.slice(paragraph, move[0]))
  );
}

/** 收入总计X万元,支出总计Y万元,…各增加Z万元: what moved is both, and not the side that was named last. */
function comparedBy(text: string, stretch: Stretch, { move }: FoundComparison): Stretch {
  if (!/[各均]$/u.test(text.slice(0, move[0]))) return stretch;
  return { ...stretch, path: stretch.path.replace(/\.(?:income|expenditure)$/u, "") };
}

function putComparison({ ledger }: Reading, { path, subject }: Stretch, found: FoundComparison): void {
  const { comparison, delta, pct, prior, quote } = found;
  // A second comparison, with another basis, is named by it.
  const first = `${path}.comparison`;
  const base = ledger.has(`${first}.direction`) ? `${first}[${comparison.basis ?? "budget"}]` : first;
  if (ledger.has(`${base}.direction`)) return;
  // What moved against the same basis once more is something else.
  if (base !== first && ledger.comparisonAt(`${first}.direction`)?.basis === comparison.basis) return;
  if (comparison.direction !== null) {
    const value = comparison.direction;
    ledger.put({ path: `${base}.direction`, kind: "direction", value, unit: null, at: found.move, quote, comparison });
  }
  if (delta !== null) {
    const { value, at } = delta;
    ledger.put({ path: `${base}.delta`, kind: "amount", value, unit: moneyUnit(delta.unit), at, quote });
  }
  if (pct !== null) ledger.put({ path: `${base}.pct`, kind: "percent", ...pct, quote });
  if (prior !== null && !ledger.isUsed(prior.at)) {
    const { value, at } = prior;
    const { suffix, year } = PRIOR[comparison.basis ?? "budget"];
    const period = (year === "prior" ? comparison.year : ledger.context.fiscalYear)?.toString() ?? null;
    ledger.put({ path: path + suffix, kind: "amount", value, unit: moneyUnit(prior.unit), at, quote, period });
  }
  if (base === first)
    ledger.compare(
      (subject.compared ?? DEFAULT_COMPARED).map((suffix) => path + suffix),
      comparison,
    );
}

/** 决算数大于/小于预算数, 与预算数（基本）持平. */
export function readDirections(reading: Reading): void {
  const { ledger, text } = reading;
  for (const match of text.matchAll(DIRECTION)) {
    const stretch = reading.judgedAt(match.index);
    if (stretch === undefined || reading.isMasked(match.index)) continue;
    const { less, greater, approx } = match.groups ?? {};
    const near = approx === undefined ? "equal" : "approximatelyEqual";
    const value = less !== undefined ? "less" : greater !== undefined ? "greater" : near;
    const at: Span = [match.index, match.index + match[0].length];
    const quote: Span = [clauseStart(text, match.index), sentenceEnd(text, at[1])];
    ledger.put({ path: `${stretch.path}.direction`, kind: "direction", value, unit: null, at, quote });
  }
}

/** A stated reason: of the subject, or, when that has another already, of its comparison. */
export function putReason(reading: Reading, { clause, text: span }: Reason): void {
  const { ledger } = reading;
  const stretch = reading.judgedAt(Math.max(clause[0], span[0] - 1));
  if (stretch === undefined) return;
  const value = printed(ledger.passage, ...span);
  const entry = { kind: "text", value, unit: null, at: span, quote: [clause[0], span[1]] } as const;
  if (!ledger.put({ path: `${stretch.path}.reason`, ...entry }))
    ledger.put({ path: `${stretch.path}.comparison.reason`, ...entry });
}
