import { describe, expect, it } from "vitest";
import { doubtfulFindings } from "../../src/disclosure/doubtful.js";
import { lookAgain } from "../../src/disclosure/second-look.js";
import type { Cell, FlowItem, Page } from "../../src/model/index.js";
import { blankTable } from "../helpers/blank-table.js";

const page: Page = {
  number: 1,
  width: 100,
  height: 100,
  glyphs: [],
  rules: [],
  images: [],
  hiddenGlyphs: 0,
  source: "ocr",
  engine: "first",
  problems: [],
};

function cell(row: number, text: string, confidence = 0.99): Cell {
  const box = [0, 10 * row, 50, 10 * row + 10] as const;
  const glyph = { text, x0: 0, y0: 0, x1: 1, y1: 1, baseline: 1, size: 9, font: "first", angle: 0, confidence };
  const lines = text === "" ? [] : [{ page: 1, box, text, size: 9, glyphs: [glyph] }];
  return { row, column: 0, rowSpan: 1, columnSpan: 1, page: 1, box, text, lines };
}

/** The cells of one column of amounts after a second look that reads what it is told. */
async function looked(
  cells: readonly Cell[],
  again: readonly string[],
  alike?: { text: string; confidence: number },
): Promise<Cell[]> {
  const column = [...["1.00", "2.00", "3.00", "4.00"].map((text, i) => cell(i, text)), ...cells];
  const grid = {
    pageStart: 1,
    pageEnd: 1,
    rows: column.length,
    columns: 1,
    cells: column,
    parts: [],
    method: "lattice",
    repeatedHeaderRows: [],
    source: "ocr",
  } as const;
  const scans = {
    read: async (one: Page) => one,
    again: async () => [
      ...(alike ? [{ engine: "likeness", ...alike }] : []),
      ...again.map((text) => ({ engine: "second", text, confidence: 0.9 })),
    ],
    isCovered: () => false,
    close: async () => {},
  };
  const flow: FlowItem[] = await lookAgain([{ type: "grid", grid }], [page], scans);
  return flow.flatMap((item) => (item.type === "grid" ? item.grid.cells.slice(4) : []));
}

describe("lookAgain", () => {
  it("takes what two readings say where the first is no number, and keeps them all", async () => {
    const [one] = await looked([cell(4, "0.cO")], ["0.00", "0.00", "."]);
    expect(one?.text).toBe("0.00");
    expect(one?.readings?.map(({ text }) => text)).toEqual(["0.cO", "0.00", "0.00", "."]);
  });

  it("keeps a number that other readings contradict", async () => {
    const [one] = await looked([cell(4, "777.98", 0.7)], ["777.93", "777.93", "777.93"]);
    expect(one?.text).toBe("777.98");
    expect(one?.readings).toHaveLength(4);
  });

  it("takes the points of a torn amount for commas: its digits stay", async () => {
    const [one] = await looked([cell(4, "169,533.09 9.53")], []);
    expect(one?.text).toBe("169,533,099.53");
  });

  it("takes what the page's own digits say surely, or with a second reading", async () => {
    const sure = { text: "777.93", confidence: 0.95 };
    expect((await looked([cell(4, "777.98", 0.7)], [], sure))[0]?.text).toBe("777.93");
    expect((await looked([cell(4, "")], [], sure))[0]?.text).toBe("777.93");
    expect((await looked([cell(4, "1,777.93", 0.7)], [], sure))[0]?.text).toBe("1,777.93");
    const likely = { text: "777.93", confidence: 0.7 };
    expect((await looked([cell(4, "777.98", 0.7)], ["777.98"], likely))[0]?.text).toBe("777.98");
    expect((await looked([cell(4, "777.9S", 0.7)], ["777.93"], likely))[0]?.text).toBe("777.93");
    expect((await looked([cell(4, "")], ["777.93"], likely))[0]?.text).toBe("");
  });

  it("fills no blank, and leaves sure numbers and a column of words alone", async () => {
    const [blank, sure] = await looked([cell(4, ""), cell(5, "9.26")], ["3", "3"]);
    expect(blank?.text).toBe("");
    expect(sure).not.toHaveProperty("readings");
  });
});

describe("doubtfulFindings", () => {
  const table = (text: string, readings: readonly string[]) =>
    blankTable("income-by-function", {
      rows: [
        {
          key: "208",
          code: "208",
          level: "类",
          label: "社会保障",
          role: "item",
          values: {},
          evidence: {
            total: {
              text,
              page: 1,
              box: [0, 0, 1, 1],
              source: "ocr",
              confidence: 0.7,
              readings: readings.map((one, i) => ({ engine: `e${i}`, text: one, confidence: 0.9 })),
            },
          },
        },
      ],
    });

  it("names what no second reading confirms, and what was taken over the first reading", () => {
    expect(doubtfulFindings([table("1.98", ["1.98", "1.93"])])[0]?.message).toContain('read as "1.98", "1.93"');
    expect(doubtfulFindings([table("0.00", ["0.cO", "0.00", "0.00"])])).toHaveLength(1);
    expect(doubtfulFindings([table("1.98", ["1.98", "1.98"])])).toEqual([]);
    expect(doubtfulFindings([table("", ["", "0.00"])])[0]?.message).toContain('read as nothing, "0.00"');
  });
});
