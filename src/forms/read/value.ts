/** A printed cell → its value and evidence. */
import type { Box, Cell, Evidence, Finding, Grid } from "../../model/index.js";
import { parseCell } from "../../text/index.js";
import type { ColumnDefinition } from "../definition.js";

/** Highest confidence, 0–1, of a scanned cell whose text is not what was read first. */
const OUTVOTED = 0.5;

export interface CellReading {
  readonly value: string | null;
  /** Null for a cell that prints nothing. */
  readonly evidence: Evidence | null;
  /** Why the text is no number, where it is not. */
  readonly refused: string | null;
}

export function readValue(cells: readonly Cell[], grid: Grid, kind: ColumnDefinition["kind"] = "amount"): CellReading {
  // A scanned cell taken for blank in which another reading saw something is evidence too.
  const printed = cells.filter((cell) => cell.text !== "" || cell.readings !== undefined);
  const text = printed
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(" ");
  const first = printed[0];
  if (!first) return { value: null, evidence: null, refused: null };
  const evidence = cellEvidence(printed, text, grid);
  if (kind === "text") return { value: null, evidence, refused: null };
  const parsed = parseCell(text);
  switch (parsed.kind) {
    case "blank":
      return { value: null, evidence, refused: null };
    case "amount":
      return { value: parsed.value, evidence, refused: null };
    case "percent":
      return kind === "percent"
        ? { value: parsed.value, evidence, refused: null }
        : { value: null, evidence, refused: parsed.kind };
    case "permille":
      return { value: null, evidence, refused: parsed.kind };
    case "refuse":
      return { value: null, evidence, refused: parsed.reason };
  }
}

function cellEvidence(cells: readonly Cell[], text: string, grid: Grid): Evidence {
  const lines = cells.length === 1 && cells[0] ? cells[0].lines : cells.flatMap((cell) => cell.lines);
  const page = cells[0]?.page ?? grid.pageStart;
  const boxes = (lines.length > 0 ? lines : cells).filter((part) => part.page === page).map((part) => part.box);
  const box = roundBox(around(boxes));
  if (grid.source === "text") return { text, page, box, source: "text" };
  const confidences = lines.flatMap((line) => line.glyphs.flatMap((glyph) => glyph.confidence ?? []));
  const readings = cells.flatMap((cell) => cell.readings ?? []);
  // What other readings say against the first one is no surer than a vote.
  const most = cells.some((cell) => cell.readings?.[0] && cell.readings[0].text !== cell.text) ? OUTVOTED : 1;
  return {
    text,
    page,
    box,
    source: "ocr",
    confidence: Math.round(Math.min(most, ...confidences) * 1000) / 1000,
    ...(grid.engine ? { engine: grid.engine } : {}),
    ...(readings.length > 0 ? { readings } : {}),
  };
}

function around(boxes: readonly Box[]): Box {
  return [
    Math.min(...boxes.map((b) => b[0])),
    Math.min(...boxes.map((b) => b[1])),
    Math.max(...boxes.map((b) => b[2])),
    Math.max(...boxes.map((b) => b[3])),
  ];
}

/** Boxes are written to a hundredth of a pt. */
export function roundBox(box: Box): [number, number, number, number] {
  const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : 0);
  return [round(box[0]), round(box[1]), round(box[2]), round(box[3])];
}

export function refusedFinding(table: string, row: string, column: string, reading: CellReading): Finding {
  const { evidence, refused } = reading;
  const placeholder = refused === "placeholder";
  return {
    rule: `number.${refused}`,
    severity: placeholder ? "info" : "warning",
    message: `"${evidence?.text ?? ""}" in ${table}, row ${row}, column ${column} is no amount (p. ${evidence?.page ?? 0}); kept as text in its evidence`,
    place: { page: evidence?.page ?? 1, table, row, column },
    actual: evidence?.text ?? null,
    expected: null,
    tolerance: null,
    operands: [],
    note: null,
  };
}
