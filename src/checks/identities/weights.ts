import type { PerformanceTable } from "../../model/index.js";
import { evaluateSum } from "../evaluation.js";
import type { EvaluatedOperand, Evaluation, RuleHead } from "../types.js";
import { indicatorsOf, type Placed, performanceValue } from "./performance-table.js";

/** Consecutive indicators under one printed parent cell. */
interface Group {
  label: string;
  weight: string | null;
  members: Placed[];
}

/** Runs of indicators with the same parent: the same label may head two runs, under two parents. */
function runsOf(
  placed: readonly Placed[],
  keyOf: (placed: Placed) => string,
  weightOf: (placed: Placed) => string | null,
): Group[] {
  const runs: Group[] = [];
  let last: string | null = null;
  for (const one of placed) {
    const key = keyOf(one);
    if (key === last) runs.at(-1)?.members.push(one);
    else runs.push({ label: key, weight: weightOf(one), members: [one] });
    last = key;
  }
  return runs;
}

const goalOf = (row: string): string => /^goals\[\d+\]/.exec(row)?.[0] ?? "";

function evaluateGroup(
  head: RuleHead,
  table: PerformanceTable,
  level: string,
  { label, weight, members }: Group,
): Evaluation[] {
  const page = members[0]?.indicator.page ?? table.pageStart;
  if (weight === null) return [];
  const parent = performanceValue(table, `${members[0]?.row ?? ""}`, level, weight, "left", {
    label: label.split("|").at(-1) ?? label,
    page,
  });
  const children = members.map(
    ({ indicator, row }): EvaluatedOperand =>
      performanceValue(table, row, "weight", indicator.weight, "right", {
        label: indicator.name,
        page: indicator.page,
      }),
  );
  const instance = `${table.id} ${label
    .split("|")
    .filter((part) => part !== "")
    .join("/")}`;
  const evaluation = evaluateSum({
    rule: head,
    instance,
    operands: [parent, ...children],
    tolerance: { kind: "exact" },
    noun: "weights",
  });
  return [evaluation];
}

/** Weights of indicators against the weights printed in the cells above them, and those of goals. */
export function evaluateWeights(head: RuleHead, table: PerformanceTable): Evaluation[] {
  const placed = indicatorsOf(table);
  const level1 = runsOf(
    placed,
    ({ indicator, row }) => `${goalOf(row)}|${indicator.level1 ?? ""}`,
    ({ indicator }) => indicator.level1Weight,
  );
  const level2 = runsOf(
    placed,
    ({ indicator, row }) => `${goalOf(row)}|${indicator.level1 ?? ""}|${indicator.level2 ?? ""}`,
    ({ indicator }) => indicator.level2Weight,
  );
  const goals = table.goals.map((goal, index): Group => {
    const row = `goals[${index + 1}]`;
    return { label: row, weight: goal.weight, members: placed.filter((one) => goalOf(one.row) === row) };
  });
  return [
    ...goals
      .filter(({ members }) => members.length > 0)
      .flatMap((group) => evaluateGroup(head, table, "goalWeight", group)),
    ...level1.flatMap((group) => evaluateGroup(head, table, "level1Weight", group)),
    ...level2.flatMap((group) => evaluateGroup(head, table, "level2Weight", group)),
  ];
}
