/** Cells of scanned tables that sums prove as they were read first: they need no second look. */
import { evaluate, provedCells } from "../checks/index.js";
import { knownForms, readForms } from "../forms/index.js";
import { roundBox } from "../forms/read/value.js";
import type { Cell, FlowItem } from "../model/index.js";
import { readIdentity, readPerformance } from "../narrative/index.js";
import { documentIdentity } from "./identity.js";

/** Whether a cell of the flow is proved. The forms are read for this once more: some milliseconds a page, against seconds of looking. */
export function provedIn(flow: readonly FlowItem[]): (cell: Cell) => boolean {
  const identity = readIdentity(flow);
  const forms = readForms(flow, knownForms(), readPerformance(flow).grids, identity?.kind);
  const tables = forms.tables.map(({ table }) => table);
  const ids = tables.map(({ id }) => id);
  const proved = provedCells(evaluate({ document: documentIdentity(identity, forms.tables), tables }));
  const places = new Set(
    tables
      // Two tables of one form make a cell's place ambiguous.
      .filter(({ id }) => ids.indexOf(id) === ids.lastIndexOf(id))
      .flatMap(({ id, rows }) =>
        rows.flatMap(({ key, evidence }) =>
          Object.entries(evidence).flatMap(([column, { page, box }]) =>
            proved.has(`${id}|${key}|${column}`) ? `${page} ${box.join(" ")}` : [],
          ),
        ),
      ),
  );
  return ({ page, lines }) => {
    const boxes = lines.map(({ box }) => box);
    const box = roundBox([
      Math.min(...boxes.map(([x0]) => x0)),
      Math.min(...boxes.map(([, y0]) => y0)),
      Math.max(...boxes.map(([, , x1]) => x1)),
      Math.max(...boxes.map(([, , , y1]) => y1)),
    ]);
    return places.has(`${page} ${box.join(" ")}`);
  };
}
