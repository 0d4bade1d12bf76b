import { describe, expect, test } from "vitest";
import { layoutDocument } from "../../src/layout/index.js";
import { openPdf } from "../../src/pdf/index.js";
import { hanzi, line, MadePdf } from "../helpers/make-pdf.js";

/** A ruled table of three columns, 20 pt a row, under the lines of a caption. */
function page(caption: readonly string[], rows: readonly (readonly string[])[], top = 700): string {
  const above = caption.map((text, i) => hanzi(80, top + 12 + 20 * (caption.length - i), text));
  const bottom = top - 20 * rows.length;
  const rules = rows.map((_, i) => `80 ${top - 20 * i} m 440 ${top - 20 * i} l S\n`);
  const walls = [80, 200, 320, 440].map((x) => `${x} ${top} m ${x} ${bottom} l S\n`);
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => (/^[\x20-\x7e]*$/.test(text) ? line : hanzi)(85 + 120 * c, top - 14 - 20 * r, text)),
  );
  return [...above, ...rules, `80 ${bottom} m 440 ${bottom} l S\n`, ...walls, ...cells].join("");
}

async function flowOf(...contents: string[]) {
  const made = new MadePdf();
  for (const content of contents) made.page({ content });
  const pdf = await openPdf(made.build(), {});
  const pages = [];
  for (let number = 1; number <= pdf.pageCount; number++) pages.push(await pdf.page(number));
  await pdf.close();
  return layoutDocument(pages).flow;
}

const HEADER = ["项目", "预算数", "决算数"];

describe("a caption printed again on the next page", () => {
  test("joins the table when the header is printed again too; the caption is furniture", async () => {
    const flow = await flowOf(
      page(["收入决算表", "单位：万元"], [HEADER, ["税收收入", "12", "13"]]),
      page(["单位：万元"], [HEADER, ["非税收入", "14", "15"]]),
    );
    const grids = flow.flatMap((item) => (item.type === "grid" ? [item.grid] : []));
    expect(grids).toHaveLength(1);
    expect(grids[0]).toMatchObject({ pageStart: 1, pageEnd: 2, rows: 4, repeatedHeaderRows: [2] });
    expect(flow.flatMap((item) => (item.type === "block" ? [[item.block.kind, item.block.page]] : []))).toContainEqual([
      "furniture",
      2,
    ]);
  });

  test("another title begins another table", async () => {
    const flow = await flowOf(
      page(["收入决算表", "单位：万元"], [HEADER, ["税收收入", "12", "13"]]),
      page(["支出决算表", "单位：万元"], [HEADER, ["教育支出", "14", "15"]]),
    );
    expect(flow.filter((item) => item.type === "grid")).toHaveLength(2);
  });

  test("another header begins another table, and its caption stays its own", async () => {
    const flow = await flowOf(
      page(["收入决算表", "单位：万元"], [HEADER, ["税收收入", "12", "13"]]),
      page(
        ["单位：万元"],
        [
          ["地区", "限额", "余额"],
          ["本级", "14", "15"],
        ],
      ),
    );
    expect(flow.filter((item) => item.type === "grid")).toHaveLength(2);
    expect(flow.every((item) => item.type === "grid" || item.block.kind !== "furniture")).toBe(true);
  });
});
