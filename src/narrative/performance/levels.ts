import { Exact } from "../../text/index.js";

/** A level label as it stands in one row: its own cell, or blank. */
export interface LevelCell {
  readonly label: string;
  readonly weight: string | null;
  /** The row where the label's cell begins; rows of one merged cell share it. */
  readonly start: number;
}

/** The label that holds for each row. */
export interface Level {
  readonly label: string | null;
  readonly weight: string | null;
}

const NONE: Level = { label: null, weight: null };

/** The last label above or in the row: cells torn by a page break leave blanks below. */
function carried(cells: readonly LevelCell[]): Level[] {
  let last = NONE;
  return cells.map((cell) => {
    if (cell.label !== "") last = { label: cell.label, weight: cell.weight };
    return last;
  });
}

type Decimal = InstanceType<typeof Exact>;

/** Sum of printed weights; null when one is not printed. */
function sum(values: readonly (string | null)[]): Decimal | null {
  let total: Decimal = new Exact(0);
  for (const value of values) {
    if (value === null) return null;
    total = total.plus(value);
  }
  return total;
}

/**
 * Rows to labels by weight: in order, each label takes rows until its own weight is used up (SPEC §5.1: where cells are not
 * merged the label stands on some middle row). Null unless everything closes exactly.
 */
function byWeight(cells: readonly LevelCell[], weights: readonly (string | null)[]): Level[] | null {
  const labels = cells.filter((cell, at) => cell.label !== "" && cells[at - 1]?.start !== cell.start);
  const levels: Level[] = [];
  let row = 0;
  for (const { label, weight } of labels) {
    if (weight === null) return null;
    let taken = new Exact(0);
    while (taken.lt(weight)) {
      const next = weights[row];
      if (next === undefined || next === null) return null;
      taken = taken.plus(next);
      levels.push({ label, weight });
      row++;
    }
    if (!taken.eq(weight)) return null;
  }
  return row === cells.length && labels.length > 0 ? levels : null;
}

/** Whether every label's weight is the sum of its rows' weights, where both are printed. */
function closes(levels: readonly Level[], weights: readonly (string | null)[]): boolean {
  let from = 0;
  for (let to = 1; to <= levels.length; to++) {
    if (to < levels.length && levels[to]?.label === levels[from]?.label) continue;
    const total = sum(weights.slice(from, to));
    const weight = levels[from]?.weight;
    if (total !== null && weight !== null && weight !== undefined && !total.eq(weight)) return false;
    from = to;
  }
  return true;
}

/**
 * Which label of a level each row belongs to: by merged cells; by weights where those do not close and these do.
 * @param cells the level's cell in each row
 * @param weights the weight of each row
 */
export function assignLevels(cells: readonly LevelCell[], weights: readonly (string | null)[]): Level[] {
  const spans = carried(cells);
  if (spans.every((level) => level.label !== null) && closes(spans, weights)) return spans;
  return byWeight(cells, weights) ?? spans;
}
