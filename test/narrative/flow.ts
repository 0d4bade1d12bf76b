import type { Block, Box, Cell, Fact, FlowItem, Glyph, Grid, Section, TextLine } from "../../src/model/index.js";
import { type NarrativeContext, readNarrative } from "../../src/narrative/index.js";

/** Height and width of one made-up character, pt. */
export const EM = 10;

/** One line of glyphs, EM wide each, at (x, y). */
export function line(text: string, page: number, x: number, y: number): TextLine {
  const glyphs = [...text].flatMap((character, at): Glyph[] =>
    /\s/u.test(character)
      ? []
      : [
          {
            text: character,
            x0: x + at * EM,
            y0: y,
            x1: x + (at + 1) * EM,
            y1: y + EM,
            baseline: y + EM,
            size: EM,
            font: "made-up",
            angle: 0,
          },
        ],
  );
  const box: Box = [x, y, x + [...text].length * EM, y + EM];
  return { page, box, text, size: EM, glyphs };
}

/** A block of lines without geometry. */
export function block(text: string, page = 1, kind: Block["kind"] = "paragraph"): FlowItem {
  const lines = text.split("\n").map((one): TextLine => ({ page, box: [0, 0, 0, 0], text: one, size: 0, glyphs: [] }));
  return { type: "block", block: { kind, page, lines, text: text.replaceAll("\n", "") } };
}

/**
 * A flow from text: one block a line; `# ` makes it a heading, `--- 3` goes on on page 3, `| a | b |` rows make a grid.
 */
export function flowOf(text: string): FlowItem[] {
  const flow: FlowItem[] = [];
  let page = 1;
  let rows: string[][] = [];
  const closeGrid = (): void => {
    if (rows.length > 0) flow.push({ type: "grid", grid: gridOf(rows, page) });
    rows = [];
  };
  for (const printed of text.split("\n").map((one) => one.trim())) {
    if (printed.startsWith("|")) {
      rows.push(
        printed
          .slice(1, -1)
          .split("|")
          .map((cell) => cell.trim()),
      );
      continue;
    }
    closeGrid();
    const turn = /^--- (\d+)$/.exec(printed)?.[1];
    if (turn !== undefined) page = Number(turn);
    else if (printed.startsWith("# ")) flow.push(block(printed.slice(2), page, "heading"));
    else if (printed !== "") flow.push(block(printed, page));
  }
  closeGrid();
  return flow;
}

/**
 * A grid from rows of texts. `^` goes on with the cell above, `<` with the cell to the left (spans).
 */
export function gridOf(rows: readonly (readonly string[])[], page = 1): Grid {
  const columns = Math.max(...rows.map((row) => row.length));
  const cells: { -readonly [Key in keyof Cell]: Cell[Key] }[] = [];
  const owner = new Map<string, (typeof cells)[number]>();
  for (const [row, texts] of rows.entries())
    for (const [column, text] of texts.entries()) {
      const from =
        text === "^" ? owner.get(`${row - 1},${column}`) : text === "<" ? owner.get(`${row},${column - 1}`) : undefined;
      if (from === undefined) {
        const box: Box = [column * 100, row * EM, (column + 1) * 100, (row + 1) * EM];
        const cell = { row, column, rowSpan: 1, columnSpan: 1, page, box, text, lines: [] };
        cells.push(cell);
        owner.set(`${row},${column}`, cell);
        continue;
      }
      from.rowSpan = Math.max(from.rowSpan, row - from.row + 1);
      from.columnSpan = Math.max(from.columnSpan, column - from.column + 1);
      owner.set(`${row},${column}`, from);
    }
  return {
    pageStart: page,
    pageEnd: page,
    rows: rows.length,
    columns,
    cells,
    parts: [{ page, box: [0, 0, columns * 100, rows.length * EM] }],
    method: "lattice",
    repeatedHeaderRows: [],
    source: "text",
  };
}

/** Sections and all below them. */
export function* allSections(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* allSections(section.sections);
  }
}

/** Every fact of the text by path. */
export function factsIn(text: string, context: NarrativeContext = {}): Map<string, Fact> {
  const { sections } = readNarrative(flowOf(text), {
    fiscalYear: 2024,
    entity: "样例局",
    kind: "final-accounts",
    ...context,
  });
  return new Map([...allSections(sections)].flatMap((section) => section.facts.map((fact) => [fact.path, fact])));
}

/** Value and unit of every fact by path: `"9859.38 万元"`. */
export function valuesIn(text: string, context: NarrativeContext = {}): Record<string, string> {
  return Object.fromEntries(
    [...factsIn(text, context)].map(([path, { value, unit }]) => [
      path,
      unit === null ? `${value}` : `${value} ${unit}`,
    ]),
  );
}
