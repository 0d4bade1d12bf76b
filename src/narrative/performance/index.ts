import type { FlowItem, Grid, PerformanceTable } from "../../model/index.js";
import { findPerformance } from "./find.js";
import { readTable } from "./read-table.js";

export { readMeasure } from "./measure.js";

/** The 绩效自评表 of a document and the grids they were read from. */
export interface Performance {
  readonly tables: PerformanceTable[];
  readonly grids: ReadonlySet<Grid>;
}

/** Finds the performance tables by their header leafs and reads them, in order. Project tables are numbered from 1. */
export function readPerformance(flow: readonly FlowItem[]): Performance {
  let projects = 0;
  const groups = findPerformance(flow);
  const tables = groups.map((group) => {
    const table = readTable(group, projects + 1);
    if (table.kind === "project") projects++;
    return table;
  });
  return { tables, grids: new Set(groups.flatMap((group) => group.grids)) };
}
