/** Where the values of a 绩效自评表 are said to stand, their characters are printed. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { performanceCells } from "../../src/disclosure/performance-cells.js";
import { openPdf } from "../../src/pdf/index.js";
import { extract } from "../../src/pipeline.js";
import { PERFORMANCE } from "../helpers/performance-table.js";
import { printedPdf } from "../helpers/printed-pages.js";

const SAMPLE = new URL("../../samples/wuhan-2024/wuhan-2024.pdf", import.meta.url);

/** Milliseconds for a test that reads 49 pages, on a machine that may have other work. */
const LONG = 120_000;

const bare = (text: string) => text.normalize("NFKC").replace(/[\s,]/g, "");

async function valuesWithPrint(bytes: Uint8Array) {
  const { performance } = await extract(bytes, { fileName: "x.pdf" });
  const cells = performance.flatMap(performanceCells).filter(({ value }) => value !== null);
  const pdf = await openPdf(bytes);
  const pages = new Map<number, Awaited<ReturnType<typeof pdf.page>>>();
  const values = [];
  for (const { row, column, page, box, value } of cells) {
    const read = pages.get(page) ?? (await pdf.page(page));
    pages.set(page, read);
    const inside = read.glyphs.filter(({ x0, y0, x1, y1 }) => {
      const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
      return box && x > box[0] && x < box[2] && y > box[1] && y < box[3];
    });
    values.push({ row, column, value, box, printed: bare(inside.map(({ text }) => text).join("")) });
  }
  await pdf.close();
  return values;
}

const wrong = ({ box, value, printed }: Awaited<ReturnType<typeof valuesWithPrint>>[number]) =>
  box !== null && !printed.includes(bare(value ?? ""));

describe("the places of a 绩效自评表", () => {
  it("are those of each value, not of its row", async () => {
    const values = await valuesWithPrint(printedPdf(PERFORMANCE));
    expect(values.filter(wrong)).toEqual([]);
    // One stands above the table, one in a label.
    expect(values.filter(({ box }) => box === null).map(({ row, column }) => `${row} ${column}`)).toEqual([
      "head entity",
      "execution weight",
    ]);
  });

  it("of the sample hold their values", { timeout: LONG }, async () => {
    const values = await valuesWithPrint(readFileSync(SAMPLE));
    expect(values.filter(wrong)).toEqual([]);
    // Beside those that stand in a label, above the table, or on the page before.
    const without = values.filter(({ box }) => box === null).map(({ row, column }) => `${row} ${column}`);
    const elsewhere =
      /^head (entity|implementingUnits\S+)$|^execution weight$|^remarks | goalWeight$| level[12](Weight)?$/;
    expect(without.filter((name) => !elsewhere.test(name))).toEqual([]);
    expect(without.length).toBeLessThan(values.length / 10);
  });
});
