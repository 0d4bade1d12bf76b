import type { PerformanceGoal, PerformanceTable } from "../../model/index.js";
import { rowsOf } from "./cells.js";
import { ticked } from "./check-boxes.js";
import { decimal, emptyDraft } from "./draft.js";
import { dateIn, entityIn } from "./fields.js";
import type { PerformanceGroup } from "./find.js";
import { readIndicators } from "./indicators.js";
import { type FieldName, OVERALL } from "./labels.js";
import { inlineExecution } from "./money.js";
import { readRows } from "./read-rows.js";
import { reasonsBeside } from "./remarks.js";

/** Reads one performance table (SPEC §5.1). `n` numbers the project tables from 1. */
export function readTable(group: PerformanceGroup, n: number): PerformanceTable {
  const draft = emptyDraft();
  readRows(rowsOf(group.grids), draft);
  const field = (name: FieldName): string | null => {
    const value = draft.fields.get(name) ?? "";
    return value === "" ? null : value;
  };
  const isOverall = draft.fields.has("basicExpenditure") || OVERALL.test(group.title ?? "");
  const goals = draft.goals.map(
    ({ rows, ...goal }): PerformanceGoal => ({ ...goal, indicators: readIndicators(rows) }),
  );
  const filled = [field("filledOn") ?? "", ...group.furniture].map(dateIn).find((date) => date !== null);
  const box = (name: FieldName): string | null => ticked(field(name) ?? "");
  return {
    id: isOverall ? "performance.department" : `performance.project.${n}`,
    kind: isOverall ? "department-overall" : "project",
    title: group.title,
    entity: field("entity") ?? entityIn(group.furniture) ?? field("department"),
    filledOn: filled ?? null,
    pageStart: group.titlePage ?? group.grids[0]?.pageStart ?? 1,
    pageEnd: Math.max(...group.grids.map((grid) => grid.pageEnd)),
    ...(isOverall
      ? {
          basicExpenditure: decimal(field("basicExpenditure") ?? ""),
          projectExpenditure: decimal(field("projectExpenditure") ?? ""),
        }
      : {
          projectName: field("projectName"),
          department: field("department"),
          implementingUnits: (field("implementingUnits") ?? "").split(/[、，,；;]/u).filter((unit) => unit !== ""),
          category: box("category"),
          attribute: box("attribute"),
          type: box("type"),
        }),
    execution: draft.execution ?? inlineExecution(draft),
    goals,
    indicators: readIndicators(draft.rows),
    totalScore: draft.totalScore ?? draft.sum,
    deviationReasons: [...draft.reasons, ...reasonsBeside(draft)],
    improvements: draft.improvements,
    notes: [...draft.notes, ...group.notes],
    places: [...draft.places.values()],
  };
}
