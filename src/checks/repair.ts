import type { Evidence, FormTable, Proposal } from "../model/index.js";
import { provedCells } from "./proved.js";
import { type Candidate, candidatesOf } from "./repair-candidates.js";
import { type CellKey, type Equation, equationsOf, judgeWith, keyOf, mayFail } from "./repair-equations.js";
import { isDoubtful, isPartlySeen, isUnknown, rowOf, TRACES, type Trace, traceOf } from "./repair-evidence.js";
import type { Evaluation } from "./types.js";

/** A proposed value of one cell; `table` is a form id, or the id of a performance table. */
export interface Repair {
  table: string;
  row: string;
  column: string;
  proposal: Proposal;
}

interface Judged extends Candidate {
  trace: Trace | null;
}

const strengthOf = ({ trace }: Judged): number => (trace === null ? -1 : TRACES.indexOf(trace));
/** A slip of one digit is found in many cells by chance: alone it decides nothing. */
const DECISIVE = TRACES.indexOf("lost");

/** More identities explained, then a stronger trace in the print. */
const compare = (a: Judged, b: Judged): number =>
  b.explained.length - a.explained.length || strengthOf(b) - strengthOf(a);

/** The same cell may be solved from several equations: the value that most of its equations hold with to the last digit. */
function bestValues(candidates: readonly Judged[]): Judged[] {
  const best = new Map<CellKey, Judged>();
  for (const candidate of candidates) {
    const other = best.get(candidate.key);
    const better =
      other === undefined ||
      compare(candidate, other) < 0 ||
      (compare(candidate, other) === 0 && candidate.exact > other.exact);
    if (better) best.set(candidate.key, candidate);
  }
  return [...best.values()];
}

/**
 * The one cell that explains a failure better than every other, or null (SPEC §0.7).
 * One identity alone decides when a single cell can mend it, or when one of its cells bears the trace of a misreading.
 */
function decide(rivals: readonly Judged[]): Judged | null {
  const [best, second] = rivals.toSorted(compare);
  if (best === undefined || second === undefined) return best ?? null;
  if (compare(best, second) === 0) return null;
  return best.explained.length > 1 || strengthOf(best) >= DECISIVE ? best : null;
}

/** Equations whose other cells differ: each is another proof. */
function proofs({ key, explained }: Judged): number {
  const others = explained.map(({ operands }) =>
    [...new Set(operands.map((operand) => keyOf(operand) ?? ""))]
      .filter((one) => one !== key)
      .sort()
      .join("\n"),
  );
  return new Set(others).size;
}

/**
 * A scanned cell's value is proposed when a reading saw it; of a doubtful one also when it is proved twice, or when it is
 * proved and a part of it was seen.
 */
function isProved(judged: Judged, evidence: Evidence | undefined, isScanned: boolean): boolean {
  if (!isScanned || judged.trace === "other-reading") return true;
  if (evidence === undefined ? judged.trace !== "lost" : !isDoubtful(evidence)) return false;
  // A sum that holds but for its rounding does not tell the last digit.
  if (proofs(judged) > 1 && judged.exact > 1) return true;
  if (evidence === undefined) return false;
  return judged.trace === "misread" || (judged.trace === "unreadable" && isPartlySeen(evidence, judged.value));
}

function equationsByCell(equations: readonly Equation[]): Map<CellKey, Equation[]> {
  const byCell = new Map<CellKey, Equation[]>();
  for (const equation of equations)
    for (const key of new Set(equation.operands.flatMap((operand) => keyOf(operand) ?? []))) {
      const others = byCell.get(key);
      if (others) others.push(equation);
      else byCell.set(key, [equation]);
    }
  return byCell;
}

const partsOf = (key: CellKey): [table: string, row: string, column: string] => {
  const [table = "", row = "", column = ""] = key.split("|");
  return [table, row, column];
};

/** Two tables of one id make a cell's place ambiguous. */
const repeatedIds = (tables: readonly FormTable[]): ReadonlySet<string> =>
  new Set(tables.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index));

/**
 * Values that the identities prove, each for one cell, in the order in which they are found; printed values are not touched.
 * A value is proposed only where it makes a failing identity hold, breaks none, and no other cell explains the failure as
 * well; on a scan, sure cells are left alone and doubtful ones prove nothing of others. Each accepted value counts as printed for the next, so that several lost cells may be found one after another.
 */
export function proposeRepairs(evaluations: readonly Evaluation[], tables: readonly FormTable[]): Repair[] {
  if (!evaluations.some(mayFail)) return [];
  const equations = equationsOf(evaluations);
  // What holds as printed is asked again only once one of its cells has another value.
  const open = new Set(equations.filter(({ determines, holds }) => determines && !holds));
  if (open.size === 0) return [];
  const byCell = equationsByCell(equations);
  const repeated = repeatedIds(tables);
  const values = new Map<CellKey, string | null>();
  const unknown = new Set<CellKey>();
  for (const { operands } of equations)
    for (const operand of operands) {
      const key = keyOf(operand);
      const [table, row, column] = partsOf(key ?? "");
      if (key === null || repeated.has(table)) continue;
      values.set(key, operand.value);
      if (isUnknown(rowOf(tables, table, row), column) && !provedCells(evaluations).has(key)) unknown.add(key);
    }

  const evidenceOf = (key: CellKey): [Evidence | undefined, boolean] => {
    const [table, row, column] = partsOf(key);
    const { evidence = {} } = rowOf(tables, table, row) ?? {};
    return [evidence[column], Object.values(evidence).some(({ source }) => source === "ocr")];
  };
  const judged = (candidate: Candidate): Judged => {
    const [table, row, column] = partsOf(candidate.key);
    return { ...candidate, trace: traceOf(rowOf(tables, table, row), column, candidate.value) };
  };
  const next = (): Judged | undefined =>
    equations
      .filter((equation) => open.has(equation) && judgeWith(equation, values).status === "fail")
      .flatMap((equation) => decide(bestValues(candidatesOf(equation, { byCell, values, unknown }).map(judged))) ?? [])
      .filter(({ explained }) => explained.length > 0)
      .filter((found) => isProved(found, ...evidenceOf(found.key)))
      .toSorted(compare)[0];

  const repairs = new Map<CellKey, Repair>();
  for (let found = next(); found !== undefined && !repairs.has(found.key); found = next()) {
    const [table, row, column] = partsOf(found.key);
    const because = [...new Set(found.explained.map(({ rule }) => rule))];
    repairs.set(found.key, {
      table,
      row,
      column,
      proposal: { value: found.value, because, kind: found.trace ?? "identities" },
    });
    values.set(found.key, found.value);
    unknown.delete(found.key);
    for (const equation of byCell.get(found.key) ?? []) if (equation.determines) open.add(equation);
  }
  return [...repairs.values()];
}
