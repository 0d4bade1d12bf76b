import type { Grid, KeyWork } from "../../model/index.js";
import { cellText, columnsByHeader, dataRows } from "./grid-rows.js";

const COLUMNS = {
  no: /^序号$/u,
  matter: /^(?:重要|重点|主要)?(?:事项|工作|任务)(?:名称|事项|任务)?$/u,
  goal: /^(?:工作)?(?:内容|目标|任务)(?:及|和)?(?:目标|内容|要求)?$/u,
  result: /^(?:工作)?(?:完成|落实|进展)(?:情况|结果)$/u,
};

/** The rows of a table 序号 | 重要事项 | 工作内容及目标 | 完成情况 (Wuhan part four); null for another table. */
export function keyWorkOf(grid: Grid): KeyWork[] | null {
  const found = columnsByHeader(grid, COLUMNS);
  if (found?.columns.matter === undefined || found.columns.result === undefined) return null;
  const { no, matter, goal, result } = found.columns;
  const text = (value: string): string | null => (value === "" ? null : value);
  return dataRows(grid, found.headerRow).flatMap((row) => {
    const name = cellText(row, matter);
    if (name === "" && cellText(row, result) === "") return [];
    return [
      {
        no: text(cellText(row, no)),
        matter: name,
        goal: text(cellText(row, goal)),
        result: text(cellText(row, result)),
        page: row.page,
      },
    ];
  });
}
